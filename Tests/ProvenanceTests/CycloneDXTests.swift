import Obligations
import TestSupport
import Testing

@testable import Provenance

@Suite struct CycloneDXTests {
  private let model = #"{"type": "machine-learning-model", "bom-ref": "m", "name": "acme/Helper""#
  private let base = #"{"type": "machine-learning-model", "bom-ref": "b", "name": "ostrich/Base"}"#
  private let data = #"{"type": "data", "bom-ref": "d", "name": "acme/talks"}"#

  @Test func `reads what a bill says of models and datasets`() throws {
    let read = try #require(document(BomSamples.json, named: "bom.json"))
    #expect(read.type == .cyclonedx)
    #expect(read.subject?.value == "acme/Helper-8B")
    #expect(
      read.shownSources == [
        "distilled gpt-4o (stated)", "distilled emu/Big-70B (stated)",
        "trained-on acme/tagged (stated)",
        "trained-on acme/talks", "trained-on acme/letters-1", "trained-on acme/letters-2", "evaluated-with acme/exam",
        "adapter ostrich/Base-8B",
        "quantized acme/Helper-8B < acme/Helper-8B-GGUF",
        "finetune acme/Cousin-8B (mentioned)",
        "finetune emu/Egg-8B < ostrich/Base-8B",
        "generated-by gpt-4o < acme/talks",
        "finetune emu/Judge (hinted)",
        "trained-on acme/talks < emu/Judge (stated)", "finetune emu/Seed-1B < emu/Judge (stated)",
        "trained-on acme/postcards (hinted)",
      ])
    #expect(
      read.shownLicenses == [
        "ostrich-2 & more", "Apache-2.0 OR MIT", "ostrich-2 < ostrich/Base-8B", "CC-BY-4.0 < acme/talks",
      ])
    #expect(read.licenses.first?.claim.link == "https://ostrich.example/2")
    #expect(read.shownUnnamed == ["distilled: the tag `distillation`"])
    #expect(read.sources.first { $0.id.text == "ostrich/Base-8B" }?.revision == "main")
    #expect(read.sources.first { $0.id.text == "emu/Seed-1B" }?.revision == "v2")
    #expect(read.diagnostics.isEmpty)
  }

  @Test func `reads the same out of a bill in XML`() throws {
    let json = try #require(document(BomSamples.json, named: "bom.json"))
    let xml = try #require(document(BomSamples.xml, named: "bom.xml"))
    #expect(xml.subject?.value == json.subject?.value)
    #expect(xml.shownSources == json.shownSources)
    #expect(xml.shownLicenses == json.shownLicenses)
    #expect(xml.shownUnnamed == json.shownUnnamed)
    #expect(xml.sources.map(\.basis) == json.sources.map(\.basis))
    #expect(xml.sources.map(\.revision) == json.sources.map(\.revision))
    #expect(xml.artefacts.map(\.id.text) == json.artefacts.map(\.id.text))
    #expect(xml.diagnostics.isEmpty)
  }

  @Test func `knows where in an XML file everything stands`() throws {
    let marked = MarkedText(
      """
      <?xml version="1.0"?>
      <bom xmlns="http://cyclonedx.org/schema/bom/1.7"><components>
        <component type="machine-learning-model" bom-ref="m">
          <name>«acme/é»</name>
          <licenses><expression-detailed expression="«MIT»"/></licenses>
          <modelCard><modelParameters><datasets>
            <ref> «d» </ref>
          </datasets></modelParameters></modelCard>
        </component>
        <component type="data" bom-ref="d"><name>acme/talks</name></component>
      </components></bom>
      """)
    let read = try #require(document(marked.file.text(in: marked.file.range), named: "bom.xml"))
    #expect(
      [read.subject?.location.place, read.licenses.first?.claim.location.place, read.sources.first?.location.place]
        == marked.places)
  }

  @Test func `places survive a byte order mark and another encoding`() throws {
    let text = BomSamples.xml.replacing("acme/talks", with: "acme/t\u{E9}lks")
    let plain = try #require(document(text, named: "bom.xml"))
    let marked = try #require(document("\u{FEFF}" + text, named: "bom.xml"))
    #expect(marked.sources.map { $0.location.range.lowerBound - 3 } == plain.sources.map(\.location.range.lowerBound))
    #expect(marked.sources.map(\.location.text) == plain.sources.map(\.location.text))
  }

  @Test(arguments: [
    // A main component of another kind, and one model that nothing else was made from.
    (#", "metadata": {"component": {"type": "application", "name": "shop"}}"#, "", "acme/Helper" as String?),
    ("", "", "acme/Helper"),
    (#", "metadata": {"component": {"type": "data", "name": "acme/corpus"}}"#, "", "acme/corpus"),
    // Two results: the bill says of neither that it is the one.
    ("", #", {"type": "machine-learning-model", "name": "acme/Other"}"#, nil),
  ])
  func `is about its main component, else about the only result`(_ rest: String, _ more: String, _ subject: String?)
    throws
  {
    let pedigree = #", "pedigree": {"ancestors": [\#(base)]}}"#
    let read = try #require(document(BomSamples.bill(model + pedigree + ", " + data + more, rest)))
    #expect(read.subject?.value == subject)
  }

  @Test func `tells of every artefact by its name where it is about none`() throws {
    let other = #"{"type": "machine-learning-model", "name": "acme/Other", "licenses": [{"license": {"id": "MIT"}}]}"#
    let pedigree = #", "pedigree": {"ancestors": [\#(base)]}}"#
    let read = try #require(document(BomSamples.bill(model + pedigree + ", " + other)))
    #expect(read.subject == nil)
    #expect(
      read.shownSources == [
        "finetune ostrich/Base < acme/Helper", "contains acme/Helper (stated)", "contains acme/Other (stated)",
      ])
    #expect(read.shownLicenses == ["MIT < acme/Other"])
    #expect(read.diagnostics.map(\.id) == ["bom-several-models"])
    #expect(read.artefacts.map(\.id.text) == ["acme/Helper", "acme/Other"])
  }

  @Test func `a bill of datasets alone is about the one that nothing else was made from`() throws {
    let subset = #"{"type": "data", "name": "acme/subset", "pedigree": {"ancestors": [\#(data)]}}"#
    let read = try #require(document(BomSamples.bill(data + ", " + subset)))
    #expect(read.subject?.value == "acme/subset")
    #expect(read.subjectKind == .dataset)
    #expect(read.shownSources == ["derived-from acme/talks"])
  }

  @Test(arguments: [
    (#""purl": "pkg:huggingface/acme/Helper-8B@v1""#, "acme/Helper-8B"),
    (#""purl": "pkg:huggingface/acme%2FHelper-8B""#, "acme/Helper-8B"),
    (#""externalReferences": [{"type": "website", "url": "https://huggingface.co/acme/Helper-8B"}]"#, "acme/Helper-8B"),
    (#""externalReferences": [{"type": "documentation", "url": "https://huggingface.co/emu/Card"}]"#, "Helper"),
    (#""externalReferences": [{"type": "website", "url": "https://huggingface.co/blog/helper"}]"#, "Helper"),
    (#""group": "acme""#, "acme/Helper"),
    (#""group": "The Makers of Acme""#, "Helper"),
    (#""purl": "pkg:generic/Helper@1""#, "Helper"),
  ])
  func `a component is called as the Hub calls it, else by group and name`(_ field: String, _ id: String) throws {
    let read = try #require(
      document(BomSamples.bill(#"{"type": "machine-learning-model", "name": "Helper", \#(field)}"#)))
    #expect(read.subject?.value == id)
  }

  @Test(arguments: [
    (#"{"type": "library", "name": "x", "purl": "pkg:huggingface/emu/Egg"}"#, ["finetune emu/Egg (hinted)"]),
    (#"{"type": "file", "name": "x", "purl": "pkg:huggingface/datasets/emu/eggs"}"#, ["trained-on emu/eggs (hinted)"]),
    (#"{"type": "library", "name": "x", "purl": "pkg:pypi/x"}"#, []),
    (#"{"type": "data", "name": "x", "data": [{"type": "configuration", "name": "y"}]}"#, []),
    (#"{"type": "machine-learning-model", "name": "/mnt/x"}"#, []),
    (#"{"type": "data", "name": "data/train.csv"}"#, []),
    (#"{"type": "machine-learning-model", "name": "unknown dataset"}"#, []),
  ])
  func `what is only listed may be part of the subject`(_ component: String, _ sources: [String]) throws {
    let main = #", "metadata": {"component": {"type": "machine-learning-model", "name": "acme/Helper"}}"#
    let read = try #require(document(BomSamples.bill(component, main)))
    #expect(read.shownSources == sources)
  }

  @Test(arguments: [
    (#"[{"name": "huggingface:baseModel", "value": "ostrich/Base"}]"#, ["finetune ostrich/Base (stated)"]),
    (
      #"[{"name": "base_model", "value": "['emu/A', 'emu/B']"}]"#,
      ["finetune emu/A (stated)", "finetune emu/B (stated)"]
    ),
    (
      #"[{"name": "base_model", "value": "emu/A"}, {"name": "base_model_relation", "value": "quantized"}]"#,
      ["quantized emu/A (stated)"]
    ),
    (
      #"[{"name": "x:training_datasets", "value": "acme/a;acme/b"}]"#,
      ["trained-on acme/a (stated)", "trained-on acme/b (stated)"]
    ),
    (#"[{"name": "test_dataset", "value": "acme/a"}]"#, ["evaluated-with acme/a (stated)"]),
    (#"[{"name": "is_base_model", "value": "true"}]"#, []),
    (#"[{"name": "base_model", "value": "see the paper for what it was"}]"#, []),
    (#"[{"name": "training_dataset", "value": "unknown"}]"#, []),
    (#"[{"name": "model_type", "value": "emu/A"}]"#, []),
  ])
  func `reads sources out of properties`(_ properties: String, _ sources: [String]) throws {
    let read = try #require(document(BomSamples.bill(model + #", "properties": \#(properties)}"#)))
    #expect(read.shownSources == sources)
    let inCard = try #require(document(BomSamples.bill(model + #", "modelCard": {"properties": \#(properties)}}"#)))
    #expect(inCard.shownSources == sources)
  }

  @Test(arguments: [
    ("finetune of ostrich/Base", "finetune"), ("relation=quantized", "quantized"),
    ("We fine-tuned it on talks", "finetune"), ("Distillation of it", "distilled"), ("merged from two", "merge"),
    ("first pruned, then distilled", "finetune"), ("a good model", "finetune"),
  ])
  func `notes of a pedigree say how, if they name one way`(_ notes: String, _ relation: String) throws {
    let read = try #require(
      document(BomSamples.bill(model + #", "pedigree": {"ancestors": [\#(base)], "notes": "\#(notes)"}}"#)))
    #expect(read.shownSources == ["\(relation) ostrich/Base"])
  }

  @Test(arguments: [
    (
      #""tags": ["base_model:ostrich/Base", "base_model:adapter:ostrich/Base", "dataset:acme/talks", "nlp"]"#,
      ["adapter ostrich/Base (stated)", "trained-on acme/talks (stated)"]
    ),
    (
      #""externalReferences": [{"type": "distribution", "url": "https://huggingface.co/datasets/acme/talks", "comment": "Training dataset: talks"}]"#,
      ["trained-on acme/talks (stated)"]
    ),
    (
      #""externalReferences": [{"type": "other", "url": "https://huggingface.co/datasets/acme/talks"}]"#,
      ["trained-on acme/talks (hinted)"]
    ),
    (
      #""externalReferences": [{"type": "other", "url": "https://huggingface.co/ostrich/Base", "comment": "Base model"}]"#,
      ["finetune ostrich/Base (stated)"]
    ),
    (
      #""externalReferences": [{"type": "other", "url": "https://huggingface.co/ostrich/Base", "comment": "compare with"}]"#,
      []
    ),
    (#""externalReferences": [{"type": "website", "url": "https://huggingface.co/acme/Helper"}]"#, []),
  ])
  func `reads the Hub's tags, and references to other artefacts`(_ field: String, _ sources: [String]) throws {
    let read = try #require(document(BomSamples.bill(model + ", \(field)}")))
    #expect(read.subject?.value == "acme/Helper")
    #expect(read.shownSources == sources)
  }

  @Test func `notes and properties tell several ancestors apart`() throws {
    let teacher = #"{"type": "machine-learning-model", "name": "emu/Teacher""#
    let notes = #""notes": "finetune of ostrich/Base; distilled from emu/Teacher""#
    let noted = #", "pedigree": {"ancestors": [\#(base), \#(teacher)}], \#(notes)}}"#
    let relation = #", "properties": [{"name": "acme:relation", "value": "preference-by"}]}"#
    let named = #", "pedigree": {"ancestors": [\#(base), \#(teacher)\#(relation)]}}"#
    #expect(
      try #require(document(BomSamples.bill(model + noted))).shownSources == [
        "finetune ostrich/Base", "distilled emu/Teacher",
      ])
    #expect(
      try #require(document(BomSamples.bill(model + named))).shownSources == [
        "finetune ostrich/Base", "preference-by emu/Teacher",
      ])
  }

  @Test func `a property that is called like a relation refers to a component`() throws {
    let properties =
      #", "properties": [{"name": "acme:tokenizer-of", "value": "b"}, {"name": "x:merge", "value": "gone"}]}"#
    let read = try #require(document(BomSamples.bill(model + properties + ", " + base)))
    #expect(read.shownSources == ["tokenizer-of ostrich/Base (stated)"])
  }

  @Test func `a dependency is a hint, unless a property says how the two are related`() throws {
    let depends = #", "dependencies": [{"ref": "m", "dependsOn": ["b", "d"]}]"#
    let hinted = try #require(document(BomSamples.bill(model + "}, " + base + ", " + data, depends)))
    #expect(hinted.shownSources == ["finetune ostrich/Base (hinted)", "trained-on acme/talks (hinted)"])
    let related =
      #"{"type": "machine-learning-model", "bom-ref": "b", "name": "ostrich/Base", "#
      + #""modelCard": {"modelParameters": {"properties": [{"name": "ai.model.relation", "value": "adapter"}]}}}"#
    let stated = try #require(document(BomSamples.bill(model + "}, " + related, depends)))
    #expect(stated.shownSources == ["adapter ostrich/Base (stated)"])
  }

  @Test func `what a test takes is only tested with`() throws {
    let task =
      #"{"taskTypes": ["test"], "inputs": [{"resource": {"ref": "d"}}, {"resource": {"ref": "m"}}]}"#
    let work = #", "formulation": [{"workflows": [{"taskTypes": ["deploy"], "tasks": [\#(task)]}]}]"#
    let read = try #require(document(BomSamples.bill(model + "}, " + data, work)))
    #expect(read.shownSources == ["evaluated-with acme/talks (stated)"])
  }

  @Test(arguments: [
    (#"{"license": {"id": "MIT"}}"#, ["MIT"]),
    (#"{"license": {"name": "NOASSERTION"}}"#, []),
    (#"{"license": {"name": ""}}"#, []),
    (#"{"expression": "NONE"}"#, []),
    (
      #"{"license": {"id": "MIT", "acknowledgement": "declared"}}, {"expression": "Apache-2.0 WITH LLVM-exception", "acknowledgement": "concluded"}"#,
      ["MIT", "Apache-2.0 WITH LLVM-exception"]
    ),
  ])
  func `keeps the licences of the subject`(_ licenses: String, _ names: [String]) throws {
    let read = try #require(document(BomSamples.bill(model + #", "licenses": [\#(licenses)]}"#)))
    #expect(read.shownLicenses == names)
  }

  @Test(arguments: [
    (#", "dependencies": [{"ref": "m", "dependsOn": ["gone"]}]"#, ["bom-dangling-ref"]),
    (#", "dependencies": [{"ref": "nobody", "dependsOn": ["gone"]}]"#, []),
    (#", "specVersion": "2.7""#, ["bom-unknown-version"]),
    (#", "metadata": {"component": {"type": "library", "name": "x", "bom-ref": "m"}}"#, ["bom-duplicate-ref"]),
  ])
  func `reports what can't be followed`(_ rest: String, _ ids: [String]) throws {
    let read = try #require(document(BomSamples.bill(model + "}", rest)))
    #expect(read.diagnostics.map(\.id).filter { $0.hasPrefix("bom-") } == ids)
    #expect(read.diagnostics.flatMap(\.styleMistakes).isEmpty)
    #expect(read.diagnostics.allSatisfy { $0.severity < .error })
  }

  @Test func `a reference that is an address names an artefact that the bill doesn't hold`() throws {
    let datasets = #"[{"ref": "pkg:huggingface/datasets/acme/letters@v3"}, {"ref": "nowhere"}]"#
    let read = try #require(
      document(BomSamples.bill(model + #", "modelCard": {"modelParameters": {"datasets": \#(datasets)}}}"#)))
    #expect(read.shownSources == ["trained-on acme/letters"])
    #expect(read.sources.first?.revision == "v3")
    #expect(read.diagnostics.map(\.id) == ["bom-dangling-ref"])
  }

  @Test func `follows a BOM-Link into the same bill`() throws {
    let link = "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#d"
    let card = #", "modelCard": {"modelParameters": {"datasets": [{"ref": "\#(link)"}]}}}"#
    let serial = #", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79""#
    let read = try #require(document(BomSamples.bill(model + card + ", " + data, serial)))
    #expect(read.shownSources == ["trained-on acme/talks"])
  }

  @Test(arguments: ["1.5", "1.6", "1.7"]) func `reads every version with models`(_ version: String) throws {
    let json = BomSamples.json.replacing("\"1.6\"", with: "\"\(version)\"")
    let xml = BomSamples.xml.replacing("bom/1.6", with: "bom/\(version)")
    for read in [document(json, named: "bom.json"), document(xml, named: "bom.xml")] {
      #expect(read?.sources.count == 16)
      #expect(read?.diagnostics.isEmpty == true)
    }
  }

  @Test(arguments: [
    ("notes.json", #"{"text": "its \"bomFormat\" is CycloneDX"}"#),
    ("page.xml", "<page xmlns='https://x.example'>http://cyclonedx.org/schema/bom/1.6</page>"),
    ("README.md", #"Write `"bomFormat": "CycloneDX"` into it."#),
  ])
  func `takes no other file for a bill`(_ name: String, _ text: String) {
    #expect(document(text, named: name) == nil)
  }
}
