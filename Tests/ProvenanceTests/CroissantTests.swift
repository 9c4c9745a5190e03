import Diagnostics
import TestSupport
import Testing

@testable import Provenance

@Suite struct CroissantTests {
  /// A Croissant description with these properties beside the least that one has.
  private func croissant(_ properties: String, context: String = "") throws -> ProvenanceDocument {
    let text = """
      {
        "@context": { "@vocab": "https://schema.org/", "cr": "http://mlcommons.org/croissant/" \(context) },
        "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.1", "name": "birds",
        \(properties)
      }
      """
    let read = try #require(document(text))
    #expect(read.type == .croissant)
    #expect(read.diagnostics.map(\.place) == [])
    return read
  }

  @Test(
    arguments: [
      (#""url": "https://huggingface.co/datasets/acme/birds""#, "acme/birds"),
      (#""url": "https://huggingface.co/datasets/birds_old""#, "birds_old"),
      (#""url": "https://birds.example", "sameAs": "https://hf.co/datasets/acme/birds""#, "acme/birds"),
      (#""url": "https://birds.example""#, "birds"),
    ])
  func `names the dataset as the Hub does, if it is there`(_ properties: String, _ subject: String) throws {
    let read = try croissant(properties)
    #expect(read.subject?.value == subject)
    #expect(read.subjectKind == .dataset)
    #expect(read.subject?.location.text.contains(subject) == true)
  }

  @Test(
    arguments: [
      (#""license": "cc-by-4.0""#, ["cc-by-4.0"], [nil]),
      (
        #""license": "https://spdx.org/licenses/MIT""#, ["https://spdx.org/licenses/MIT"],
        ["https://spdx.org/licenses/MIT"]
      ),
      (#""license": ["mit", "cc0-1.0"]"#, ["mit", "cc0-1.0"], [nil, nil]),
      (
        #""license": { "@type": "sc:CreativeWork", "name": "CC BY 4.0", "url": "https://a.example/l" }"#, ["CC BY 4.0"],
        ["https://a.example/l"]
      ),
      (#""license": { "@id": "https://a.example/l" }"#, ["https://a.example/l"], ["https://a.example/l"]),
      (#""https://schema.org/license": { "@value": "mit" }"#, ["mit"], [nil]),
      (#""sc:license": "mit""#, ["mit"], [nil]),
      // The licence of the description says nothing about the data.
      (#""sdLicense": "mit""#, [], []), (#""license": null"#, [], []),
    ] as [(String, [String], [String?])])
  func `reads the licence of the data in all its forms`(
    _ properties: String, _ names: [String], _ links: [String?]
  ) throws {
    let read = try croissant(properties)
    #expect(read.licenses.map(\.claim.name) == names)
    #expect(read.licenses.map { $0.claim.link?.hasPrefix("http") == true ? $0.claim.link : nil } == links)
    #expect(read.licenses.allSatisfy { $0.kind == .dataset })
  }

  @Test(
    arguments: [
      (#""isBasedOn": "https://huggingface.co/datasets/acme/fish""#, ["derived-from acme/fish"]),
      (#""isBasedOn": ["Fish Base", { "name": "Frogs" }]"#, ["derived-from Fish Base", "derived-from Frogs"]),
      (#""prov:wasDerivedFrom": { "@id": "urn:dataset:Fish" }"#, ["derived-from Fish"]),
      (
        #""http://www.w3.org/ns/prov#wasDerivedFrom": [{ "@id": "https://huggingface.co/datasets/acme/fish" }]"#,
        ["derived-from acme/fish"]
      ),
      (
        #""prov:wasDerivedFrom": { "@id": "x1", "prov:locatedAt": "https://huggingface.co/datasets/acme/fish" }"#,
        ["derived-from acme/fish"]
      ),
      (
        #""prov:wasDerivedFrom": { "@id": "https://github.com/tatsu-lab/stanford_alpaca" }"#,
        ["derived-from tatsu-lab/alpaca"]
      ),
      (#""prov:wasDerivedFrom": "https://huggingface.co/acme/writer-7b""#, ["generated-by acme/writer-7b"]),
      (#""prov:wasDerivedFrom": { "@id": "_:b0" }"#, []), (#""prov:wasDerivedFrom": "./raw/fish.csv""#, []),
    ] as [(String, [String])])
  func `reads what the data came from`(_ properties: String, _ sources: [String]) throws {
    #expect(try croissant(properties).shownSources == sources)
  }

  @Test func `knows terms that the context gives other names`() throws {
    let read = try croissant(
      #""from": { "@id": "urn:x:Fish" }"#, context: #", "from": { "@id": "http://www.w3.org/ns/prov#wasDerivedFrom" }"#)
    #expect(read.shownSources == ["derived-from Fish"])
  }

  @Test(
    arguments: [
      (
        #""prov:wasAttributedTo": { "@type": "prov:SoftwareAgent", "prov:label": "GPT-4" }"#,
        ["generated-by openai/gpt-4"]
      ),
      (#""prov:wasAttributedTo": { "prov:label": "OpenAI GPT-4" }"#, ["generated-by openai/gpt-4"]),
      (#""prov:wasAttributedTo": { "@id": "https://huggingface.co/acme/writer-7b" }"#, ["generated-by acme/writer-7b"]),
      (
        #""prov:wasAttributedTo": { "@type": "prov:Agent", "prov:label": "BirdTextGenerator-v1.2" }"#,
        ["generated-by BirdTextGenerator-v1.2 (hinted)"]
      ),
      (#""prov:wasAttributedTo": { "@type": "prov:Organization", "prov:label": "Model Makers" }"#, []),
      (#""prov:wasAttributedTo": { "@type": "prov:Agent", "prov:label": "Crowd workers" }"#, []),
      (
        #""prov:wasGeneratedBy": { "@type": "prov:Activity", "prov:wasAssociatedWith": { "prov:label": "GPT-4" } }"#,
        ["generated-by openai/gpt-4"]
      ),
      (
        #""prov:wasGeneratedBy": { "prov:label": "Rewriting with GPT-4" }"#, ["generated-by openai/gpt-4 (hinted)"]
      ),
      (#""prov:wasGeneratedBy": { "@type": "prov:Activity", "prov:label": "Web crawl" }"#, []),
    ] as [(String, [String])])
  func `takes agents that are models for generators`(_ properties: String, _ sources: [String]) throws {
    #expect(try croissant(properties).shownSources == sources)
  }

  @Test func `reads files, record sets and fields as parts of the dataset`() throws {
    let read = try croissant(
      """
      "distribution": [{ "@type": "cr:FileObject", "prov:wasDerivedFrom": { "@id": "urn:x:Fish" } }],
      "recordSet": { "@type": "cr:RecordSet", "data": [{ "isBasedOn": "nothing" }], "field": [
        { "@type": "cr:Field", "prov:wasAttributedTo": { "prov:label": "GPT-4" } }] }
      """)
    #expect(read.shownSources == ["derived-from Fish", "generated-by openai/gpt-4"])
    #expect(read.sources.map(\.location.text) == [#""urn:x:Fish""#, #""GPT-4""#])
  }

  @Test func `follows references within a graph`() throws {
    let text = """
      { "@context": { "cr": "http://mlcommons.org/croissant/" }, "@graph": [
        { "@id": "d", "@type": "http://schema.org/Dataset", "http://schema.org/name": "birds",
          "http://purl.org/dc/terms/conformsTo": "http://mlcommons.org/croissant/1.0",
          "prov:wasGeneratedBy": { "@id": "a" } },
        { "@id": "a", "@type": "prov:Activity", "prov:wasAssociatedWith": { "@id": "g" } },
        { "@id": "g", "@type": "prov:SoftwareAgent", "prov:label": "GPT-4" }] }
      """
    let read = try #require(document(text))
    #expect(read.subject?.value == "birds")
    #expect(read.shownSources == ["generated-by openai/gpt-4"])
  }

  @Test(
    arguments: [
      (#""rai:machineAnnotationTools": ["GPT-4", "spaCy"]"#, ["generated-by openai/gpt-4 (stated)"], []),
      (#""rai:machineAnnotationTools": "acme/tagger-1""#, ["generated-by acme/tagger-1 (stated)"], []),
      (
        #""rai:machineAnnotationTools": "a large language model""#, [],
        ["generated-by: the key `rai:machineAnnotationTools`"]
      ),
      (#""rai:dataCollection": "Texts were generated by GPT-4.""#, ["generated-by openai/gpt-4 (stated)"], []),
      (#""rai:dataAnnotationProtocol": "GPT-4 and people looked at all.""#, ["generated-by openai/gpt-4 (hinted)"], []),
      // What data are good for does not say where they came from.
      (#""rai:dataUseCases": "Testing GPT-4.""#, [], []), (#""description": "About GPT-4.""#, [], []),
      (
        #""description": "Derived from [Fish](https://huggingface.co/datasets/acme/fish).""#,
        ["derived-from acme/fish (stated)"], []
      ),
      (
        #""keywords": ["Synthetic", "GPT-4", "birds"]"#, ["generated-by openai/gpt-4 (hinted)"],
        ["generated-by: the tag `Synthetic`"]
      ),
      (#""keywords": "birds, distillation""#, [], ["generated-by: the tag `distillation`"]),
      (
        #""prov:wasGeneratedBy": { "prov:label": "Synthetic text generation" }"#, [],
        ["generated-by: the key `prov:wasGeneratedBy`"]
      ),
    ] as [(String, [String], [String])])
  func `finds models in texts and keywords`(_ properties: String, _ sources: [String], _ unnamed: [String]) throws {
    let read = try croissant(properties)
    #expect(read.shownSources == sources)
    #expect(read.shownUnnamed == unnamed)
  }

  @Test(arguments: [
    #"{ "@type": "Dataset", "name": "x", "conformsTo": "https://w3id.org/ro/crate/1.1" }"#,
    #"{ "@type": "Person", "name": "x", "url": "http://mlcommons.org" }"#, #"["mlcommons.org"]"#,
  ])
  func `leaves other linked data alone`(_ text: String) {
    #expect(document(text) == nil)
  }

  @Test func `reads every damaged copy, and all places lie inside the file`() {
    let sample = """
      { "@context": { "cr": "http://mlcommons.org/croissant/", "p": "http://www.w3.org/ns/prov#" },
        "@type": "sc:Dataset", "@id": "é", "conformsTo": "mlcommons.org", "name": "birds", "license": { "@id": "mit" },
        "keywords": "synthetic, GPT-4", "description": "Made \\ud83d\\ude00 by\\nGPT-4 outputs.",
        "p:wasDerivedFrom": [{ "@id": "é" }, "acme/fish"], "rai:dataCollection": "generated by GPT-4" }
      """
    #expect(
      document(sample)?.shownSources == [
        "derived-from acme/fish", "generated-by openai/gpt-4 (stated)", "generated-by openai/gpt-4 (stated)",
      ])
    #expect(brokenCopy(of: sample, named: "croissant.json") == nil)
  }

  @Test func `takes four times as long at most for four times as many fields`() {
    let growth = Growth(from: 1 << 13) { size in
      let field = #"{ "@type": "cr:Field", "prov:wasGeneratedBy": { "@id": "a" } }, "#
      _ = document(
        """
        { "@context": { "cr": "http://mlcommons.org/croissant/" }, "@type": "sc:Dataset", "distribution": [
          { "@id": "a", "@type": "prov:Activity", "description": "\(String(repeating: "GPT-4 and ", count: size / 20))" },
          \(String(repeating: field, count: size / field.utf8.count)) {}] }
        """)
    }
    #expect(growth.isLinear, "\(growth)")
  }
}
