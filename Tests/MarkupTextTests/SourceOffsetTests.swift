import Diagnostics
import MarkupText
import TestSupport
import Testing

@Suite struct SourceOffsetTests {
  private static let card = """
    ---
    title: é
    ---
    # Über «Acme»
    Ein **«😀 Satz»** mit [«Ziel»](https://a.org/b) und `«code»`.
    > quoted «words» <b>«bold»</b> \\*«starred»\\*

    | A | B |
    |---|---|
    | ü | «cell» |

    - item «one»
    ```
    fenced «code block»
    ```
    <img alt="«picture»" src="x.png">
    """

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `leads from every word back to its bytes in the file`(_ ending: String) throws {
    let marked = MarkedText(
      Self.card.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending))
    let markdown = Markdown(reading: marked.file, from: FrontMatter(in: marked.file)?.bodyStart ?? 0)
    var wanted = marked.ranges.map { ($0, marked.file.text(in: $0)) }
    for block in markdown.blocks {
      for (range, words) in wanted {
        guard let found = block.text.bytes.firstRange(of: Array(words.utf8)),
          block.text.sourceRange(of: found..<(found + words.utf8.count)) == range
        else { continue }
        wanted.removeAll { $0.0 == range }
      }
    }
    // A lone CR is no line ending to the front matter, which then is a part of the body.
    #expect(wanted.map(\.1) == [])
  }

  @Test func `gives every byte of a text a place where the file holds that byte, or a blank`() {
    let file = SourceFile(path: "a", text: Self.card)
    for block in Markdown(reading: file).blocks {
      for index in block.text.bytes.indices {
        let place = block.text.sourceRange(of: index..<(index + 1))
        let byte = block.text.bytes[index]
        #expect(place.count == 1)
        #expect(byte <= 0x20 || file.bytes[place.lowerBound] == byte)
      }
    }
  }

  @Test func `has a place for an empty text and for an empty range`() throws {
    #expect(MappedText().sourceRange(of: 0..<0) == SourceRange(0, 0))
    let block = try #require(blocks("abc").first)
    #expect(block.text.sourceRange(of: 1..<1) == SourceRange(1, 1))
    #expect(block.text.sourceRange(of: 3..<3).count == 0)
  }
}
