import TestSupport
import Testing

/// What the schema of CycloneDX leaves open, and readers count on.
@Suite struct CycloneDXExportTests {
  private static func bom(_ manifest: String, files: [String: String] = [:]) throws -> JSONObject {
    try ExportedGraph.object(ExportedGraph.text("cyclonedx", manifest: manifest, files: files))
  }

  @Test func `every reference leads to one part of the document`() throws {
    for sample in Repository.sampleNames {
      let bom = try ExportedGraph.object(ExportedGraph.text("cyclonedx", sample: sample))
      Self.expectSoundReferences(bom, sample)
    }
    Self.expectSoundReferences(try Self.bom(ExportedGraph.hostile), "hostile names")
  }

  private static func expectSoundReferences(_ bom: JSONObject, _ name: String) {
    let named = bom.all("bom-ref")
    #expect(Set(named).count == named.count, "\(name): references that stand twice")
    let used = ["ref", "dependsOn", "dependencies", "target", "evidence", "requirement", "claims", "counterClaims"]
      .flatMap { bom.all($0) }
    #expect(Set(used).subtracting(named) == [], "\(name)")
  }

  @Test func `the same project gives the same bytes, another one another number`() throws {
    let manifest = "pedigree: 1\nmodel: { name: acme/x, license: mit }\nsources: []\n"
    let first = try ExportedGraph.text("cyclonedx", manifest: manifest)
    #expect(try ExportedGraph.text("cyclonedx", manifest: manifest) == first)
    #expect(!first.contains("timestamp"))
    let number = try #require(try ExportedGraph.object(first).text("serialNumber"))
    #expect(number.contains(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
    #expect(try Self.bom(manifest + "complete: yes\n").text("serialNumber") != number)
  }

  @Test(arguments: [
    // On SPDX's list, under the name that the Hub gives it.
    ("apache-2.0", #"id: Apache-2.0"#),
    // Known, and not on the list.
    ("llama3.1", "name: llama3.1"),
    ("LicenseRef-own", "name: LicenseRef-own"), ("no such licence", "name: no such licence"),
    ("mit OR apache-2.0", "expression: MIT OR Apache-2.0"),
    ("MIT AND (Apache-2.0 OR ISC)", "expression: MIT AND (Apache-2.0 OR ISC)"),
    ("MIT OR llama3.1", "name: MIT OR llama3.1"),
  ])
  func `a licence is named by SPDX's id where it has one`(written: String, expected: String) throws {
    let bom = try Self.bom("pedigree: 1\nmodel: { name: acme/x, license: \"\(written)\" }\nsources: []\n")
    let choice = try #require(bom.object("metadata").object("component").objects("licenses").first)
    let license = choice.object("license")
    let shown =
      license.text("id").map { "id: \($0)" } ?? license.text("name").map { "name: \($0)" }
      ?? "expression: \(choice.text("expression") ?? "")"
    #expect(shown == expected)
  }

  @Test func `parents are ancestors, what is only mentioned is a variant`() throws {
    let bom = try Self.bom(
      """
      pedigree: 1
      model: { name: acme/x, license: mit }
      sources:
        - { model: acme/base, relation: finetune }
        - { model: openai/gpt-4o, relation: distilled, samples: 12, accepted-by: us }
        - { dataset: acme/words, relation: trained-on }
        - { dataset: acme/exam, relation: evaluated-with }
      """,
      files: [
        "examples/adapter_config.json": #"{ "peft_type": "LORA", "base_model_name_or_path": "acme/other-base" }"#
      ])
    let release = bom.object("metadata").object("component")
    let pedigree = release.object("pedigree")
    let ancestors = pedigree.objects("ancestors")
    #expect(
      ancestors.map { $0.property("relation") } == ["finetune", "distilled", "trained-on"])
    #expect(ancestors.allSatisfy { $0.property("certainty") == "declared" && !$0.has("bom-ref") })
    #expect(ancestors.map { $0.text("purl") } == ["pkg:huggingface/acme/base", nil, nil], "gpt-4o is only served")
    #expect(ancestors[1].property("samples") == "12" && ancestors[1].property("accepted-by") == "us")
    #expect(ancestors.map { $0.property("place") }.first == "pedigree.yaml:4:14")
    #expect(pedigree.objects("variants").map { $0.property("ref") } == ["model/acme/other-base"])
    #expect(release.property("evaluated-with") == "dataset/acme/exam")
    let datasets = release.object("modelCard").object("modelParameters").objects("datasets").map { $0.text("ref") }
    #expect(datasets == ["dataset/acme/words"], "what tests is no training data")
    let parents = bom.objects("dependencies").first { $0.text("ref") == "model/acme/x" }?.texts("dependsOn")
    #expect(
      parents == ["model/acme/base", "model/openai/gpt-4o", "dataset/acme/words"], "nothing follows from a mention")
  }

  @Test(arguments: [("", "unknown"), ("complete: no", "unknown"), ("complete: yes", "complete")])
  func `the list of sources counts as complete only where the manifest says so`(line: String, aggregate: String) throws
  {
    let bom = try Self.bom("pedigree: 1\nmodel: { name: acme/x, license: mit }\nsources: []\n\(line)\n")
    #expect(bom.objects("compositions").map { $0.text("aggregate") } == [aggregate])
  }

  @Test func `every finding of the ledger is a claim, and only what is decided has a score`() throws {
    for sample in Repository.sampleNames {
      let bom = try ExportedGraph.object(ExportedGraph.text("cyclonedx", sample: sample))
      let folder = "\(Repository.samples)/\(sample)"
      let audit = try ExportedGraph.object(try Pedigree.run("audit", "--format", "json", in: folder).output)
      let declarations = bom.object("declarations")
      let claims = declarations.objects("claims")
      #expect(claims.map { $0.text("predicate") } == audit.objects("findings").map { $0.text("status") }, "\(sample)")
      #expect(claims.map { $0.text("reasoning") } == audit.objects("findings").map { $0.text("message") }, "\(sample)")
      let statuses = Dictionary(
        uniqueKeysWithValues: claims.map { ($0.text("bom-ref") ?? "", $0.text("predicate") ?? "") })
      for entry in declarations.objects("attestations").flatMap({ $0.objects("map") }) {
        let counted = Set(entry.texts("counterClaims").map { statuses[$0] })
        let others = Set(entry.texts("claims").map { statuses[$0] })
        #expect(counted.subtracting(["violated"]).isEmpty && !others.contains("violated"))
        let biting = others.subtracting(["not-triggered"])
        let score: Double? = counted.isEmpty ? biting == ["satisfied"] ? 1 : nil : 0
        #expect(entry.object("conformance").number("score") == score, "\(sample), \(entry.text("requirement") ?? "")")
      }
    }
  }
}
