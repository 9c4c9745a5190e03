import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite struct RangeTests {
  @Test func `knows where every key and value stands, whatever stands before it`() throws {
    let marked = MarkedText(
      """
      «título»: «"é 😀"»
      # 😀 comment
      «list»:
        - «ünïcode»
        - { «a»: «b», «ключ»: «'значение'» }
      «end»: «x»
      """)
    let document = YAMLDocument(reading: marked.file, limits: .strict)
    let found = try #require(document.root).scalars.map(\.location.place)
    #expect(found == marked.places)
  }

  @Test func `ends a block with its last item and a flow list with its bracket`() throws {
    let marked = MarkedText("a: «[x, [y]]»\nb:\n  «- x\n  - y»\n\n# comment\nc: «{ d: e }» # more\n")
    let root = try #require(YAMLDocument(reading: marked.file, limits: .strict).root)
    #expect(["a", "b", "c"].compactMap { root[$0]?.location.place } == marked.places)
  }

  @Test func `counts from the start of the file when it reads a part of one`() throws {
    let marked = MarkedText("é\r\n---\r\nlicense: «mit»\r\n---\r\nbody: text\r\n")
    let part = SourceRange("é\r\n---\r\n".utf8.count, "é\r\n---\r\nlicense: mit".utf8.count)
    let document = YAMLDocument(reading: marked.file, in: part, limits: .strict)
    #expect(document.root?["license"]?.location.place == marked.places[0])
    #expect(document.root?.entries?.count == 1)
    let broken = YAMLDocument(
      reading: SourceFile(path: "a", text: "é\nkey: [\n"), in: SourceRange(3, 10), limits: .strict)
    #expect(broken.diagnostics.first?.location.map { $0.start.line > 1 } == true)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `reads the same from files of all line endings`(_ ending: String) throws {
    let marked = MarkedText(["a: «1»", "b:", "- «é»", "- «x»", ""].joined(separator: ending))
    let document = YAMLDocument(reading: marked.file, limits: .strict)
    #expect(document.places == [])
    let values = try #require(document.root).scalars.filter { !["a", "b"].contains($0.text) }
    #expect(values.map(\.text) == ["1", "é", "x"])
    #expect(values.map(\.location.place) == marked.places)
  }

  @Test func `does not count a byte order mark as text`() throws {
    let file = SourceFile(path: "a", bytes: [0xEF, 0xBB, 0xBF] + Array("é: x".utf8))
    let document = YAMLDocument(reading: file, limits: .strict)
    let value = try #require(document.root?["é"])
    #expect(document.places == [])
    #expect(value.range == SourceRange(7, 8))
  }
}
