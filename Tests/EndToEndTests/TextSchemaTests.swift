import TestSupport
import Testing

/// Holds what `parse` and `diff` print as JSON, and the lexicon, to their schemas, where Python can check it.
@Suite(.enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"))
struct TextSchemaTests {
  private static let folder = "\(Repository.root)/Tests/EndToEndTests/Texts"
  private static let texts = Repository.entries(of: folder)

  private static func output(_ arguments: [String]) throws -> String {
    try ProgramRun(ProgramRun.built("pedigree"), arguments + ["--format", "json"], in: folder).output
  }

  @Test func `parsed texts keep to their schema`() throws {
    var documents: [String: String] = [:]
    for text in Self.texts { documents["\(text).json"] = try Self.output(["parse", text]) }
    documents["empty.json"] = try Pedigree.run("parse", "--format", "json", "NONE", files: ["NONE": ""]).output
    let mistakes = try SchemaValidation.mistakes(documents, schema: "parse.schema.json")
    #expect(mistakes == "")
  }

  @Test func `comparisons keep to their schema`() throws {
    var documents: [String: String] = [:]
    for old in Self.texts {
      for new in Self.texts { documents["\(old)-\(new).json"] = try Self.output(["diff", old, new]) }
    }
    let mistakes = try SchemaValidation.mistakes(documents, schema: "diff.schema.json")
    #expect(mistakes == "")
  }

  @Test func `the lexicon keeps to its schema`() throws {
    let folder = "\(Repository.licenses)/lexicon"
    var documents: [String: String] = [:]
    for file in Repository.entries(of: folder) {
      documents[file] = String(decoding: try #require(Repository.bytes(of: "\(folder)/\(file)")), as: UTF8.self)
    }
    let mistakes = try SchemaValidation.mistakes(documents, schema: "lexicon.schema.json")
    #expect(mistakes == "")
  }

  @Test(arguments: [
    ("parse.schema.json", #"{ "version": 1, "obligations": [{ "kind": "nonsense" }] }"#),
    ("diff.schema.json", #"{ "version": 1, "differences": [{ "change": "came" }] }"#),
    ("lexicon.schema.json", #"{ "rules": [{ "kind": "use", "modality": "may", "frame": ["may"] }] }"#),
  ])
  func `a schema refuses what is not of its kind`(schema: String, document: String) throws {
    let mistakes = try SchemaValidation.mistakes(["wrong.json": document], schema: schema)
    #expect(mistakes.hasPrefix("wrong.json "), "\(mistakes)")
  }
}
