import LicenseKnowledge
import Obligations
import Provenance

/// What becomes of a project's findings where other terms govern its sources than those that do now.
public struct Impact: Sendable {
  public let change: TermsChange
  /// The sources about which the old terms speak, or may speak; empty where the change does not concern the project.
  public let sources: [String]
  /// The findings whose status changes, what opens first.
  public let findings: [FindingChange]

  /// A finding under the old terms and under the new ones; nil where there is none.
  public struct FindingChange: Sendable {
    public let before: Finding?
    public let after: Finding?

    /// Whether it is open under the new terms and was not, or was undetermined and is violated.
    public var opens: Bool {
      guard let after, after.isOpen else { return false }
      return before?.isOpen != true || (before?.status == .undetermined && after.status == .violated)
    }

    /// Whether it was open and no longer is.
    public var closes: Bool { before?.isOpen == true && after?.isOpen != true }
  }

  /// Whether something opens.
  public var opens: Bool { findings.contains(where: \.opens) }

  /// Weighs a project again as if the new terms governed all that the old ones speak about.
  public init(of change: TermsChange, on assessment: Assessment, today: CalendarDate?) {
    let checker = Checker(library: assessment.library, today: today)
    let concerned = assessment.subjects.filter { $0.isUnder(change.old.id) }
    let before = checker.report(on: assessment).findings
    let after = checker.report(on: assessment.governed(by: change.new, insteadOf: change.old.id)).findings
    self.change = change
    self.sources = concerned.map { assessment.lineage.nodes[$0.node].id.text }.unique()
    let rows = Rows([change.old, change.new] + concerned.flatMap { [$0.license] + $0.alternatives })
    var waiting = Dictionary(grouping: Self.left(of: before, without: after)) { rows.key(of: $0) }
    var changes: [FindingChange] = []
    for finding in Self.left(of: after, without: before) {
      let old = waiting[rows.key(of: finding)]?.popLast()
      changes.append(FindingChange(before: old, after: finding))
    }
    let gone = before.filter { finding in
      waiting[rows.key(of: finding)]?.contains { $0.fingerprint == finding.fingerprint } ?? false
    }
    changes += gone.map { FindingChange(before: $0, after: nil) }
    func rank(_ change: FindingChange) -> Int { change.opens ? 0 : change.closes ? 1 : 2 }
    // What does not apply is no finding of a report, and becomes none.
    findings = (0...2).flatMap { place in
      changes.filter {
        rank($0) == place && ($0.before?.status ?? .notTriggered) != ($0.after?.status ?? .notTriggered)
      }
    }
  }

  private static func left(of findings: [Finding], without others: [Finding]) -> [Finding] {
    let known = Set(others.map { [$0.fingerprint, $0.status.rawValue] })
    return findings.filter { !known.contains([$0.fingerprint, $0.status.rawValue]) }
  }

  /// Finds the terms of several versions that are one: findings about them are one finding.
  private struct Rows {
    private struct Term: Hashable {
      let license: String
      let kind: FindingKind
      let clause: String
    }

    private var rows: [Term: Int] = [:]

    init(_ versions: [License]) {
      let versions = Dictionary(grouping: versions, by: \.id).values.compactMap(\.first).sorted { $0.id < $1.id }
      for (number, row) in VersionPairing(versions).rows.enumerated() {
        for (version, obligation) in row.byVersion {
          let term = Term(
            license: versions[version].id, kind: .obligation(obligation.kind), clause: obligation.clause)
          if rows[term] == nil { rows[term] = number }
        }
      }
    }

    /// What findings about one term and one source share.
    func key(of finding: Finding) -> [String] {
      let term = Term(license: finding.license, kind: finding.kind, clause: finding.clause)
      return [finding.source, finding.kind.rawValue, rows[term].map(String.init) ?? finding.modality.rawValue]
    }
  }
}

extension Subject {
  /// Whether a text governs, or is one of those that may.
  func isUnder(_ license: String) -> Bool {
    self.license.id == license || alternatives.contains { $0.id == license }
  }
}

extension Assessment {
  /// What came into force after a day, and until today, in the place of terms that speak about the project's sources.
  public func changes(since day: CalendarDate, today: CalendarDate?) -> [TermsChange] {
    var pairs: [[String]] = []
    for subject in subjects where !subject.license.isRead {
      let versions = successors(of: subject).filter { version in
        version.date.map { date in date > day && today.map { date <= $0 } ?? true } ?? false
      }
      guard let latest = versions.max(), !subject.isUnder(latest.id) else { continue }
      guard subject.license.date.map({ date in latest.date.map { date < $0 } ?? false }) ?? true else { continue }
      pairs.append([subject.license.id, latest.id])
    }
    return pairs.unique().compactMap { pair in
      guard let old = library.license(pair[0]), let new = library.license(pair[1]) else { return nil }
      return TermsChange(from: old, to: new)
    }
  }

  /// The versions of what speaks about a source: those of its series, and what its service has been offered under.
  private func successors(of subject: Subject) -> [LicenseVersion] {
    let series = subject.license.series.map { library.versions(of: $0) } ?? []
    guard subject.license.binds == .acceptor else { return series }
    let node = lineage.nodes[subject.node].id.text
    let name = subject.edge?.acquisition.service ?? library.catalog.model(node)?.service ?? node
    guard let service = library.catalog.service(name) else { return series }
    let timelines = [service.terms, service.policies].filter { timeline in
      timeline.contains { $0.license == subject.license.id }
    }
    return series + timelines.flatMap { $0.map { LicenseVersion(id: $0.license, date: $0.window.from) } }
  }

  /// The same project where a text governs all that another one governs, or may govern.
  func governed(by new: License, insteadOf old: String) -> Assessment {
    var copy = self
    copy.subjects = subjects.map { $0.isUnder(old) ? $0.governed(by: new) : $0 }
    return copy
  }
}
