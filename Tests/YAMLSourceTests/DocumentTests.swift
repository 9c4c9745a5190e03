import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite struct DocumentTests {
  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n...\n", "\u{FEFF}"])
  func `reads nothing from a text that holds nothing`(_ text: String) {
    let document = strict(text)
    #expect(document.places == [])
    #expect(document.root.map(\.isNull) ?? true)
  }

  @Test func `reads the first document only, and says that there is another`() {
    let document = strict("a: 1\n---\na: 2\n")
    #expect(document.places == ["yaml-several-documents 2:1"])
    #expect(document.root?["a"]?.text == "1")
  }

  @Test(arguments: ["---\na: 1\n", "---\na: 1\n---", "%YAML 1.2\n---\na: 1\n...\n"])
  func `takes marks around the only document for no second one`(_ text: String) {
    let document = strict(text)
    #expect(document.root?["a"]?.text == "1")
    #expect(document.diagnostics.allSatisfy { $0.id == "yaml-several-documents" && text.hasSuffix("---") })
  }

  @Test(arguments: [
    ("a: b: c", "yaml-syntax 1:5"), ("a: [1, 2\nb: 3", "yaml-syntax 2:2"), ("a:\n\t- x", "yaml-syntax 2:1"),
    ("é: \"😀", "yaml-syntax 1:6"), ("a: @x", "yaml-syntax 1:4"), ("a: 1\n  b: 2", "yaml-syntax 2:4"),
  ])
  func `says where the syntax breaks`(_ text: String, _ place: String) {
    let document = strict(text)
    #expect(document.places == [place])
    #expect(document.root == nil)
  }

  @Test(arguments: [("[", "]"), ("{ a: ", " }"), ("[{ a: ", " }]")])
  func `reads 64 levels and refuses the 65th`(_ opening: String, _ closing: String) {
    func nested(_ levels: Int) -> YAMLDocument {
      let times = levels / opening.count { "[{".contains($0) }
      return lenient(String(repeating: opening, count: times) + "x" + String(repeating: closing, count: times))
    }
    #expect(nested(64).places == [])
    #expect(nested(64).root?.all.last?.text == "x")
    #expect(nested(66).diagnostics.map(\.id) == ["yaml-too-deep"])
    #expect(nested(66).root == nil)
  }

  @Test func `says where the 65th level opens`() {
    #expect(lenient(String(repeating: "[", count: 65)).places == ["yaml-too-deep 1:65"])
    let block = (0..<65).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(lenient(block).places == ["yaml-too-deep 65:65"])
  }

  @Test func `keeps the last of two equal keys, as Python does`() {
    #expect(lenient("a: 1\na: 2\n").root?["a"]?.text == "2")
  }

  @Test func `speaks in the house style`() {
    let texts = [
      "a: 1\na: 2", "a: *b", "[", "a: 1\n---\nb: 2", "a: b: c", "a: \u{7}", String(repeating: "[", count: 70),
    ]
    #expect(texts.flatMap { lenient($0).diagnostics.flatMap(\.styleMistakes) } == [])
  }
}
