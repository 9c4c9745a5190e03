import Foundation
import TestSupport
import Testing

@Suite struct BomRoundTripTests {
  /// The steps of a lineage that are no hints, as `child < relation parent`.
  private func steps(_ graph: ProgramRun) throws -> [String] {
    let root = try #require(try JSONSerialization.jsonObject(with: Data(graph.output.utf8)) as? [String: Any])
    let steps = try #require(root["steps"] as? [[String: Any]])
    return steps.filter { !["hinted", "mentioned"].contains($0["certainty"] as? String) }.map { step in
      ["child", "relation", "parent"].map { step[$0] as? String ?? "" }.joined(separator: " ")
    }.sorted()
  }

  @Test(
    arguments: ["alpaca-chain", "deepseek-r1-distill-llama-8b", "gemma-merge-as-mit", "llama-2-outputs"],
    ["cyclonedx", "spdx"])
  func `a bill that is written is read as the lineage that it was written from`(_ sample: String, _ format: String)
    throws
  {
    let folder = "\(Repository.samples)/\(sample)"
    let bill = try Pedigree.run("graph", "--format", format, in: folder).output
    let read = try Pedigree.run("graph", "bom.json", "--format", "json", files: ["bom.json": bill])
    #expect(try steps(read) == steps(Pedigree.run("graph", "--format", "json", in: folder)))
  }

  private static let everyRelation = [
    "pedigree.yaml": """
    pedigree: 1
    model: { name: acme/x, license: mit }
    sources:
      - { model: acme/a, relation: finetune, license: apache-2.0 }
      - { model: acme/b, relation: adapter, license: llama3.1 }
      - { model: acme/c, relation: merge }
      - { model: acme/d, relation: quantized }
      - { model: acme/e, relation: pruned }
      - { model: acme/f, relation: converted }
      - { model: acme/g, relation: initialised }
      - { model: acme/h, relation: continued }
      - { model: acme/i, relation: distilled }
      - { model: acme/j, relation: preference-by }
      - { model: acme/k, relation: tokenizer-of }
      - { dataset: acme/l, relation: evaluated-with }
      - dataset: acme/m
        relation: trained-on
        license: mit OR apache-2.0
        sources:
          - { dataset: acme/n, relation: derived-from }
          - { model: acme/o, relation: generated-by }
    """,
    "examples/adapter_config.json": #"{ "peft_type": "LORA", "base_model_name_or_path": "acme/mentioned" }"#,
  ]

  /// Artefacts with the licences that their names stand for.
  private func artefacts(_ graph: ProgramRun) throws -> Set<String> {
    Set(
      try ExportedGraph.object(graph.output).objects("artefacts").map { artefact in
        let licenses = Set(artefact.objects("licenses").flatMap { $0.texts("ids") }).sorted()
        return "\(artefact.text("kind") ?? "") \(artefact.text("id") ?? ""): \(licenses.joined(separator: ", "))"
      })
  }

  @Test(arguments: ["cyclonedx", "spdx"])
  func `every relation and licence comes back, and nothing that is only mentioned becomes a fact`(_ format: String)
    throws
  {
    let bill = try Pedigree.run("graph", "--format", format, files: Self.everyRelation).output
    let read = try Pedigree.run("graph", "bom.json", "--format", "json", files: ["bom.json": bill])
    let written = try Pedigree.run("graph", "--format", "json", files: Self.everyRelation)
    #expect(try steps(read) == steps(written))
    #expect(try artefacts(read) == artefacts(written))
  }
}
