import Compliance
import Diagnostics
import Obligations

/// `audit` as text: the whole ledger, source by source, every obligation with its status and proof.
public struct AuditText {
  private let style: TextStyle

  public init(style: TextStyle) {
    self.style = style
  }

  /// The ledger, with a line break at its end.
  public func render(_ report: Report) -> String {
    var lines: [String] = []
    if !report.diagnostics.isEmpty { lines.append(CheckText(style: style).render(report.diagnostics)) }
    let name = report.release.isEmpty ? "a release without a name" : report.release
    let licensee = report.licensee.map { " by \($0)" } ?? ""
    lines.append(style.paint("Ledger of \(TerminalText.escaped(name + licensee))", .strong))
    for group in groups(of: report.findings) {
      lines.append("")
      lines += heading(of: group[0])
      for finding in group { lines += entry(finding) }
    }
    lines.append("")
    lines.append(
      Status.allCases.map { "\(report.count($0)) \($0.rawValue)" }.joined(separator: ", "))
    if !report.questions.isEmpty {
      lines.append("")
      lines.append(style.paint("Open questions, the most useful first", .strong))
      for ranked in report.questions {
        lines.append("  \(ranked.findings) × \(TerminalText.escaped(ranked.question.text))")
        lines.append("      \(TerminalText.escaped(ranked.question.answer))")
      }
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// Findings by source and licence, in the order of their first appearance.
  private func groups(of findings: [Finding]) -> [[Finding]] {
    struct Key: Hashable {
      let source: String
      let license: String
    }
    return findings.grouped { Key(source: $0.source, license: $0.license) }
  }

  private func heading(of finding: Finding) -> [String] {
    let license = finding.license.isEmpty ? "" : " under \(finding.license)"
    var lines = [style.paint("\(TerminalText.escaped(finding.source))\(license)", .strong)]
    if !finding.path.isEmpty { lines.append("  path: \(TerminalText.escaped(PathText.line(finding.path)))") }
    return lines
  }

  private func entry(_ finding: Finding) -> [String] {
    let clause = finding.clause.isEmpty ? "" : " (\(finding.clause))"
    let modality = finding.modality == .none ? "" : "\(finding.modality.rawValue) "
    var lines = [
      "  \(mark(finding.status)) \(modality)\(finding.kind.rawValue)\(clause): \(TerminalText.escaped(finding.summary))"
    ]
    guard finding.status != .notTriggered else { return lines }
    for evidence in finding.evidence {
      let place = evidence.location.map { " (\(PlaceText.named($0) ?? PlaceText.full($0)))" } ?? ""
      lines.append("      because \(TerminalText.escaped(evidence.says))\(TerminalText.escaped(place))")
    }
    for question in finding.missing { lines.append("      open: \(TerminalText.escaped(question.text))") }
    if finding.status == .violated, let help = finding.help {
      lines.append("      help: \(TerminalText.escaped(help))")
    }
    return lines
  }

  private func mark(_ status: Status) -> String {
    switch status {
    case .satisfied: style.paint("satisfied    ", .good)
    case .violated: style.paint("violated     ", .error)
    case .undetermined: style.paint("undetermined ", .warning)
    case .notTriggered: style.paint("not triggered", .faint)
    case .waived: style.paint("waived       ", .note)
    }
  }
}
