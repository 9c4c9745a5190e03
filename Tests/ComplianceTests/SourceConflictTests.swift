import Compliance
import Diagnostics
import Obligations
import Provenance
import TestSupport
import Testing

/// Where a project's files contradict each other about its sources, both places are named.
@Suite struct SourceConflictTests {
  private static let manifest = """
    model: { name: acme/Lantern-8B, license: llama3.1 }
    sources:
      - { model: meta-llama/Llama-3.1-8B, relation: finetune, license: llama3.1 }

    """

  private func conflicts(_ manifest: String? = nil, _ files: [String: String]) throws -> [String] {
    try Scenario.check(manifest, files: files).findings.filter { $0.kind == .declarationConflict }.map { finding in
      "\(finding.status.rawValue) \(finding.evidence.compactMap { $0.location.map { "\($0.path):\($0.start.line)" } })"
    }
  }

  @Test func `an adapter's configuration contradicts the relation that the manifest declares`() throws {
    let adapter = #"{ "peft_type": "LORA", "base_model_name_or_path": "meta-llama/Llama-3.1-8B" }"#
    #expect(
      try conflicts(Self.manifest, ["adapter_config.json": adapter]) == [
        #"undetermined ["pedigree.yaml:4", "adapter_config.json:1"]"#
      ])
  }

  @Test(arguments: [
    // Another model.
    ("mistralai/Mistral-7B-v0.1", [#"violated ["README.md:2", "adapter_config.json:1"]"#]),
    // The same one under a re-upload's name, as its quantized copy, and in other spelling.
    ("unsloth/Llama-3.1-8B", []), ("unsloth/Llama-3.1-8B-bnb-4bit", []), ("meta-llama/llama-3.1-8b", []),
  ])
  func `an adapter's base and the card's are held against each other`(_ base: String, _ found: [String]) throws {
    let files = [
      "README.md": "---\nbase_model: meta-llama/Llama-3.1-8B\nlicense: llama3.1\n---\n",
      "adapter_config.json": #"{ "peft_type": "LORA", "base_model_name_or_path": "\#(base)" }"#,
    ]
    #expect(try conflicts(nil, files) == found)
  }

  @Test(arguments: [
    ("0123456789abcdef0123456789abcdef01234567", "89abcdef0123456789abcdef0123456789abcdef", 1),
    ("0123456789abcdef0123456789abcdef01234567", "01234567", 0), ("main", "89abcdef0", 0),
  ])
  func `two commits of one source contradict each other`(_ first: String, _ second: String, _ count: Int) throws {
    func adapter(_ revision: String) -> String {
      """
      { "peft_type": "LORA", "base_model_name_or_path": "acme/base-7b", "revision": "\(revision)" }
      """
    }
    let files = ["a/adapter_config.json": adapter(first), "b/adapter_config.json": adapter(second)]
    #expect(try conflicts(nil, files).count == count)
  }
}
