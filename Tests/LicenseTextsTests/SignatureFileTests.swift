import Diagnostics
import LicenseTexts
import TestSupport
import Testing
import YAMLSource

@Suite struct SignatureFileTests {
  private static let versions: [LicenseSignature] = {
    var later = SampleLicense()
    later.clauses[2] = "Whoever paints the lighthouse owes the keeper a cup of tea and a slice of bread."
    return [
      SampleLicense.signature,
      LicenseSignature(id: "lighthouse-1.1", also: ["beacon"], version: "it's new", of: later.text.readable),
    ]
  }()

  @Test func `a file reads what it printed`() throws {
    let file = SignatureFile(Self.versions)
    let read = try #require(SignatureFile(reading: Array(file.yaml.utf8)))
    #expect(read.yaml == file.yaml)
    #expect(read.signatures.map(\.id) == ["lighthouse-1.0", "lighthouse-1.1"])
    #expect(read.signatures[1].also == ["beacon"])
    #expect(read.signatures[1].version == "it's new")
    #expect(LicenseIdentifier(read.signatures).identify(SampleLicense().text.readable).kind == .exact)
  }

  @Test func `a file is YAML, which says the same`() throws {
    let yaml = SignatureFile(Self.versions).yaml
    let document = YAMLDocument(reading: SourceFile(path: "lighthouse.yaml", text: yaml), limits: .strict)
    #expect(document.diagnostics.isEmpty)
    let texts = try #require(document.root?["texts"]?.items)
    #expect(texts.map { $0["id"]?.text } == Self.versions.map(\.id))
    #expect(texts.last?["version"]?.text == "it's new")
    #expect(texts.last?["words"]?.text?.contains("@") == true, "the later version repeats the words of the first")
  }

  @Test(arguments: [
    "", "texts:\n", "id: lighthouse\n", "texts:\n  - id: a\n    words: >-\n      @0+5\n",
    "texts:\n  - id: a\n    words: >-\n      ?!\n", "texts:\n  - id: a\n    words: >-\n      @99999999999999999999+1\n",
    "texts:\n  - id: a\n    clauses: >-\n      one\n", "texts:\n  - id: a\n    unknown: 1\n",
  ]) func `a broken file is refused`(yaml: String) {
    #expect(SignatureFile(reading: Array(yaml.utf8)) == nil)
  }

  @Test func `damaged files never trap`() {
    for bytes in DamagedCopies(of: SignatureFile(Self.versions).yaml, count: 500, alphabet: ":@+=>-' \n") {
      _ = SignatureFile(reading: bytes).map { LicenseIdentifier($0.signatures).identify(SampleLicense().text.readable) }
    }
  }

  @Test func `variants get a signature only where they are worded otherwise`() {
    var altered = SampleLicense()
    altered.clauses[0] = altered.clauses[0].replacing("everybody", with: "nobody")
    var collection = SignatureCollection(alias: "own-")
    collection.add(.init(id: "lighthouse-1.0"), SampleLicense().text.readable)
    collection.add(.init(id: "lighthouse-1.0", isVariant: true), SampleLicense().text.uppercased().readable)
    collection.add(.init(id: "own-lighthouse-1.0-only"), SampleLicense().text.readable)
    #expect(collection.signatures.map(\.id) == ["lighthouse-1.0"])
    #expect(collection.signatures.first?.also == ["own-lighthouse-1.0-only"])
    collection.add(.init(id: "lighthouse-1.0", isVariant: true), altered.text.readable)
    #expect(collection.signatures.map(\.id) == ["lighthouse-1.0", "lighthouse-1.0"])
    #expect(collection.files.map(\.stem) == ["lighthouse"])
  }
}
