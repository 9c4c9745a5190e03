import TestSupport
import Testing

/// Holds the licence files to the schema that is published for their authors, where Python can check it.
@Suite struct LicenseSchemaTests {
  @Test(
    .enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"),
    arguments: ["models", "software", "data", "services"])
  func `licence files keep to the published schema`(folder: String) throws {
    let folder = "\(Repository.licenses)/\(folder)"
    let files = Repository.files(below: folder, suffix: ".yaml")
    #expect(!files.isEmpty)
    var documents: [String: String] = [:]
    for file in files {
      documents[file] = String(decoding: try #require(Repository.bytes(of: "\(folder)/\(file)")), as: UTF8.self)
    }
    let mistakes = try SchemaValidation.mistakes(documents, schema: "licence.schema.json")
    #expect(mistakes == "")
  }
}
