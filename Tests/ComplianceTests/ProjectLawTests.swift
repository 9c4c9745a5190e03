import Compliance
import Foundation
import LicenseKnowledge
import Obligations
import Provenance
import TestSupport
import Testing

/// What has to hold whatever a project is, tried on made-up ones.
///
/// Each law is tried on a share of 2,000 projects; `PEDIGREE_LAWS` sets another number.
@Suite struct ProjectLawTests {
  private static let projects = ProcessInfo.processInfo.environment["PEDIGREE_LAWS"].flatMap(UInt64.init) ?? 2_000
  /// Parts in which a law is tried, beside one another.
  private static let parts = UInt64(0)..<8

  /// The seeds of a part, of a law that checks `variants` projects for each seed.
  private static func seeds(_ part: UInt64, _ variants: UInt64) -> StrideTo<UInt64> {
    stride(from: part, to: projects / 5 / variants, by: parts.count)
  }

  @Test(arguments: parts) func `the order in which sources are listed does not matter`(part: UInt64) throws {
    for seed in Self.seeds(part, 2) {
      let project = GeneratedProject(seed: seed)
      let other = project.shuffled(seed: seed + 1)
      let (expected, got) = (Self.outcomes(try Self.check(project)), Self.outcomes(try Self.check(other)))
      #expect(got == expected, "\(Self.difference(expected, got))\n\(project)\n\(other)")
    }
  }

  @Test(arguments: parts) func `another source silences no obligation`(part: UInt64) throws {
    for seed in Self.seeds(part, 3) {
      let project = try Self.withWaiver(GeneratedProject(seed: seed))
      let more = project.addingEdge(seed: seed + 1)
      let after = try Self.check(more)
      let statuses = Self.statuses(after)
      let report = try Self.check(project)
      let implied = Self.implied(in: report.lineage)
      for (key, before) in Self.statuses(report) where !key.isExcepted(in: after) {
        // What the release's own licence implies, a source that turns out to be under it explains; as long as none is
        // known, another nameless source may bring it.
        let licenses = implied[key.source] ?? []
        if licenses.contains(where: { Self.explains($0, after.lineage) }) { continue }
        let now =
          licenses.isEmpty
          ? statuses[key] ?? [] : Set(statuses.filter { $0.key.isClause(of: key) }.values.joined())
        if before != [.notTriggered] {
          #expect(!now.subtracting([.notTriggered]).isEmpty, "silenced: \(key)\n\(project)\n\(more)")
        }
        if !before.isDisjoint(with: Self.broken) {
          #expect(!now.isDisjoint(with: Self.broken), "mended: \(key), \(now)\n\(project)\n\(more)")
        }
      }
    }
  }

  /// The licences that the release's own one implies for sources, by their names.
  private static func implied(in lineage: Lineage) -> [String: [String]] {
    let claims = lineage.nodes.map { node in
      (node.id.text, node.licenses.filter { $0.basis == .implied }.map(\.name))
    }
    return Dictionary(claims.filter { !$0.1.isEmpty }) { first, _ in first }
  }

  /// Whether something under a licence, or under another version of it, went into the release.
  private static func explains(_ license: String, _ lineage: Lineage) -> Bool {
    var open = [Lineage.release]
    var seen: Set<Int> = [Lineage.release]
    while let child = open.popLast() {
      for edge in lineage.edges(into: child) where edge.relation != .evaluatedWith && edge.relation != .tokenizerOf {
        let names = lineage.nodes[edge.parent].licenses.filter { $0.basis != .implied }.map(\.name)
        if names.contains(where: { isVersion($0, of: license) }) { return true }
        if seen.insert(edge.parent).inserted { open.append(edge.parent) }
      }
    }
    return false
  }

  private static func isVersion(_ name: String, of license: String) -> Bool {
    guard let id = Scenario.embedded.resolve(name).knownID else { return false }
    return id == license
      || Scenario.embedded.license(id)?.series.map { $0 == Scenario.embedded.license(license)?.series } ?? false
  }

  /// What is broken stays broken, whether or not somebody decided to live with it.
  private static let broken: Set<Status> = [.violated, .waived]

  /// The project with a waiver for a finding that is violated, where there is one.
  private static func withWaiver(_ project: GeneratedProject) throws -> GeneratedProject {
    try waivable(in: check(project)).map { project.waiving($0.clauseID) } ?? project
  }

  /// A violated finding that one waiver without a source names.
  private static func waivable(in report: Report) -> Finding? {
    report.findings.first { finding in
      finding.status == .violated && !finding.license.isEmpty
        && report.findings.allSatisfy { $0.clauseID != finding.clauseID || $0.source == finding.source }
    }
  }

  @Test(arguments: parts) func `a fact that turns a decision stands in its proof`(part: UInt64) throws {
    for seed in Self.seeds(part, 2) {
      let project = GeneratedProject(seed: seed)
      guard let (more, fact) = project.addingFact(seed: seed + 1) else { continue }
      try Self.expectTurns(from: project, to: more) { evidence in evidence.says.hasPrefix(fact.proof) }
    }
  }

  @Test(arguments: parts) func `a document that turns a decision stands in its proof`(part: UInt64) throws {
    for seed in Self.seeds(part, 2) {
      let project = GeneratedProject(seed: seed)
      guard let (more, path) = project.addingDocument(seed: seed + 1) else { continue }
      try Self.expectTurns(from: project, to: more) { evidence in evidence.location?.path == path }
    }
  }

  @Test(arguments: parts) func `a waiver waives what it names, and nothing else`(part: UInt64) throws {
    for seed in Self.seeds(part, 2) {
      let project = GeneratedProject(seed: seed)
      let before = try Self.check(project)
      guard let waived = Self.waivable(in: before) else { continue }
      let more = project.waiving(waived.clauseID)
      let after = try Self.check(more).findings
      for finding in after {
        let isNamed = finding.clauseID == waived.clauseID
        #expect(isNamed || finding.status != .waived, "\(finding.clauseID) is waived\n\(more)")
        #expect(!isNamed || finding.status != .violated, "\(finding.clauseID) is not waived\n\(more)")
      }
      #expect(after.count == before.findings.count, "\(more)")
    }
  }

  @Test(arguments: parts) func `every place lies in its file, and every step where its source is named`(part: UInt64)
    throws
  {
    for seed in Self.seeds(part, 1) {
      let project = GeneratedProject(seed: seed)
      for finding in try Self.check(project).findings {
        for place in [finding.location] + finding.evidence.map(\.location) + finding.path.map(\.location) {
          guard let place else { continue }
          #expect(place.range.upperBound <= place.file.bytes.count, "\(finding.id)\n\(project)")
          #expect(place.start.offset == place.range.lowerBound, "\(finding.id)\n\(project)")
        }
        for step in finding.path where step.location.path == "pedigree.yaml" && !step.artefact.hasPrefix("(") {
          #expect(step.location.text == step.artefact, "\(finding.id)\n\(project)")
        }
        for evidence in finding.evidence where evidence.location?.path == "pedigree.yaml" {
          guard let key = Self.declaredKey(evidence.says) else { continue }
          #expect(Self.line(of: evidence).contains(key), "\(evidence.says)\n\(project)")
        }
      }
    }
  }

  /// Expects that every decision that is another one in `more` says why.
  private static func expectTurns(
    from project: GeneratedProject, to more: GeneratedProject, because isReason: (Evidence) -> Bool
  ) throws {
    let before = Self.statuses(try check(project))
    for finding in try check(more).findings where [.satisfied, .violated].contains(finding.status) {
      guard let statuses = before[Key(finding)], !statuses.contains(finding.status) else { continue }
      let isProven = finding.evidence.contains(where: isReason)
      #expect(
        isProven,
        "\(statuses.map(\.rawValue)) became \(finding.status.rawValue): \(Key(finding))\n\(project)\n\(more)")
    }
  }

  private static func check(_ project: GeneratedProject) throws -> Report {
    try Scenario.check(project.manifest, files: project.documents)
  }

  /// The key that evidence of a declared fact begins with: `release.how: weights`.
  private static func declaredKey(_ says: String) -> Substring? {
    guard let colon = says.firstIndex(of: ":"), let dot = says.firstIndex(of: "."), dot < colon else { return nil }
    let key = says[says.index(after: dot)..<colon]
    return says[..<dot].allSatisfy(\.isLetter) && key.allSatisfy { $0.isLetter || $0 == "-" } ? key : nil
  }

  private static func line(of evidence: Evidence) -> String {
    evidence.location.flatMap { $0.file.line($0.start.line) } ?? ""
  }

  private static func statuses(_ report: Report) -> [Key: Set<Status>] {
    Dictionary(grouping: report.findings.filter { !$0.license.isEmpty }, by: Key.init).mapValues {
      Set($0.map(\.status))
    }
  }

  private static func outcomes(_ report: Report) -> [String] {
    report.findings.map { "\(Key($0)) \($0.status.rawValue) \($0.severity.rawValue)" }.sorted()
  }

  private static func difference(_ left: [String], _ right: [String]) -> String {
    let lost = left.filter { !right.contains($0) }.map { "- \($0)" }
    return (lost + right.filter { !left.contains($0) }.map { "+ \($0)" }).joined(separator: "\n")
  }

  /// What a source brings, whatever becomes of it.
  private struct Key: Hashable, CustomStringConvertible {
    let id: String
    let license: String
    let kind: FindingKind
    let modality: Modality
    let clause: String
    let source: String

    init(_ finding: Finding) {
      id = finding.id
      license = finding.license
      kind = finding.kind
      modality = finding.modality
      clause = finding.clause
      source = finding.source
    }

    var description: String { "\(id)#\(clause) \(modality.rawValue) of \(source)" }

    /// Whether the same clause speaks about another source.
    func isClause(of other: Key) -> Bool { id == other.id && clause == other.clause && modality == other.modality }

    /// Whether the clause excepts derivatives of something that a report knows to be among the sources.
    func isExcepted(in report: Report) -> Bool {
      let clauses = Scenario.embedded.license(license)?.obligations ?? []
      return clauses.contains { clause in
        guard .obligation(clause.kind) == kind, clause.clause == self.clause, case .all(let parts) = clause.condition
        else { return false }
        return parts.contains { part in
          guard case .not(let excepted) = part else { return false }
          guard case .derivativeUnder(let licenses) = excepted else { return true }
          return report.findings.contains { licenses.contains($0.license) }
        }
      }
    }
  }
}
