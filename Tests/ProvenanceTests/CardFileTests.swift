import Diagnostics
import Obligations
import Provenance
import TestSupport
import Testing

@Suite struct CardFileTests {
  private func read(_ bytes: [UInt8]) -> (card: ModelCard?, places: [String]) {
    var reader = ModelCardReader(names: sampleNames, wordings: cardWordings, kindOfID: sampleKind)
    let card = reader.read(SourceFile(path: "README.md", bytes: bytes), release: ArtefactID("acme/helper-7b"))
    return (card, reader.diagnostics.map(\.place))
  }

  @Test(arguments: [
    ("", "card-empty 1:1"),
    ("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n", "card-lfs-pointer 1:1"),
  ])
  func `takes no card where there is none`(_ text: String, _ place: String) {
    let (card, places) = read(Array(text.utf8))
    #expect(card == nil)
    #expect(places == [place])
  }

  @Test(arguments: [[0xFF, 0xFE, 0x23, 0x00], [0xFE, 0xFF, 0x00, 0x23]] as [[UInt8]])
  func `refuses UTF-16`(_ bytes: [UInt8]) {
    let (card, places) = read(bytes)
    #expect(card == nil)
    #expect(places == ["encoding-utf16 1:1"])
  }

  @Test func `reads on past a damaged byte, and says where it is`() {
    let (card, places) = read(Array("---\nlicense: mit\n---\n\nL'".utf8) + [0xE9] + Array("t\u{E9} 2024.\n".utf8))
    #expect(card?.licenses.map(\.name) == ["mit"])
    #expect(places == ["encoding-invalid-utf8 5:3"])
  }

  @Test func `reads prose where there is no front matter`() {
    let (card, places) = read(Array("# Helper\n\nFine-tuned from acme/base-7b.\n\nLicense: MIT\n".utf8))
    #expect(card?.shownSources == ["finetune acme/base-7b"])
    #expect(card?.proseLicenses.map(\.name) == ["MIT"])
    #expect(card?.frontMatter == nil)
    #expect(places == [])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `reads files of both line endings alike`(_ ending: String) {
    let text = "---\nlicense: mit\nbase_model:\n- a/b\n---\n# H\n\nFine-tuned from acme/base-7b.\n"
    let (card, places) = read(Array(text.replacing("\n", with: ending).utf8))
    #expect(card?.licenses.first?.location.start.line == 2)
    #expect(card?.baseModels.map(\.value) == ["a/b"])
    #expect(card?.proseSources.map(\.location.start.line) == [8])
    #expect(places == [])
  }

  @Test(
    arguments: [
      ("\u{FEFF}---\nlicense: mit\n---\n", ["mit"], ["front-matter-byte-order-mark 1:1"]),
      ("--- \nlicense: mit\n---\n", [], ["front-matter-not-found 1:1"]),
      ("---\nlicense: mit\n", [], ["front-matter-not-found 1:1"]),
      ("<!-- note -->\n---\nlicense: mit\n---\n", [], []),
    ] as [(String, [String], [String])])
  func `sees the metadata that the Hub sees, and warns where people would see more`(
    _ text: String, _ licenses: [String], _ expected: [String]
  ) {
    let (card, places) = read(Array(text.utf8))
    #expect(card?.licenses.map(\.name) == licenses)
    #expect(places == expected)
  }
}
