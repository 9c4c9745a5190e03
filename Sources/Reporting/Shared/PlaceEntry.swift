import Diagnostics
import MarkupText

/// A place in JSON: where the first character stands, counted from 1.
struct PlaceEntry: Encodable {
  let file: String
  let line: Int
  let column: Int

  init(_ location: SourceLocation) {
    let start = location.start
    (file, line, column) = (location.path, start.line, start.column)
  }
}

/// A place in JSON, with its offset in bytes as well.
struct ExactPlaceEntry: Encodable {
  let file: String
  let line: Int
  let column: Int
  let offset: Int

  init(_ location: SourceLocation) {
    let start = location.start
    (file, line, column, offset) = (location.path, start.line, start.column, start.offset)
  }
}

/// A range of a text in JSON, by the bytes of the file as read.
struct RangeEntry: Encodable {
  let start: PositionEntry
  let end: PositionEntry

  init(_ range: Range<Int>, in text: ReadableText) {
    let source = text.text.sourceRange(of: range)
    start = PositionEntry(text.file.position(at: source.lowerBound))
    end = PositionEntry(text.file.position(at: source.upperBound))
  }

  struct PositionEntry: Encodable {
    let line: Int
    let column: Int
    let offset: Int

    init(_ position: SourcePosition) {
      line = position.line
      column = position.column
      offset = position.offset
    }
  }
}
