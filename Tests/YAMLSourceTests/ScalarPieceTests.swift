import Diagnostics
import Testing
import YAMLSource

@Suite struct ScalarPieceTests {
  @Test(arguments: [
    ("plain", "key: one two\n  three"), ("literal", "key: |\n  one\n    two\n\n  three\n"),
    ("folded", "key: >-\n  one\n  two\n\n  three\n"), ("single", "key: 'one ''two''\n  three'"),
    ("double", "key: \"one \\\"two\\\" \\u201cthree\\x21\\n four \\\n   five\""),
    ("with a comment", "key: | # note\n  one two\n"),
  ])
  func `leads from every word of a scalar to the file`(_ name: String, _ yaml: String) throws {
    let file = SourceFile(path: "a.yaml", text: yaml)
    let node = try #require(YAMLDocument(reading: file, limits: .strict).root?["key"])
    let text = Array(try #require(node.text).utf8)
    let pieces = node.scalarPieces
    // They follow one another without gaps.
    #expect(pieces.map(\.text.lowerBound) == [0] + pieces.dropLast().map(\.text.upperBound))
    #expect(pieces.last?.text.upperBound == text.count)
    for piece in pieces {
      let source = file.text(in: SourceRange(piece.source.lowerBound, piece.source.upperBound))
      let words = String(decoding: text[piece.text], as: UTF8.self)
      if piece.isVerbatim {
        #expect(source == words)
      } else if words.contains(where: { !$0.isWhitespace }) {
        #expect(source.hasPrefix("\\") || source == "''")
      }
    }
    let three = text.firstRange(of: Array("three".utf8))
    let piece = pieces.first { piece in three.map { piece.text.contains($0) } ?? false }
    #expect(name.hasPrefix("with") || piece?.isVerbatim == true)
  }

  @Test func `has none for lists`() throws {
    let file = SourceFile(path: "a.yaml", text: "key: [a]")
    #expect(YAMLDocument(reading: file, limits: .strict).root?["key"]?.scalarPieces == [])
  }
}
