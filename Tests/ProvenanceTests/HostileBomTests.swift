import Diagnostics
import TestSupport
import Testing

@testable import Provenance

@Suite struct HostileBomTests {
  @Test func `all places of damaged bills lie inside the file`() {
    #expect(brokenCopy(of: BomSamples.json, named: "bom.json") == nil)
    #expect(brokenCopy(of: BomSamples.xml, named: "bom.xml", alphabet: "<>/&;\"'=![]-? :\n\ta1é") == nil)
    #expect(brokenCopy(of: SPDX3Tests.sample, named: "bom.spdx.json") == nil)
  }

  @Test(arguments: [
    ("bom.json", "{\"bomFormat\": \"CycloneDX\",\n \"components\": [}", "json-syntax 2:17"),
    ("bom.cdx", "{\"bomFormat\": \"CycloneDX\"", "json-syntax 1:26"),
    ("bom.xml", "<bom xmlns='http://cyclonedx.org/schema/bom/1.6'>\n <components>\n</bom>", "xml-syntax 3:7"),
    (
      "bom.xml", "<!DOCTYPE bom [<!ENTITY a 'ha'>]>\n<bom xmlns='http://cyclonedx.org/schema/bom/1.6'>&a;</bom>",
      "xml-doctype 1:1"
    ),
    ("spdx.json", "{\"@context\": \"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\", ", "json-syntax 1:64"),
  ])
  func `a bill that can't be read is reported with the place`(_ name: String, _ text: String, _ mistake: String) throws
  {
    let diagnostics = try #require(mistakes(in: text, named: name))
    #expect(diagnostics.map(\.place) == [mistake])
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
    #expect(diagnostics.flatMap(\.styleMistakes).isEmpty)
  }

  /// What is wrong with a file that can't be read; nil where it can.
  private func mistakes(in text: String, named path: String = "bom.json") -> [Diagnostic]? {
    let readers = DocumentReaders(
      finder: MentionFinder(names: sampleNames, kindOfID: sampleKind, wordings: cardWordings))
    guard case .unreadable(let found) = readers.read(SourceFile(path: path, text: text)) else { return nil }
    return found
  }

  @Test func `artefacts may be each other's sources`() throws {
    let models = ["a", "b"].map { #"{"type": "machine-learning-model", "bom-ref": "\#($0)", "name": "acme/\#($0)"}"# }
    let circle =
      #", "dependencies": [{"ref": "a", "dependsOn": ["b", "a"]}, {"ref": "b", "dependsOn": ["a"]}]"#
    let read = try #require(document(BomSamples.bill(models.joined(separator: ","), circle)))
    #expect(read.subject == nil)
    #expect(read.shownSources == ["finetune acme/b < acme/a (hinted)", "finetune acme/a < acme/b (hinted)"])
  }

  @Test(arguments: ["components", "pedigree"]) func `nesting ends in a message`(_ key: String) throws {
    let (open, close) = key == "components" ? ("\"components\": [", "]") : ("\"pedigree\": {\"ancestors\": [", "]}")
    let one = "{\"type\": \"machine-learning-model\", \"name\": \"acme/x\", \(open)"
    let text = BomSamples.bill(String(repeating: one, count: 500) + String(repeating: close + "}", count: 500))
    #expect(mistakes(in: text)?.map(\.id) == ["json-too-deep"])
  }

  @Test(arguments: [
    // Many steps between few artefacts, many artefacts, and many references to one of them.
    #"{"ref": "m", "dependsOn": ["d", "d", "d", "d"]}"#,
    #"{"ref": "m", "dependsOn": ["e", "d"]}, {"ref": "d", "dependsOn": ["m"]}"#,
  ])
  func `takes four times as long at most for four times as much`(_ dependency: String) {
    let growth = Growth(from: 500) { count in
      let components = (0..<count).map {
        #"{"type": "data", "bom-ref": "\#($0 == 0 ? "d" : "\($0)")", "name": "acme/\#($0)"}"#
      }
      let model =
        #"{"type": "machine-learning-model", "bom-ref": "m", "name": "acme/m", "modelCard": {"modelParameters": "#
        + #"{"datasets": [\#((1..<count).map { #"{"ref": "\#($0)"}"# }.joined(separator: ","))]}}}"#
      let rest = Array(repeating: dependency, count: count).joined(separator: ",")
      _ = document(
        BomSamples.bill((components + [model]).joined(separator: ","), #", "dependencies": [\#(rest)]"#))
    }
    #expect(growth.isLinear, "\(growth)")
  }
}
