import Compliance
import LicenseKnowledge
import Obligations
import TestSupport
import Testing

/// What has to hold whatever the lineage is, tried on made-up ones.
@Suite struct LineageLawTests {
  @Test(arguments: UInt64(0)..<60) func `the order in which sources are listed does not matter`(seed: UInt64) throws {
    let lineage = GeneratedLineage(seed: seed)
    let expected = Self.outcomes(try Scenario.check(lineage.manifest()))
    for order in 0..<3 {
      let other = lineage.shuffled(seed: seed * 10 + UInt64(order))
      #expect(Self.outcomes(try Scenario.check(other.manifest())) == expected, "\(lineage)\n\(other)")
    }
  }

  @Test(arguments: UInt64(0)..<60) func `another source silences no obligation`(seed: UInt64) throws {
    let lineage = GeneratedLineage(seed: seed)
    let before = try Scenario.check(lineage.manifest())
    let more = lineage.adding(seed: seed + 1000)
    let after = Set(try Scenario.check(more.manifest()).findings.filter { $0.status != .notTriggered }.map(Self.key))
    for finding in before.findings where finding.status != .notTriggered && !Self.exceptsDerivatives(finding) {
      #expect(after.contains(Self.key(finding)), "\(finding.message)\n\(lineage)\n\(more)")
    }
  }

  @Test(arguments: UInt64(0)..<30) func `the same project gives the same report`(seed: UInt64) throws {
    let manifest = GeneratedLineage(seed: seed).manifest()
    let (first, second) = (try Scenario.check(manifest), try Scenario.check(manifest))
    #expect(first.findings.map(Self.everything) == second.findings.map(Self.everything))
    #expect(first.questions.map(\.question) == second.questions.map(\.question))
  }

  /// Facts that a manifest may declare beside a lineage, and the words that prove them.
  static let facts: [(yaml: String, proof: String)] = [
    ("licensee: { competes-with: [OpenAI, Meta] }", "licensee.competes-with"),
    ("licensee: { competes-with: [] }", "licensee.competes-with"),
    ("licensee: { domicile: DE }", "licensee.domicile"), ("licensee: { domicile: US }", "licensee.domicile"),
    ("interpret: { adapter-is-derivative: yes }", "interpret.adapter-is-derivative"),
    ("interpret: { second-hand-outputs: yes }", "interpret.second-hand-outputs"),
    ("interpret: { model-is-adaptation-of-data: no }", "interpret.model-is-adaptation-of-data"),
    ("attest: { obligation: llama-3.1/comply-with-policy, statement: s, by: jane }", "attested by"),
  ]

  @Test(arguments: UInt64(0)..<12) func `a fact that turns a decision stands in its proof`(seed: UInt64) throws {
    let lineage = GeneratedLineage(seed: seed)
    let before = Dictionary(grouping: try Scenario.check(lineage.manifest()).findings, by: Self.key)
    for fact in Self.facts {
      for finding in try Scenario.check(lineage.manifest(fact.yaml)).findings
      where [.satisfied, .violated].contains(finding.status) {
        let statuses = Set(before[Self.key(finding), default: []].map(\.status))
        guard !statuses.contains(finding.status) else { continue }
        #expect(
          finding.evidence.contains { $0.says.hasPrefix(fact.proof) },
          "\(fact.yaml) made \(finding.id) of \(finding.source) \(finding.status.rawValue)\n\(lineage)")
      }
    }
  }

  /// Clauses that except derivatives of the licensed material itself are silenced by such a derivative.
  private static func exceptsDerivatives(_ finding: Finding) -> Bool {
    let clauses = Scenario.embedded.license(finding.license)?.obligations ?? []
    return clauses.contains { clause in
      guard .obligation(clause.kind) == finding.kind, clause.clause == finding.clause,
        case .all(let parts) = clause.condition
      else { return false }
      return parts.contains { if case .not = $0 { true } else { false } }
    }
  }

  private static func key(_ finding: Finding) -> String {
    "\(finding.id) \(finding.modality.rawValue) \(finding.clause) \(finding.source)"
  }

  private static func outcomes(_ report: Report) -> [String] {
    report.findings.map { "\(key($0)) \($0.status.rawValue) \($0.severity.rawValue)" }.sorted()
  }

  private static func everything(_ finding: Finding) -> String {
    let places = ([finding.location] + finding.evidence.map(\.location)).map { "\($0?.start.line ?? 0)" }
    return "\(key(finding)) \(finding.status) \(finding.message) \(finding.help ?? "") \(finding.missing.map(\.id)) "
      + "\(finding.path.map { "\($0.artefact) \($0.relation)" }) \(finding.evidence.map(\.says)) \(places)"
  }
}
