import Diagnostics
import MarkupText

/// A block of the text as the clause reader sees it: its label, its title, its own words.
struct ClauseBlock {
  let kind: TextBlock.Kind
  let range: Range<Int>
  let indent: Int
  let strong: [Range<Int>]
  let isQuoted: Bool
  /// The number or name that begins it.
  let label: ClauseLabel?
  /// Its words behind the label, without blanks around them; empty for a label that stands alone.
  let body: Range<Int>

  /// A whole block.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ block: TextBlock) {
    self.init(bytes, block, range: block.range)
  }

  /// The part of a block that lies in `range`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ block: TextBlock, range: Range<Int>) {
    kind = block.kind
    self.range = range
    indent = block.indent
    strong = block.strong.filter { $0.overlaps(range) }.map { $0.clamped(to: range) }
    isQuoted = block.isQuoted
    label = block.kind == .code || block.kind == .row ? nil : ClauseLabel(bytes, range)
    body = bytes.withoutBlanks((label?.end ?? range.lowerBound)..<range.upperBound)
  }

  /// The level of a heading by markup.
  var headingLevel: Int? {
    if case .heading(let level) = kind { level } else { nil }
  }

  /// Whether all of its words are set in bold.
  var isAllStrong: Bool {
    guard let first = strong.first, let last = strong.last, !body.isEmpty else { return false }
    let covered = strong.reduce(0) { $0 + $1.count }
    return first.lowerBound <= body.lowerBound && last.upperBound >= body.upperBound - 1 && covered + 3 >= body.count
  }

  /// Whether it stands in the list that `other` stands in, directly behind it.
  func follows(_ other: ClauseBlock) -> Bool {
    guard case .numbered(let path, let style, let readings)? = label?.kind,
      case .numbered(let otherPath, let otherStyle, let otherReadings)? = other.label?.kind
    else { return false }
    return style == otherStyle && path.count == otherPath.count
      && readings.contains { reading in
        otherReadings.contains { $0.list == reading.list && $0.ordinal + 1 == reading.ordinal }
      }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The range without the blanks at both of its ends.
  func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, self[first] == 0x20 { range = range.dropFirst() }
    while let last = range.last, self[last] == 0x20 { range = range.dropLast() }
    return range
  }

  /// The range without blanks, and without the stop or colon at its end.
  func withoutStop(_ range: Range<Int>) -> Range<Int> {
    var range = withoutBlanks(range)
    while let last = range.last, [0x20, UInt8(ascii: "."), UInt8(ascii: ":")].contains(self[last]) {
      range = range.dropLast()
    }
    return range
  }

  /// The words in `range`.
  func words(in range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

  /// Whether a character of three bytes stands somewhere in the range.
  func contains(_ character: String.UTF8View, in range: Range<Int>) -> Bool {
    range.count >= 3 && range.dropLast(2).contains { self[$0..<($0 + 3)].elementsEqual(character) }
  }

  /// Whether a small letter begins the range.
  func startsLow(_ range: Range<Int>) -> Bool { range.first.map { self[$0].isLowercase } ?? false }
}
