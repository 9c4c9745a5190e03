import Compliance
import Obligations

/// What is open, by the source with which it came into the release. What is broken or to be attested is told elsewhere.
///
/// Every open finding is counted in exactly one row, so the columns add up to the numbers of the verdict.
struct OpenSources {
  /// One source of the release, or several for which the same can be said.
  struct Row {
    let name: String
    let reason: String
    let yours: Int
    let others: Int
  }

  let rows: [Row]

  /// At most `most` rows: the sources for which the author can do the most come first.
  init(_ report: Report, most: Int) {
    let open = report.findings.filter { $0.concern == .yours || $0.concern == .others }
    let sources = open.grouped { Self.source(of: $0, release: report.release) }.map { findings in
      Source(name: Self.source(of: findings[0], release: report.release), findings: findings)
    }
    let unlicensed = sources.filter(\.lacksOnlyLicense)
    let isCollapsed = unlicensed.count > 1
    let single = sources.filter { !isCollapsed || !$0.lacksOnlyLicense }.enumerated().sorted { left, right in
      (right.element.yours, right.element.others, left.offset) < (left.element.yours, left.element.others, right.offset)
    }.map(\.element)
    let kept = max(1, most - (isCollapsed ? 1 : 0))
    let isCut = single.count > kept
    let shown = isCut ? single.prefix(kept - 1) : single[...]
    rows =
      shown.map(\.row)
      + (isCollapsed ? [Self.row("\(unlicensed.count) sources", "licence unknown", unlicensed[...])] : [])
      + (isCut ? [Self.row("\(single.count - shown.count) more sources", "", single.dropFirst(shown.count))] : [])
  }

  /// The source that the author took, with which the finding came.
  private static func source(of finding: Finding, release: String) -> String {
    let source = finding.path.last?.artefact ?? finding.source
    return source == release ? "the release" : source
  }

  private static func row(_ name: String, _ reason: String, _ sources: ArraySlice<Source>) -> Row {
    Row(
      name: name, reason: reason, yours: sources.reduce(0) { $0 + $1.yours },
      others: sources.reduce(0) { $0 + $1.others })
  }

  /// A direct source with what is open about it and everything behind it.
  private struct Source {
    let name: String
    let findings: [Finding]

    var yours: Int { findings.count { $0.concern == .yours } }
    var others: Int { findings.count - yours }
    var lacksOnlyLicense: Bool { findings.allSatisfy { $0.kind == .unknownLicense && $0.concern == .yours } }
    var row: Row { Row(name: name, reason: reason, yours: yours, others: others) }

    /// What the author can settle, by licence; else what stands behind the source.
    private var reason: String {
      let own = findings.filter { $0.concern == .yours }
      if !own.isEmpty { return Self.wording(own) }
      let guessed = findings.count { $0.root != nil }
      if guessed * 2 > findings.count { return "not confirmed; \(guessed) questions behind it" }
      let licenses = findings.map(\.license).filter { !$0.isEmpty }.unique()
      guard let first = licenses.first else { return Self.wording(findings) }
      return "\(first)\(licenses.count > 1 ? " and \(licenses.count - 1) more" : "") behind it"
    }

    private static func wording(_ findings: [Finding]) -> String {
      let parts = findings.grouped(by: \.license).map { group in
        let kinds = group.map(\.kind.rawValue).unique()
        let shown = kinds.prefix(2).joined(separator: ", ") + (kinds.count > 2 ? " and \(kinds.count - 2) more" : "")
        return group[0].license.isEmpty ? shown : "\(group[0].license): \(shown)"
      }
      return parts.prefix(2).joined(separator: "; ") + (parts.count > 2 ? "; …" : "")
    }
  }
}
