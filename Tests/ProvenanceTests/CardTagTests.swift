import Diagnostics
import Obligations
import TestSupport
import Testing

@testable import Provenance

@Suite struct CardTagTests {
  /// Reads `yaml` as the front matter of a card.
  private func fields(_ yaml: String) throws -> (card: ModelCard, diagnostics: [Diagnostic]) {
    var reader = ModelCardReader(names: sampleNames, wordings: cardWordings, kindOfID: sampleKind)
    let file = SourceFile(path: "README.md", text: "---\n\(yaml)\n---\n\nText.\n")
    let card = reader.read(file, release: ArtefactID("acme/helper-7b"))
    return (try #require(card), reader.diagnostics)
  }

  private func shown(_ sources: [SourceStatement]) -> [String] {
    sources.map { "\($0.relation.rawValue) \($0.id.text) \($0.certainty)" }
  }

  @Test(
    arguments: [
      ("tags: [base_model:adapter:a/b]", ["adapter a/b stated"]), ("tags: [base_model:a/b]", ["finetune a/b stated"]),
      ("tags: [gguf, base_model:a/b]", ["quantized a/b stated"]), ("tags: [dataset:a/b]", ["trained-on a/b stated"]),
      ("tags: [dataset:json, base_model:./out/x]", []), ("tags: [gpt-4, chat]", []),
      (
        "task_categories: [x]\ntags: [gpt-4, dataset:a/b]",
        ["generated-by openai/gpt-4 hinted", "derived-from a/b stated"]
      ),
    ] as [(String, [String])])
  func `reads the artefacts that tags name`(_ yaml: String, _ sources: [String]) throws {
    let (card, _) = try fields(yaml)
    #expect(shown(card.tagSources) == sources)
    #expect(card.tagSources.allSatisfy { $0.location.text.contains(":") || $0.location.text == "gpt-4" })
  }

  @Test func `takes the relation from the tag that has it`() throws {
    let (card, _) = try fields("base_model: a/b\ntags: [merge, base_model:quantized:a/b]")
    #expect(card.relation?.value == .quantized)
  }

  @Test(arguments: [
    ("tags: [license:mit]", ["mit"]), ("license: gpl-3.0\ntags: [license:mit]", ["gpl-3.0"]),
  ])
  func `reads the licence of a tag where no field has one`(_ yaml: String, _ licenses: [String]) throws {
    #expect(try fields(yaml).card.licenses.map(\.name) == licenses)
  }

  @Test(
    arguments: [
      ("tags: [distillation]", [.distilled]), ("tags: [gkd]", [.distilled]), ("tags: [nash-md]", [.preferenceBy]),
      ("tags: [trl, gold]", [.distilled]), ("tags: [gold, silver]", []), ("tags: [trl, sft]", []),
      ("tags: [Knowledge Distillation, distilled]", [.distilled]), ("tags: [synthetic]", []),
      ("task_categories: [x]\ntags: [synthetic, distilabel, rlaif]", [.generatedBy, .preferenceBy]),
      ("annotations_creators: [machine-generated, found]", [.generatedBy]),
      ("language_creators: machine-generated", [.generatedBy]), ("annotations_creators: [found]", []),
    ] as [(String, [Relation])])
  func `tells of teachers, judges and generators that no field names`(_ yaml: String, _ relations: [Relation]) throws {
    #expect(try fields(yaml).card.unnamed.map(\.relation) == relations)
  }

  @Test(
    arguments: [
      ("license: apache-2.0\ntags: [unsloth]", ["card-license-by-tool 2:10"]),
      ("license: other\ntags: [autotrain]", ["card-license-by-tool 2:10"]),
      ("license: other\ntags: [llama-factory, lora]", ["card-license-by-tool 2:10"]),
      ("license: mit\ntask_categories: [x]\ntags: [curator]", ["card-license-by-tool 2:10"]),
      // Somebody chose these.
      ("license: mit\ntags: [unsloth]", []), ("license: apache-2.0\ntags: [autotrain]", []),
      ("license: other\nlicense_name: mrl\ntags: [autotrain]", []), ("license: mit\ntags: [curator]", []),
      ("license: other\nlicense_link: LICENSE\ntags: [llama-factory]", []),
    ] as [(String, [String])])
  func `warns of licences that a tool writes whatever the card is about`(_ yaml: String, _ places: [String]) throws {
    let (card, diagnostics) = try fields(yaml)
    #expect(diagnostics.map(\.place) == places)
    #expect(diagnostics.flatMap(\.styleMistakes) == [])
    #expect(card.licenses.count == 1, "it is declared still")
  }

  @Test func `puts tags and unnamed sources into the lineage`() throws {
    let project = try ScratchProject([
      "README.md": "---\nbase_model: acme/base-7b\ntags: [base_model:adapter:acme/base-7b, dataset:acme/x, gkd]\n---\n"
    ]).read(name: "acme/helper")
    #expect(project.lineage.shown == ["acme/helper < adapter acme/base-7b", "acme/helper < trained-on acme/x"])
    #expect(project.lineage.unnamed.map(\.source.relation) == [.distilled])
  }
}
