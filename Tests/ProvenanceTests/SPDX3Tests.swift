import Obligations
import TestSupport
import Testing

@testable import Provenance

@Suite struct SPDX3Tests {
  /// A document with two models, a teacher and two datasets, in which names are written in many ways.
  static let sample = #"""
    {"@context": ["https://spdx.org/rdf/3.0.1/spdx-context.jsonld", {"ex": "https://acme.example/"}],
     "@graph": [
      {"type": "CreationInfo", "@id": "_:info", "specVersion": "3.0.1"},
      {"type": "SpdxDocument", "spdxId": "ex:doc", "rootElement": ["ex:bill"]},
      {"type": "software_Sbom", "spdxId": "ex:bill", "rootElement": ["https://acme.example/m"]},
      {"type": "ai_AIPackage", "spdxId": "ex:m", "name": "Helper", "ai_informationAboutTraining": "trained by hand",
       "software_packageUrl": "pkg:huggingface/acme/Helper%2D8B@abc123?repository_url=https://hub.example"},
      {"@type": "AIPackage", "@id": "_:base", "name": "ostrich/Base-8B", "software_packageVersion": "2"},
      {"type": "ai_AIPackage", "spdxId": "ex:t", "name": "Teacher"},
      {"@type": ["https://spdx.org/rdf/3.0.1/terms/Dataset/DatasetPackage"], "@id": "ex:d",
       "https://spdx.org/rdf/3.0.1/terms/Core/name": [{"@value": "acme/talks"}],
       "dataset_dataCollectionProcess": "recorded"},
      {"type": "dataset_DatasetPackage", "spdxId": "ex:e", "name": "exam",
       "software_downloadLocation": "https://huggingface.co/datasets/acme/exam"},
      {"type": "software_File", "spdxId": "ex:f", "name": "letters.csv"},
      {"type": "Relationship", "spdxId": "ex:r1", "from": "ex:m", "relationshipType": "trainedOn", "to": ["ex:d", "ex:f"]},
      {"type": "Relationship", "from": {"@id": "ex:m"}, "relationshipType": "testedOn", "to": [{"@id": "ex:e"}]},
      {"type": "Relationship", "from": "_:base", "relationshipType": "ancestorOf", "to": ["ex:m"],
       "comment": "a LoRA adapter of it"},
      {"type": "Relationship", "from": "ex:t", "relationshipType": "generates", "to": ["ex:d"]},
      {"type": "Relationship", "from": "ex:m", "relationshipType": "other", "comment": "distilled from it", "to": ["ex:t"]},
      {"type": "Relationship", "from": "ex:m", "relationshipType": "hasDeclaredLicense",
       "to": [{"type": "simplelicensing_LicenseExpression", "simplelicensing_licenseExpression": "Apache-2.0 AND MIT"}]},
      {"type": "Relationship", "from": "ex:m", "relationshipType": "hasConcludedLicense",
       "to": ["https://spdx.org/rdf/3.0.1/terms/Licensing/NoAssertion"]},
      {"type": "Relationship", "from": "ex:d", "relationshipType": "hasDeclaredLicense",
       "to": ["https://spdx.org/licenses/CC-BY-4.0"]},
      {"type": "Relationship", "from": "_:base", "relationshipType": "hasDeclaredLicense", "to": ["ex:l"]},
      {"type": "Relationship", "from": "ex:e", "relationshipType": "hasConcludedLicense", "to": ["ex:both"]},
      {"type": "expandedlicensing_ConjunctiveLicenseSet", "spdxId": "ex:both",
       "expandedlicensing_member": ["https://spdx.org/licenses/MIT", "ex:l"]},
      {"type": "simplelicensing_LicenseExpression", "spdxId": "ex:l",
       "simplelicensing_licenseExpression": "LicenseRef-own",
       "simplelicensing_customIdToUri": [{"type": "DictionaryEntry", "key": "LicenseRef-own", "value": "https://ostrich.example/2"}]}
     ]}
    """#

  @Test func `reads packages, relationships and licences however they are written`() throws {
    let read = try #require(document(Self.sample, named: "bom.spdx3.json"))
    #expect(read.type == .spdx)
    #expect(read.subject?.value == "acme/Helper-8B")
    #expect(
      read.shownSources == [
        "trained-on acme/talks", "trained-on letters.csv", "evaluated-with acme/exam", "adapter ostrich/Base-8B",
        "generated-by Teacher < acme/talks", "distilled Teacher (stated)",
      ])
    #expect(
      read.shownLicenses == [
        "Apache-2.0 AND MIT", "CC-BY-4.0 < acme/talks", "LicenseRef-own < ostrich/Base-8B",
        "MIT AND LicenseRef-own < acme/exam",
      ])
    #expect(read.licenses.map(\.claim.link).contains("https://ostrich.example/2"))
    #expect(read.prose.map(\.text.words.value) == ["trained by hand", "recorded"])
    #expect(read.prose.map(\.artefact) == [nil, .artefact(ArtefactID("acme/talks"), .dataset)])
    #expect(read.diagnostics.isEmpty)
  }

  @Test func `every fact stands where the document says it`() throws {
    let read = try #require(document(Self.sample, named: "bom.spdx3.json"))
    #expect(read.sources.map(\.location.text).prefix(3) == ["\"ex:d\"", "\"ex:f\"", "{\"@id\": \"ex:e\"}"])
  }

  @Test func `reads an element that stands alone`() throws {
    let text = #"""
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "type": "ai_AIPackage", "spdxId": "x:m",
       "name": "acme/Helper"}
      """#
    #expect(document(text)?.subject?.value == "acme/Helper")
  }

  @Test(arguments: [
    ("descendantOf", ["finetune ostrich/Base"]), ("dependsOn", ["finetune ostrich/Base (hinted)"]),
    ("contains", ["finetune ostrich/Base (hinted)"]), ("hasVariant", ["finetune ostrich/Base (mentioned)"]),
    ("other", ["finetune ostrich/Base (mentioned)"]), ("describes", ["finetune ostrich/Base (hinted)"]),
  ])
  func `a relationship is as sure as what its type means`(_ type: String, _ sources: [String]) throws {
    let text = #"""
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
       {"type": "SpdxDocument", "spdxId": "x:doc", "rootElement": ["x:m"]},
       {"type": "ai_AIPackage", "spdxId": "x:m", "name": "acme/Helper"},
       {"type": "ai_AIPackage", "spdxId": "x:b", "name": "ostrich/Base"},
       {"type": "LifecycleScopedRelationship", "spdxId": "x:r", "from": "x:m", "relationshipType": "\#(type)", "to": ["x:b"]}]}
      """#
    #expect(document(text)?.shownSources == sources)
  }

  @Test(arguments: [
    ("pretrainedOn", ["trained-on acme/talks"]), ("finetunedOn", ["trained-on acme/talks"]),
    ("evaluatedOn", ["evaluated-with acme/talks"]),
  ])
  func `a package that a model is trained on is data, and what is trained a model`(
    _ type: String, _ sources: [String]
  ) throws {
    let text = #"""
      {"@context": "https://spdx.org/rdf/3.1/spdx-context.jsonld", "@graph": [
       {"type": "software_Package", "spdxId": "x:m", "name": "acme/Helper"},
       {"type": "software_Package", "spdxId": "x:d", "name": "acme/talks"},
       {"type": "Relationship", "spdxId": "x:r", "from": "x:m", "relationshipType": "\#(type)", "to": ["x:d"]}]}
      """#
    let read = try #require(document(text))
    #expect(read.subject?.value == "acme/Helper")
    #expect(read.shownSources == sources)
  }

  @Test func `a package of the same name carries the licences of a model`() throws {
    let text = #"""
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
       {"type": "ai_AIPackage", "spdxId": "x:m", "name": "Helper"},
       {"type": "software_Package", "spdxId": "x:p", "name": "Helper"},
       {"type": "software_Package", "spdxId": "x:q", "name": "helper-tools"},
       {"type": "Relationship", "spdxId": "x:r", "from": "x:p", "relationshipType": "hasDeclaredLicense", "to": ["MIT"]},
       {"type": "Relationship", "spdxId": "x:s", "from": "x:q", "relationshipType": "hasDeclaredLicense", "to": ["ISC"]}]}
      """#
    #expect(document(text)?.shownLicenses == ["MIT"])
  }

  @Test func `takes the models of a bill that is about none of them as contained, and says so`() throws {
    let text = #"""
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
       {"type": "ai_AIPackage", "spdxId": "x:a", "name": "ostrich/Base"},
       {"type": "ai_AIPackage", "spdxId": "x:b", "name": "emu/Egg"},
       {"type": "ai_AIPackage", "spdxId": "x:c", "name": "emu/Seed"},
       {"type": "Relationship", "spdxId": "x:r", "from": "x:b", "relationshipType": "descendantOf", "to": ["x:c"]}]}
      """#
    let read = try #require(document(text))
    #expect(
      read.shownSources == [
        "finetune emu/Seed < emu/Egg", "contains ostrich/Base (stated)", "contains emu/Egg (stated)",
      ])
    #expect(read.diagnostics.map(\.id) == ["bom-several-models"])
  }

  @Test func `what a build takes made what it gives`() throws {
    let text = #"""
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
       {"type": "ai_AIPackage", "spdxId": "x:m", "name": "acme/Helper"},
       {"type": "dataset_DatasetPackage", "spdxId": "x:d", "name": "acme/talks"},
       {"type": "build_Build", "spdxId": "x:run"},
       {"type": "Relationship", "spdxId": "x:r", "from": "x:run", "relationshipType": "hasInput", "to": ["x:d"]},
       {"type": "Relationship", "spdxId": "x:s", "from": "x:run", "relationshipType": "hasOutput", "to": ["x:m"]}]}
      """#
    #expect(document(text)?.shownSources == ["trained-on acme/talks (stated)"])
  }

  @Test func `reads the Hub's tags, and licences that are no elements`() throws {
    let text = #"""
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
       {"type": "software_Package", "spdxId": "x:p", "name": "Helper", "licenseDeclared": "ostrich-2",
        "downloadLocation": "https://huggingface.co/acme/Helper"},
       {"type": "ai_AIPackage", "spdxId": "x:m", "name": "acme/Helper", "packageUrl": "pkg:huggingface/acme/Helper@1a2b",
        "domain": ["base_model:adapter:ostrich/Base", "distillation", "dataset:acme/talks"]},
       {"type": "Relationship", "spdxId": "x:r", "from": "x:p", "relationshipType": "hasConcludedLicense", "to": ["MIT"]}]}
      """#
    let read = try #require(document(text))
    #expect(read.subject?.value == "acme/Helper")
    #expect(read.shownSources == ["adapter ostrich/Base (stated)", "trained-on acme/talks (stated)"])
    #expect(read.shownLicenses == ["ostrich-2", "MIT"])
    #expect(read.shownUnnamed.isEmpty)
  }

  @Test func `reports an element that is not there, and one that is there twice`() throws {
    let text = #"""
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
       {"type": "ai_AIPackage", "spdxId": "x:m", "name": "acme/Helper"},
       {"type": "ai_AIPackage", "spdxId": "x:m", "name": "acme/Helper-2"},
       {"type": "Relationship", "spdxId": "x:r", "from": "x:m", "relationshipType": "trainedOn", "to": ["x:gone"]}]}
      """#
    let read = try #require(document(text))
    #expect(read.diagnostics.map(\.place) == ["bom-duplicate-ref 3:2", "bom-dangling-ref 4:99"])
    #expect(read.subject?.value == "acme/Helper")
  }

  @Test func `says that older versions know no models`() throws {
    let read = try #require(document(#"{"spdxVersion": "SPDX-2.3", "name": "x", "packages": []}"#))
    #expect(read.type == .spdx)
    #expect(read.diagnostics.map(\.id) == ["bom-without-lineage"])
    #expect(read.sources.isEmpty)
  }
}
