import Compliance
import Diagnostics
import Testing

@Suite struct WaiverTests {
  private static func check(_ waiver: String, today: String? = "2025-06-01", name: String = "thing-7b") throws -> Report
  {
    let manifest = """
      model: { name: acme/\(name), license: llama3.1 }
      release: { how: [weights] }
      sources: { model: lab/base, relation: finetune, license: llama-3.1 }
      waive: { \(waiver) }
      """
    return try Scenario.check(manifest, today: today)
  }

  private static let prefix = "finding: llama-3.1/name-prefix, reason: permission-granted, by: jane@acme.example"

  @Test func `a waived finding is open no longer, and says who waived it`() throws {
    let report = try Self.check(Self.prefix)
    let finding = try #require(report.findings("llama-3.1/name-prefix").first)
    #expect(finding.status == .waived)
    let proof = try #require(finding.evidence.first { $0.says == "waived by jane@acme.example: permission-granted" })
    #expect(proof.location?.path == "pedigree.yaml")
    #expect(report.findings("stale-waiver").isEmpty)
  }

  @Test(arguments: [("2025-06-01", Status.waived), ("2025-05-31", .violated), ("2026-01-01", .waived)])
  func `a waiver counts to the end of the day on which it expires`(expires: String, status: Status) throws {
    let report = try Self.check("\(Self.prefix), expires: \(expires)")
    #expect(report.status("llama-3.1/name-prefix") == status)
    #expect(report.findings("stale-waiver").isEmpty == (status == .waived))
  }

  @Test func `a waiver that waives nothing is reported`() throws {
    let report = try Self.check(Self.prefix, name: "Llama-thing-7b")
    #expect(report.status("llama-3.1/name-prefix") == .satisfied)
    #expect(report.findings("stale-waiver").map(\.source) == ["llama-3.1/name-prefix"])
  }

  @Test func `a waiver waives what it names and nothing else`() throws {
    let statuses = try Self.check(Self.prefix).findings.filter { $0.status == .waived }.map(\.id)
    #expect(Set(statuses) == ["llama-3.1/name-prefix"])
  }

  private static func twoSources(_ answer: String, today: String? = "2025-06-01") throws -> Report {
    let manifest = """
      model: { name: acme/thing-7b, license: llama3.1 }
      release: { how: [weights] }
      sources:
        - { model: lab/one, relation: merge, license: llama-3.1 }
        - { model: lab/two, relation: merge, license: llama-3.1 }
      \(answer)
      """
    return try Scenario.check(manifest, today: today)
  }

  private static func open(_ report: Report, _ id: String) -> [String] {
    report.findings(id).filter { [.violated, .undetermined].contains($0.status) }.map(\.source)
  }

  @Test func `a waiver says which of several sources it is for`() throws {
    let vague = try Self.twoSources("waive: { \(Self.prefix) }")
    #expect(Self.open(vague, "llama-3.1/name-prefix") == ["lab/one", "lab/two"])
    #expect(vague.findings("stale-waiver").count == 1)
    let clear = try Self.twoSources("waive: { \(Self.prefix), source: lab/two }")
    #expect(Self.open(clear, "llama-3.1/name-prefix") == ["lab/one"])
    #expect(clear.findings("stale-waiver").isEmpty)
  }

  @Test func `an attestation says which of several sources it is for`() throws {
    let word = "obligation: llama-3.1/comply-with-policy#1.b.iv, statement: reviewed, by: jane"
    let vague = try Self.twoSources("attest: { \(word) }")
    #expect(vague.diagnostics.contains { $0.summary.contains("does not say which of 2 sources") })
    let clear = try Self.twoSources("attest: { \(word), source: lab/one }")
    let findings = clear.findings.filter { $0.clauseID == "llama-3.1/comply-with-policy#1.b.iv" }
    #expect(findings.filter { $0.status == .satisfied }.map(\.source) == ["lab/one"])
    #expect(findings.filter { $0.status == .undetermined }.map(\.source) == ["lab/two"])
  }

  @Test(arguments: [("2025-06-01", Status.satisfied), ("2025-05-31", .undetermined)])
  func `an attestation counts to the end of the day on which it expires`(expires: String, status: Status) throws {
    let word = "obligation: llama-3.1/comply-with-policy, source: lab/one, statement: reviewed, by: jane"
    let report = try Self.twoSources("attest: { \(word), expires: \(expires) }")
    let finding = report.findings.first {
      $0.clauseID == "llama-3.1/comply-with-policy#1.b.iv" && $0.source == "lab/one"
    }
    #expect(finding?.status == status)
  }

  @Test(arguments: [("", Severity.warning, "without end"), (", expires: 2030-01-01", .note, "until 2030-01-01")])
  func `a waiver tells what it covers, and warns where it has no end`(
    end: String, severity: Severity, says: String
  ) throws {
    let told = try Self.check(Self.prefix + end).diagnostics.filter { $0.summary.hasPrefix("the waiver covers") }
    #expect(told.map(\.severity) == [severity])
    #expect(told.first?.summary.contains("`llama-3.1/name-prefix`, 1.b.i of `lab/base`") == true)
    #expect(told.first?.summary.hasSuffix(says) == true)
  }

  @Test func `a waiver lapses when the text changes that it was given for`() throws {
    let help = try #require(
      try Self.check(Self.prefix).diagnostics.first { $0.summary.hasPrefix("the waiver covers") }?.help)
    let mark = try #require(help.split(separator: "`").first { $0.hasPrefix("text: ") })
    #expect(try Self.check("\(Self.prefix), \(mark)").status("llama-3.1/name-prefix") == .waived)
    let other = try Self.check("\(Self.prefix), text: 0000000000000000")
    #expect(other.status("llama-3.1/name-prefix") == .violated)
    #expect(other.findings("stale-waiver").map(\.status) == [.undetermined])
  }
}
