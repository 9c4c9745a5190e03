import Compliance
import Provenance
import Testing

@Suite struct LineageTests {
  @Test func `sources that go in a circle are reported, and the rest is checked`() throws {
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      release: { how: [weights] }
      sources:
        - model: lab/one
          relation: finetune
          license: llama-3.1
          sources: [{ model: lab/two, relation: finetune, license: mit }]
        - model: lab/two
          relation: finetune
          sources: [{ model: lab/one, relation: finetune }]
      """
    let report = try Scenario.check(manifest)
    let cycle = try #require(report.diagnostics.first { $0.id == "lineage-cycle" })
    #expect(cycle.location != nil)
    #expect(report.status("llama-3.1/name-prefix") == .violated)
  }

  @Test func `a source that is declared as its own ancestor is no declaration`() throws {
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      sources:
        - model: lab/one
          relation: finetune
          sources: [{ model: lab/one, relation: finetune }]
      """
    #expect {
      try Scenario.check(manifest)
    } throws: { error in
      guard case ProjectError.unreadable(let diagnostics) = error else { return false }
      return diagnostics.map(\.id) == ["lineage-cycle"]
    }
  }

  @Test func `a chain as long as a manifest allows is followed to its end`() throws {
    var source = "{ model: lab/first, relation: finetune, license: llama-3.1 }"
    for number in 0..<14 {
      source = "{ model: lab/step-\(number)x, relation: finetune, license: mit, sources: [\(source)] }"
    }
    let report = try Scenario.check("model: { name: acme/thing-7b, license: mit }\nsources: [\(source)]")
    let finding = try #require(report.findings("llama-3.1/name-prefix").first { $0.source == "lab/first" })
    #expect(finding.path.count == 15)
  }

  @Test(arguments: ["", ", samples: 1", ", samples: 900", ", samples: 800000"])
  func `no number of samples is too small to count`(samples: String) throws {
    let manifest = """
      model: { name: acme/thing-7b, license: apache-2.0 }
      release: { how: [hosted], commercial: yes, date: 2024-08-15 }
      licensee: { competes-with: [OpenAI] }
      sources:
        - { model: openai/gpt-4o, relation: distilled, service: openai-api, terms: openai-business-terms,
            from: 2024-05-15, to: 2024-07-31, accepted-by: us\(samples) }
      """
    #expect(try Scenario.check(manifest).status("openai-business-terms-2023-11-14/compete") == .violated)
  }

  @Test(arguments: ["evaluated-with", "tokenizer-of"])
  func `what was only used beside the release brings no obligations`(relation: String) throws {
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      sources: { model: lab/one, relation: \(relation), license: llama-3.1 }
      """
    #expect(try Scenario.check(manifest).findings.allSatisfy { $0.license != "llama-3.1" })
  }

  @Test(arguments: ["evaluated-with", "tokenizer-of", "distilled"])
  func `a licence that only the release names is put down to its base, whatever stands beside`(relation: String) throws
  {
    let manifest = """
      model: { name: acme/thing-7b, license: llama3.1 }
      release: { how: [weights] }
      sources:
        - { model: lab/one, relation: finetune }
        - { model: lab/two, relation: \(relation), license: mit }
      """
    let beside = manifest.replacing("license: mit", with: "license: llama-3.1")
    #expect(try Scenario.check(manifest).status("llama-3.1/name-prefix") == .violated)
    if relation != "distilled" { #expect(try Scenario.check(beside).status("llama-3.1/name-prefix") == .violated) }
  }

  @Test(arguments: ["", ", sources: { model: meta-llama/Llama-3.1-8B, relation: distilled }"])
  func `what a source learnt upstream does not explain the release's own licence`(upstream: String) throws {
    let manifest = """
      model: { name: acme/Llama-thing-7b, license: llama3.1 }
      release: { how: [weights] }
      sources: { model: lab/base, relation: finetune, license: mit\(upstream) }
      complete: yes
      """
    let report = try Scenario.check(manifest)
    #expect(
      !report.findings("llama-3.1/notice-file").filter { [.violated, .undetermined].contains($0.status) }.isEmpty)
  }

  @Test func `a source that is named twice in different ways counts in each of them`() throws {
    func check(_ relations: [String]) throws -> Status? {
      let sources = relations.map { "  - { model: lab/one, relation: \($0), license: llama-3.1 }" }
      return try Scenario.check(
        "model: { name: acme/thing-7b, license: mit }\nrelease: { how: [weights] }\nsources:\n\(sources.joined(separator: "\n"))"
      ).status("llama-3.1/outbound-license")
    }
    #expect(try check(["adapter"]) == .undetermined)
    #expect(try check(["finetune", "adapter"]) == .violated)
    #expect(try check(["adapter", "finetune"]) == .violated)
  }

  @Test(arguments: [false, true])
  func `outputs that somebody else obtained do not hide those that the project obtained`(upstreamFirst: Bool) throws {
    let upstream = "  - { model: lab/one, relation: distilled, accepted-by: upstream, license: llama-2 }"
    let ours = """
        - dataset: lab/data
          relation: trained-on
          license: mit
          sources: [{ model: lab/one, relation: generated-by, accepted-by: us, license: llama-2 }]
      """
    let sources = upstreamFirst ? [upstream, ours] : [ours, upstream]
    let report = try Scenario.check(
      "model: { name: acme/thing-7b, license: mit }\nsources:\n\(sources.joined(separator: "\n"))")
    #expect(report.status("llama-2/train-on-outputs") == .violated)
  }
}
