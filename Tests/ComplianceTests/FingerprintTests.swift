import Compliance
import Provenance
import TestSupport
import Testing

/// A fingerprint names a finding in every report in which the same is asked of the same source.
@Suite struct FingerprintTests {
  private static let source = "- { model: lab/base, relation: finetune, license: llama-3.1 }"

  private static func fingerprints(_ manifest: String, files: [String: String] = [:]) throws -> Set<String> {
    Set(try Scenario.check(manifest, files: files).findings.filter { $0.license == "llama-3.1" }.map(\.fingerprint))
  }

  @Test(arguments: [
    "\n\n# moved\nmodel: { name: acme/thing-7b }\nsources:\n  \(source)",
    "model: { name: acme/thing-7b }\nsources:\n  - { model: lab/other, relation: finetune, license: MIT }\n  \(source)",
    "model: { name: acme/thing-7b, license: MIT }\nsources:\n  \(source)",
  ])
  func `it does not depend on lines, order or status`(manifest: String) throws {
    let first = try Self.fingerprints("model: { name: acme/thing-7b }\nsources:\n  \(Self.source)")
    #expect(first.count > 5)
    #expect(try Self.fingerprints(manifest) == first)
  }

  @Test func `another source has others`() throws {
    let first = try Self.fingerprints("model: { name: acme/thing-7b }\nsources:\n  \(Self.source)")
    let other = try Self.fingerprints(
      "model: { name: acme/thing-7b }\nsources: { model: lab/next, relation: finetune, license: llama-3.1 }")
    #expect(first.isDisjoint(with: other))
  }

  @Test(arguments: Repository.sampleNames) func `no two findings of a report share one and its status`(
    sample: String
  ) throws {
    let project = try ProjectReader(library: Scenario.embedded).read("\(Repository.samples)/\(sample)", name: nil)
    let report = Scenario.check(project)
    let keys = report.findings.map { "\($0.fingerprint) \($0.status) \($0.message)" }
    #expect(Set(keys).count == keys.count)
  }
}
