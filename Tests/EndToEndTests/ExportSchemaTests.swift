import TestSupport
import Testing

/// Holds the exports of the lineage to the schemas of their formats.
@Suite struct ExportSchemaTests {
  private static func exports(_ format: String, samples: [String]) throws -> [String: String] {
    var documents = ["hostile.json": try ExportedGraph.text(format, manifest: ExportedGraph.hostile)]
    for sample in samples { documents["\(sample).json"] = try ExportedGraph.text(format, sample: sample) }
    return documents
  }

  @Test(.enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"))
  func `graphs keep to the published schema`() throws {
    let documents = try Self.exports("json", samples: Repository.sampleNames)
    let mistakes = try SchemaValidation.mistakes(documents, schema: "graph.schema.json")
    #expect(mistakes == "")
  }

  @Test(
    .enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"),
    arguments: [#"{ "version": 1 }"#, #"{ "version": 2, "release": "a", "steps": [] }"#])
  func `the schema of graphs refuses what is none`(document: String) throws {
    let mistakes = try SchemaValidation.mistakes(["wrong.json": document], schema: "graph.schema.json")
    #expect(mistakes.hasPrefix("wrong.json "), "\(mistakes)")
  }

  @Test(.enabled(if: ExportValidation.python != nil, "scripts/install-validators was not run"))
  func `CycloneDX's validator has nothing against any sample`() throws {
    let mistakes = try ExportValidation.cyclonedxMistakes(
      try Self.exports("cyclonedx", samples: Repository.sampleNames))
    #expect(mistakes == "")
  }

  @Test(
    .enabled(
      if: ExportValidation.python != nil && ExportValidation.hasSPDX,
      "scripts/install-validators was not run, or SPDX's schema is not here; PEDIGREE_CORPUS names it"))
  func `SPDX's schema and model have nothing against samples`() throws {
    // SPDX's model takes seconds for each document.
    let mistakes = try ExportValidation.spdxMistakes(
      try Self.exports("spdx", samples: ["alpaca-chain", "unknown-license"]))
    #expect(mistakes == "")
  }

  @Test(.enabled(if: ExportValidation.python != nil, "scripts/install-validators was not run"))
  func `CycloneDX's validator refuses a licence that is not on SPDX's list as an id`() throws {
    let component = #"{ "type": "data", "name": "a", "licenses": [{ "license": { "id": "llama3.1" } }] }"#
    let bom = #"{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [\#(component)] }"#
    #expect(try ExportValidation.cyclonedxMistakes(["wrong.json": bom]).hasPrefix("wrong.json "))
  }

  @Test(.enabled(if: ExportValidation.python != nil, "scripts/install-validators was not run"))
  func `every licence that the knowledge calls SPDX's is on its list`() throws {
    var components: [String] = []
    for file in Repository.files(below: Repository.licenses, suffix: ".yaml") {
      let text = String(decoding: try #require(Repository.bytes(of: "\(Repository.licenses)/\(file)")), as: UTF8.self)
      for line in text.split(separator: "\n") where line.hasPrefix("spdx: ") {
        let id = line.dropFirst("spdx: ".count)
        components.append(
          #"{ "type": "data", "name": "\#(file)", "licenses": [{ "license": { "id": "\#(id)" } }] }"#)
      }
    }
    #expect(!components.isEmpty)
    let bom =
      #"{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [\#(components.joined(separator: ", "))] }"#
    #expect(try ExportValidation.cyclonedxMistakes(["list.json": bom]) == "")
  }
}
