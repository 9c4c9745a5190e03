import Diagnostics
import Obligations
import Provenance
import TestSupport
import Testing

@Suite struct CardFieldTests {
  /// Reads `yaml` as the front matter of a card, in which it starts in line 2.
  private func fields(_ yaml: String) throws -> (card: ModelCard, places: [String]) {
    var reader = ModelCardReader(names: KnownNames(), wordings: cardWordings, kindOfID: sampleKind)
    let file = SourceFile(path: "README.md", text: "---\n\(yaml)\n---\n\nText.\n")
    let card = reader.read(file, release: ArtefactID("acme/helper-7b"))
    return (try #require(card), reader.diagnostics.map(\.place))
  }

  @Test(arguments: [
    (["acme/Base-1B", "acme/Base-7B"], Relation.finetune), (["acme/Base-7B", "acme/Other-7B"], .merge),
    (["acme/Base-7B", "acme/Base-7B-v2"], .merge),
  ])
  func `several sizes of one base are the bases of a family, and no merge`(
    _ bases: [String], _ relation: Relation
  ) throws {
    let list = bases.map { "- \($0)\n" }.joined()
    #expect(try card("---\nbase_model:\n\(list)---\nText.").relation?.value == relation)
  }

  @Test(
    arguments: [
      ("license: mit", ["mit 2:10"]), ("license: 'mit'", ["mit 2:10"]),
      ("license: [mit, apache-2.0]", ["mit 2:11", "apache-2.0 2:16"]),
      ("license:\n- mit\n- é\n", ["mit 3:3", "é 4:3"]), ("language: en", []), ("license:", []), ("license: ~", []),
      // `other` hands over to its name; without one it stays what it is, which is not nothing.
      ("license: other\nlicense_name: mrl", ["mrl 3:15"]), ("license: Other\nlicense_name: mrl", ["mrl 3:15"]),
      ("license: other", ["other 2:10"]), ("license: other\nlicense_name:", ["other 2:10"]),
      ("license: mit\nlicense_name: mrl", ["mit 2:10"]),
      ("license: [mit, other]\nlicense_name: mrl", ["mit 2:11", "mrl 3:15"]),
      ("license: unknown", ["unknown 2:10"]), ("license: no", ["no 2:10"]), ("license: 3.0", ["3.0 2:10"]),
    ] as [(String, [String])])
  func `reads every licence with its place`(_ yaml: String, _ claims: [String]) throws {
    let (card, places) = try fields(yaml)
    #expect(card.licenses.map { "\($0.name) \($0.location.start.line):\($0.location.start.column)" } == claims)
    #expect(places == [])
  }

  @Test(
    arguments: [
      ("license: other\nlicense_name: x\nlicense_link: LICENSE", "LICENSE"),
      ("license: mit\nlicense_link: https://a.org/l", "https://a.org/l"), ("license: mit\nlicense_link:", nil),
      ("license: mit", nil),
    ] as [(String, String?)])
  func `reads where the licence's text is`(_ yaml: String, _ link: String?) throws {
    #expect(try fields(yaml).card.licenses.map(\.link) == [link])
  }

  @Test(arguments: [
    ("licence: mit", ["card-misspelt-key 2:10"]), ("licenses: [mit]", ["card-misspelt-key 2:11"]),
    ("License: mit", ["card-misspelt-key 2:10"]), ("license: mit\nlicence: license", []),
    ("license: { name: mit }", ["card-license-type 2:10"]), ("license: [[mit]]", ["card-license-type 2:11"]),
    ("license: ''", ["card-license-type 2:10"]), ("license: mit\nlicense: gpl-3.0", ["yaml-duplicate-key 3:1"]),
    ("- license", ["card-metadata 2:1"]), ("just words", ["card-metadata 2:1"]),
    ("license: [mit", ["yaml-syntax 2:14"]),
    ("base_model: { id: a/b }", ["card-wrong-type 2:13"]), ("datasets: [[a/b]]", ["card-wrong-type 2:12"]),
  ])
  func `says what keeps a field from being read`(_ yaml: String, _ expected: [String]) throws {
    let (_, places) = try fields(yaml)
    #expect(places == expected)
  }

  @Test func `takes no misspelt key for a licence`() throws {
    #expect(try fields("licence: mit").card.licenses.isEmpty)
    #expect(try fields("licenses: mit").card.licenses.isEmpty)
  }

  @Test(
    arguments: [
      ("base_model: a/b", ["a/b"]), ("base_model: [a/b, c/d]", ["a/b", "c/d"]),
      ("base_model:\n- a/b\n- c/d", ["a/b", "c/d"]),
      ("base_model:", []), ("base_model: ''", []), ("base_model: []", []), ("base_model: [a/b, '', ~]", ["a/b"]),
      ("base_models: a/b", ["a/b"]), ("finetuned_from: a/b", ["a/b"]),
      ("base_model: ./out/checkpoint-500", ["./out/checkpoint-500"]),
      ("base_model: a/b\nbase_models: [c/d]", ["a/b", "c/d"]),
    ] as [(String, [String])])
  func `reads the models that the release was made from`(_ yaml: String, _ bases: [String]) throws {
    let (card, places) = try fields(yaml)
    #expect(card.baseModels.map(\.value) == bases)
    #expect(card.baseModels.allSatisfy { $0.location.text == $0.value })
    #expect(places == [])
  }

  @Test(
    arguments: [
      ("base_model_relation: quantized", .quantized), ("base_model_relation: distilled", .distilled),
      ("base_model: a/b", nil), ("base_model: [a/b, c/d]", .merge), ("tags: [merge]", .merge),
      ("tags: [LoRA]", .adapter),
      ("library_name: peft", .adapter), ("tags: gguf", .quantized), ("tags: [chat]", nil),
      // What is said outright counts more than what can be concluded.
      ("base_model: [a/b, c/d]\nbase_model_relation: finetune\ntags: [gguf]", .finetune),
      ("base_model_relation:\ntags: [gguf]", .quantized),
    ] as [(String, Relation?)])
  func `reads how it was made from them, or concludes it`(_ yaml: String, _ relation: Relation?) throws {
    let (card, places) = try fields(yaml)
    #expect(card.relation?.value == relation)
    #expect(places == [])
  }

  @Test(arguments: [
    ("quantised", "did you mean `quantized`?"), ("fine-tune", "did you mean `finetune`?"),
    ("trained-on", "one of: finetune, adapter, merge, quantized"), ("x", "one of: finetune, adapter, merge, quantized"),
  ])
  func `refuses a relation that the Hub does not know`(_ word: String, _ help: String) throws {
    var reader = ModelCardReader(names: KnownNames(), wordings: cardWordings, kindOfID: sampleKind)
    let file = SourceFile(path: "a", text: "---\nbase_model: a/b\nbase_model_relation: \(word)\n---\n")
    let card = reader.read(file, release: ArtefactID("c/d"))
    #expect(card?.relation == nil)
    #expect(reader.diagnostics.map(\.place) == ["card-unknown-relation 3:22"])
    #expect(reader.diagnostics.first?.help == help)
  }

  @Test func `reads datasets, tags and the contract that people click through`() throws {
    let (card, places) = try fields(
      "datasets: [acme/notes, squad]\ntags:\n- chat\n- '2024'\nextra_gated_prompt: >-\n  You agree\n  to all.")
    #expect(card.datasets.map(\.value) == ["acme/notes", "squad"])
    #expect(card.tags.map(\.value) == ["chat", "2024"])
    #expect(card.gatedPrompt?.value == "You agree to all.")
    #expect(card.gatedPrompt?.location.start.line == 6)
    #expect(places == [])
    #expect(try fields("datasets: acme/notes").card.datasets.map(\.value) == ["acme/notes"])
    #expect(try fields("dataset: acme/notes").card.datasets.map(\.value) == ["acme/notes"])
  }

  @Test func `reads other people's aliases`() throws {
    #expect(try fields("datasets: &d [a/b]\nbase_model: *d").card.baseModels.map(\.value) == ["a/b"])
  }

  @Test func `speaks in the house style`() throws {
    for yaml in ["licence: mit", "license: { a: b }", "- a", "base_model: [[a]]", "base_model_relation: x"] {
      var reader = ModelCardReader(names: KnownNames(), wordings: cardWordings, kindOfID: sampleKind)
      _ = reader.read(SourceFile(path: "a", text: "---\n\(yaml)\n---\n"), release: ArtefactID("c/d"))
      #expect(reader.diagnostics.flatMap(\.styleMistakes) == [])
      #expect(!reader.diagnostics.isEmpty)
    }
  }
}
