import Diagnostics
import Testing

@Suite struct SourceFileTests {
  struct Place: Sendable, CustomTestStringConvertible {
    let text: String
    /// What stands before the asked place.
    let before: String
    let line: Int
    let column: Int
    var testDescription: String { before.debugDescription }
  }

  @Test(arguments: [
    Place(text: "", before: "", line: 1, column: 1),
    Place(text: "key: é=1", before: "key: é", line: 1, column: 7),
    Place(text: "😀x", before: "😀", line: 1, column: 2),
    // A letter with a combining accent is one character, but two code points.
    Place(text: "e\u{301}x", before: "e\u{301}", line: 1, column: 3),
    Place(text: "one\ntwo", before: "one\nt", line: 2, column: 2),
    Place(text: "one\r\ntwo", before: "one\r", line: 1, column: 5),
    Place(text: "one\r\ntwo", before: "one\r\n", line: 2, column: 1),
    Place(text: "one\rtwo\rthree", before: "one\rtwo\r", line: 3, column: 1),
    Place(text: "one\n\rtwo", before: "one\n\r", line: 3, column: 1),
    Place(text: "one\n", before: "one\n", line: 2, column: 1),
    Place(text: "one", before: "one", line: 1, column: 4),
    Place(text: "é\ré\r\né", before: "é\ré\r\né", line: 3, column: 2),
  ])
  func `names lines and code points as editors do`(_ place: Place) {
    let position = SourceFile(path: "a", text: place.text).position(at: place.before.utf8.count)
    #expect(position.line == place.line)
    #expect(position.column == place.column)
    #expect(position.offset == place.before.utf8.count)
  }

  @Test func `counts a place behind the end as the end`() {
    let position = SourceFile(path: "a", text: "one\ntwo").position(at: 1_000)
    #expect([position.line, position.column, position.offset] == [2, 4, 7])
  }

  @Test func `counts a damaged byte that starts a character as one column`() {
    let file = SourceFile(path: "a", bytes: [0x61, 0xFF, 0x62])
    #expect(file.position(at: 2).column == 3)
  }

  @Test(arguments: [
    (0, 0, 9, "one", false), (5, 0, 9, "two", false), (6, 9, 9, "two", false), (6, 1, 9, "two", false),
    (7, 1, 1, "w", true), (9, 0, 3, "thé", true), (11, 1, 3, "hé!", true), (15, 2, 9, "!e", false),
    (16, 0, 9, "", false),
    (99, 0, 9, "", false),
  ])
  func `shows so many columns around a place, and none of another line`(
    _ offset: Int, _ before: Int, _ width: Int, _ text: String, _ isCut: Bool
  ) {
    let file = SourceFile(path: "a", text: "one\r\ntwo\rthé!e\n")
    let excerpt = file.excerpt(around: offset, before: before, width: width)
    #expect(excerpt.text == text)
    #expect(excerpt.isCut == isCut)
  }

  @Test func `shows damaged text repaired, whatever a range cuts apart`() {
    let file = SourceFile(path: "a", bytes: [0x61, 0xFF, 0x62])
    #expect(file.excerpt(around: 0, before: 0, width: 9).text == "a\u{FFFD}b")
    #expect(SourceFile(path: "a", text: "é").text(in: SourceRange(0, 1)) == "\u{FFFD}")
    #expect(file.text(in: SourceRange(2, 90)) == "b")
  }

  @Test func `finds places deep in a line of any length`() {
    let line = String(repeating: "aé😀", count: 3_000)
    let file = SourceFile(path: "a", text: "x\n\(line)\n\(line)")
    for characters in [0, 1, 2, 1_000, 4_096, 8_999, 9_000] {
      let offset = 2 + line.prefix(characters).utf8.count
      for (number, place) in [(2, offset), (3, offset + line.utf8.count + 1)] {
        let position = file.position(at: place)
        #expect([position.line, position.column] == [number, characters + 1])
      }
    }
  }

  @Test func `takes the same range of the same path for the same place`() {
    let here = SourceLocation(SourceFile(path: "a", text: "one"), SourceRange(0, 1))
    let again = SourceLocation(SourceFile(path: "a", text: "one"), SourceRange(0, 1))
    let elsewhere = SourceLocation(SourceFile(path: "b", text: "one"), SourceRange(0, 1))
    #expect(Set([here, again, elsewhere]).count == 2)
  }
}
