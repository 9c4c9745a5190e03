import Foundation
import TestSupport
import Testing

/// The schema by which editors complete and check a declaration.
@Suite struct ManifestSchemaGoldenTests {
  private static let schema = "pedigree.schema.json"

  @Test func `the schema of the documentation is the one that the program prints`() throws {
    let run = try Pedigree.run("schema", files: [:])
    #expect(run.code == 0)
    #expect(try GoldenFile("\(Repository.root)/docs/\(Self.schema)").mismatch(with: run.output) == nil)
  }

  @Test(.enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"))
  func `the declarations of all samples follow it`() throws {
    let paths = Repository.files(below: Repository.samples, suffix: "pedigree.yaml")
    let documents = paths.map { path in
      (
        path.replacingOccurrences(of: "/", with: "-"),
        String(decoding: Repository.bytes(of: "\(Repository.samples)/\(path)") ?? [], as: UTF8.self)
      )
    }
    #expect(documents.count > 5)
    #expect(try SchemaValidation.mistakes(Dictionary(uniqueKeysWithValues: documents), schema: Self.schema) == "")
  }

  /// Declarations that the reader takes and whose forms are easily forgotten.
  private static let accepted = [
    "pedigree: 1\nsources: { model: a/b, relation: finetune, own: yes, revision: 123 }\nattest: []",
    "pedigree: 1\nrelease: { how: weights, monthly-active-users: { 2024-07-01: 5, at-release: 1_000 } }",
    "pedigree: 1\ninterpret: { otherwise: cautious, second-hand-outputs: no, a-question-of-ours: yes }",
    "pedigree: 1\nsettings: { fail-on: never, severity: { unknown-license: note }, max-depth: 3 }",
    "pedigree: 1\npolicy: { preset: commercial, require: no-share-alike, allow: [mit] }",
    "pedigree: 1\nsources:\n  - service: openai-api\n    relation: generated-by\n    from: 2024-05-01\n",
  ]

  /// Declarations with a mistake, and the words that the validator has for it.
  private static let mistaken = [
    ("pedigree: 2", "1 was expected"), ("model: { name: a/b }", "'pedigree' is a required property"),
    ("pedigree: 1\nmodel: { nmae: a/b }", "'nmae' was unexpected"),
    ("pedigree: 1\nsources: [{ model: a/b, relation: eaten }]", "eaten"),
    ("pedigree: 1\nsources: [{ relation: finetune }]", "finetune"),
    ("pedigree: 1\nrelease: { date: 1 May 2024 }", "1 May 2024"),
    ("pedigree: 1\ninterpret: { training-needs-license: perhaps }", "perhaps"),
    ("pedigree: 1\nwaive: { finding: a/b, by: y, reason: dunno }", "dunno"),
  ]

  @Test(.enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"))
  func `it takes what the reader takes, and flags what the reader does`() throws {
    for (index, text) in Self.accepted.enumerated() {
      #expect(try SchemaValidation.mistakes(["\(index).yaml": text], schema: Self.schema) == "", "\(text)")
      #expect(try Pedigree.run("check", files: ["pedigree.yaml": text]).code != 2, "\(text)")
    }
    for (text, words) in Self.mistaken {
      #expect(try SchemaValidation.mistakes(["m.yaml": text], schema: Self.schema).contains(words), "\(text)")
      #expect(try Pedigree.run("check", files: ["pedigree.yaml": text]).code == 2, "\(text)")
    }
  }

  @Test func `init writes the schema beside the draft, and the draft names it`() throws {
    let folder = try TemporaryFolder(["README.md": "---\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Thing\n"])
    #expect(try Pedigree.run("init", in: folder.path).code == 0)
    let draft = String(decoding: try #require(Repository.bytes(of: "\(folder.path)/pedigree.yaml")), as: UTF8.self)
    let first = try #require(draft.split(separator: "\n").first)
    let path = try #require(first.split(separator: "$schema=").last)
    #expect(first.hasPrefix("# yaml-language-server: $schema="))
    #expect(
      Repository.bytes(of: "\(folder.path)/\(path)") == Repository.bytes(of: "\(Repository.root)/docs/\(Self.schema)"))
    // It is no document of the release.
    #expect(try !Pedigree.run("audit", in: folder.path).output.contains("schema.json"))
    #expect(try !Pedigree.run("init", "-o", "-", in: folder.path).output.contains("yaml-language-server"))
  }
}
