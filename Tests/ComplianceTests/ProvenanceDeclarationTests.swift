import Compliance
import Testing

/// Nothing checked is no pass, and what is declared on one side silences nothing on the other.
@Suite struct ProvenanceDeclarationTests {
  @Test(arguments: [
    "model: { name: acme/thing-7b, license: mit }",
    "model: { name: acme/thing-7b, license: mit }\nsources: []",
    "dataset: { name: acme/chats, license: mit }\nrelease: { how: [weights] }",
  ])
  func `a declaration without sources leaves nothing to check`(manifest: String) throws {
    let finding = try #require(try Scenario.check(manifest).findings("no-provenance").first)
    #expect(finding.status == .undetermined)
    #expect(finding.severity == .warning)
    #expect(finding.message.hasPrefix("nothing to check"))
  }

  @Test(arguments: [
    "sources: []\ncomplete: yes", "complete: yes", "sources: { model: mistralai/Mistral-7B-v0.1, relation: finetune }",
  ])
  func `trained from scratch is said by a list that is complete`(sources: String) throws {
    let report = try Scenario.check("model: { name: acme/thing-7b, license: mit }\n\(sources)")
    #expect(report.findings("no-provenance").isEmpty)
  }

  @Test(arguments: ["SuperChat-Llama-3.1-8B", "tiny-llama-3.1-8b-gguf", "our-llama3.1-thing"])
  func `the name of a release hints at what nobody lists`(name: String) throws {
    let card = "---\nlicense: mit\n---\n# A model\n"
    let report = try Scenario.check("model: { name: acme/\(name), license: mit }", files: ["README.md": card])
    #expect(report.findings("llama-3.1/outbound-license").map(\.status) == [.undetermined])
    let complete = try Scenario.check("model: { name: acme/\(name), license: mit }\nsources: []\ncomplete: yes")
    #expect(complete.findings("llama-3.1/outbound-license").isEmpty)
  }

  @Test(arguments: [
    "{ model: meta-llama/Llama-3.1-8B, relation: evaluated-with }",
    "{ model: meta-llama/Llama-3.1-8B, relation: distilled, accepted-by: us }",
    "{ dataset: acme/chats, relation: trained-on, license: mit, sources: { model: meta-llama/Llama-3.1-8B, relation: generated-by } }",
  ])
  func `a licence that only one maker gives stays a hint beside other uses of its models`(source: String) throws {
    let manifest = """
      model: { name: acme/Llama-thing, license: llama3.1 }
      release: { how: [weights] }
      sources: [{ model: mistralai/Mistral-7B-v0.1, relation: finetune }, \(source)]
      documents: [README.md]
      """
    let report = try Scenario.check(manifest, files: ["README.md": "# A model\n"])
    let open = report.findings("llama-3.1/notice-file").contains { [.violated, .undetermined].contains($0.status) }
    #expect(open)
  }

  @Test(arguments: ["mistralai/Mistral-7B-v0.1", "tiiuae/falcon-7b", "EleutherAI/pythia-1b"])
  func `a merge with something of unknown licence weakens nothing`(base: String) throws {
    let known = """
      model: { name: acme/thing, license: apache-2.0 }
      release: { how: [weights] }
      sources:
        - { model: meta-llama/Llama-2-7b-hf, relation: distilled, accepted-by: us }
        - { model: \(base), relation: merge }
      """
    #expect(try Scenario.check(known).status("llama-2/train-on-outputs") == .violated)
    let merged = "\(known)\n  - { model: someone/unheard-of, relation: merge }"
    #expect(try Scenario.check(merged).status("llama-2/train-on-outputs") == .violated)
  }

  @Test func `an internal release needs no licence`() throws {
    let sources = "sources: { model: mistralai/Mistral-7B-v0.1, relation: finetune }"
    let inside = try Scenario.check("model: { name: acme/thing }\nrelease: { how: [internal] }\n\(sources)")
    #expect(inside.findings("unknown-license").isEmpty)
    let outside = try Scenario.check("model: { name: acme/thing }\nrelease: { how: [weights] }\n\(sources)")
    #expect(outside.findings("unknown-license").count == 1)
  }

  @Test(arguments: ["dataset", "model"])
  func `a dataset can be what is released`(kind: String) throws {
    let manifest = """
      \(kind): { name: acme/answers, license: apache-2.0 }
      release: { how: [weights], commercial: true }
      licensee: { name: Acme, competes-with: [ChatGPT] }
      sources: { model: gpt-4o, relation: generated-by, accepted-by: us, from: 2024-06-01, to: 2024-07-01 }
      """
    let report = try Scenario.check(manifest)
    #expect(report.lineage.nodes[0].kind.rawValue == kind)
    // The outputs are gathered, and nothing is trained that could compete.
    #expect(report.status("openai-business-terms-2023-11-14/compete") == .notTriggered)
  }
}
