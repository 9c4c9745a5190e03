import Diagnostics
import TestSupport
import Testing

@testable import Provenance

@Suite struct DataProvenanceStandardsTests {
  private func metadata(_ provenance: String, use: String = "") throws -> ProvenanceDocument {
    let text = """
      { "source": { "version": "1.0.0", "title": "Calls of birds", "id": "7e1", "issuer": [{ "name": "Acme" }] },
        "provenance": { "origin-geography": [{ "country": "DE" }], "date": "2024-05-01" \(provenance) },
        "use": { \(use) } }
      """
    let read = try #require(document(text))
    #expect(read.type == .dataProvenanceStandards)
    #expect(read.subject?.value == "Calls of birds")
    #expect(read.subjectKind == .dataset)
    return read
  }

  @Test(
    arguments: [
      (#""generation-method": [{ "code": "machine-generated-mlops-generative" }]"#, [], true),
      (
        #""generation-method": [{ "code": "machine-generated-mlops-synthetic", "description": "by GPT-4" }]"#,
        ["generated-by openai/gpt-4 (stated)"], false
      ),
      (
        #""generation-method": [{ "code": "web-scraping-crawling-textual", "description": "sorted with GPT-4" }]"#,
        ["generated-by openai/gpt-4 (hinted)"], false
      ),
      (#""generation-method": [{ "code": "feeds-api-source" }]"#, [], false),
      (#""generation-method": [{ "code": "machine-generated-mlops-machine-2-machine" }]"#, [], false),
      (#""source": "https://huggingface.co/datasets/acme/fish""#, ["derived-from acme/fish"], false),
      (
        #""sub-provenance": { "source": "acme/frogs", "generation-method": [{ "code": "transfer-learning-na" }] }"#,
        ["derived-from acme/frogs"], true
      ),
    ] as [(String, [String], Bool)])
  func `reads how the data came about`(_ provenance: String, _ sources: [String], _ isUnnamed: Bool) throws {
    let read = try metadata(", " + provenance)
    #expect(read.shownSources == sources)
    #expect(read.unnamed.map(\.relation) == (isUnnamed ? [.generatedBy] : []))
  }

  @Test func `reads all licences, which apply together`() throws {
    let read = try metadata("", use: #""license": ["https://a.example/eula", "CC BY 4.0"]"#)
    #expect(read.shownLicenses == ["https://a.example/eula", "CC BY 4.0"])
    #expect(read.licenses.allSatisfy { $0.kind == .dataset })
  }

  @Test(
    arguments: [
      (#"{ "code": "non-ai-quality" }"#, ["dataset-purpose 3:32"]),
      (#"{ "code": "non-ai-other" }, { "code": "ai-evaluation" }"#, ["dataset-purpose 3:32"]),
      (#"{ "code": "non-ai-other" }, { "code": "ai-pre-training" }"#, []), ("", []),
    ] as [(String, [String])])
  func `warns where the data are meant for anything but training`(_ purposes: String, _ places: [String]) throws {
    let read = try metadata("", use: "\"intended-purpose\": [\(purposes)]")
    #expect(read.diagnostics.map(\.place) == places)
    #expect(read.diagnostics.flatMap(\.styleMistakes) == [])
  }

  @Test func `reads every damaged copy, and all places lie inside the file`() {
    let sample = """
      { "source": { "title": "é" }, "provenance": { "source": ["acme/fish"], "origin-geography": [],
        "generation-method": [{ "code": "machine-generated-mlops-synthetic", "description": "GPT-4" }] },
        "use": { "license": ["mit"], "intended-purpose": [{ "code": "non-ai-other" }] } }
      """
    #expect(document(sample)?.shownSources.count == 2)
    #expect(brokenCopy(of: sample, named: "provenance.json") == nil)
  }

  @Test func `leaves documents alone that have some of the words`() {
    #expect(document(#"{ "provenance": { "generation-method": [] }, "source": "x" }"#) == nil)
  }
}

@Suite struct DataProvenanceInitiativeTests {
  private func summary(_ fields: String, id: String = "x-birds") throws -> ProvenanceDocument {
    let text = """
      { "\(id)": { "Unique Dataset Identifier": "x-birds", "Dataset Name": "Birds",
        "Hugging Face URL": "https://huggingface.co/datasets/acme/birds", \(fields) } }
      """
    let read = try #require(document(text))
    #expect(read.type == .dataProvenanceInitiative)
    #expect(read.subject == nil)
    return read
  }

  @Test(
    arguments: [
      (#""Model Generated": ["OpenAI GPT-4"]"#, ["generated-by openai/gpt-4 < acme/birds"]),
      (#""Model Generated": ["Birdsong 2"]"#, ["generated-by Birdsong 2 < acme/birds"]),
      (#""Model Generated": ["N/A", "", "Unspecified", "templates"]"#, []), (#""Model Generated": []"#, []),
      (
        #""Derived from Datasets": ["https://huggingface.co/datasets/acme/fish", "Frogs", "None"]"#,
        ["derived-from acme/fish < acme/birds", "derived-from Frogs < acme/birds"]
      ),
    ] as [(String, [String])])
  func `reads the generators and datasets that people found`(_ fields: String, _ sources: [String]) throws {
    #expect(try summary(fields).shownSources == sources)
  }

  @Test func `tells of a model that has no name`() throws {
    let read = try summary(#""Model Generated": ["Other"]"#)
    #expect(read.unnamed.map(\.relation) == [.generatedBy])
    #expect(read.unnamed.map(\.child) == [.artefact(ArtefactID("acme/birds"), .dataset)])
  }

  @Test func `reads licences, and none where none was found`() throws {
    let read = try summary(
      #""Licenses": [{ "License": "CC BY-NC 4.0", "License URL": "https://a.example" }, { "License": "Unspecified" }]"#)
    #expect(read.shownLicenses == ["CC BY-NC 4.0 < acme/birds"])
    #expect(read.licenses.map(\.claim.link) == [nil], "the address shows where the licence is named, not its text")
  }

  @Test func `names a dataset that is not on the Hub as its makers do`() throws {
    let text = """
      { "x": { "Unique Dataset Identifier": "x", "Dataset Name": "Birds", "Hugging Face URL": "",
        "Derived from Datasets": ["Frogs"] } }
      """
    #expect(document(text)?.shownSources == ["derived-from Frogs < Birds"])
  }

  @Test func `takes no template for a summary`() {
    let template =
      #"{ "dataset-name": { "Unique Dataset Identifier": "string: the name", "Model Generated": ["a list"] } }"#
    #expect(document(template) == nil)
  }

  @Test func `reads every damaged copy, and all places lie inside the file`() {
    let sample = """
      { "é": { "Unique Dataset Identifier": "é", "Model Generated": ["GPT-4", "Other"], "Dataset Name": "é",
        "Derived from Datasets": ["Frogs"], "Licenses": [{ "License": "MIT" }] } }
      """
    #expect(document(sample)?.shownSources.count == 2)
    #expect(brokenCopy(of: sample, named: "summary.json") == nil)
  }
}
