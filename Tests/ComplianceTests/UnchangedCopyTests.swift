import Compliance
import Testing

/// What contains or serves a model as it is was not made from it.
@Suite struct UnchangedCopyTests {
  private static func check(_ relation: String, how: String) throws -> Report {
    let manifest = """
      model: { name: acme/bench, license: apache-2.0 }
      release: { how: [\(how)], commercial: true }
      sources: { model: meta-llama/Llama-3.1-8B-Instruct, relation: \(relation) }
      documents: [README.md]
      complete: yes
      """
    return try Scenario.check(manifest, files: ["README.md": "# Bench\n\nAn application.\n"])
  }

  @Test(arguments: [("contains", "product"), ("contains", "weights"), ("serves", "hosted"), ("serves", "product")])
  func `an unchanged copy gives the product no name and no licence`(relation: String, how: String) throws {
    let report = try Self.check(relation, how: how)
    let open = report.findings.filter { $0.status == .violated || $0.status == .undetermined }.map(\.kind.rawValue)
    #expect(!open.contains("name-prefix"))
    #expect(!open.contains("outbound-license"))
    #expect(open.contains("comply-with-policy"))
    #expect(report.status("llama-3.1/display-branding") == .violated)
  }

  @Test(arguments: [
    ("contains", "product", Status.violated), ("contains", "weights", .violated), ("contains", "hosted", .notTriggered),
    ("serves", "hosted", .notTriggered), ("serves", "product", .notTriggered), ("serves", "weights", .notTriggered),
  ])
  func `who hands out a copy ships its notice`(relation: String, how: String, status: Status) throws {
    #expect(try Self.check(relation, how: how).status("llama-3.1/notice-file") == status)
  }

  @Test(arguments: ["finetune", "quantized", "merge"])
  func `what is made from something that contains a model is made from the model`(relation: String) throws {
    let manifest = """
      model: { name: acme/thing, license: apache-2.0 }
      release: { how: [weights] }
      sources:
        - model: other/bundle
          relation: \(relation)
          license: mit
          sources: { model: meta-llama/Llama-3.1-8B-Instruct, relation: contains }
      """
    #expect(try Scenario.check(manifest).status("llama-3.1/name-prefix") == .violated)
  }

  @Test func `serving beside shipping silences nothing`() throws {
    let manifest = """
      model: { name: acme/bench, license: apache-2.0 }
      release: { how: [product] }
      sources:
        - { model: meta-llama/Llama-3.1-8B-Instruct, relation: serves }
        - { model: meta-llama/Llama-3.1-8B-Instruct, relation: contains }
      documents: [README.md]
      """
    let report = try Scenario.check(manifest, files: ["README.md": "# Bench\n"])
    #expect(report.status("llama-3.1/notice-file") == .violated)
  }
}
