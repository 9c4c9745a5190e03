import Compliance
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
}
