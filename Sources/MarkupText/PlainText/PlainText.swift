import Diagnostics

/// Reads plain text: joins wrapped lines to paragraphs, keeps how far they are set in.
///
/// Lines that begin with a number, a letter in brackets or a bullet begin a block of their own.
struct PlainText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private var builder: ReadableTextBuilder
  private let wrapping: LineWrapping

  /// A line that is not blank.
  private struct Line {
    let range: Range<Int>
    let indent: Int
    /// Where its words begin behind a bullet; nil without one.
    let body: Int?
    var words: Range<Int> { (body ?? range.lowerBound)..<range.upperBound }
  }

  /// Adds the text in `range` to `builder`.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into builder: inout ReadableTextBuilder) {
    var reader = PlainText(bytes: bytes, range: range, builder: builder)
    reader.read()
    builder = reader.builder
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, builder: ReadableTextBuilder) {
    self.bytes = bytes
    self.range = range
    self.builder = builder
    self.wrapping = LineWrapping(bytes, range)
  }

  private mutating func read() {
    var open: Line?
    var start = range.lowerBound
    var lastEnd = start
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
      if let line = line(start..<end) {
        if let above = open, continues(above, line) {
          if wrapping.joinsWithBlank(above.range, line.range) { builder.appendSpace(from: line.range.lowerBound) }
        } else {
          close(&open, at: lastEnd)
        }
        open = open.map { Line(range: line.range, indent: $0.indent, body: $0.body) } ?? line
        builder.append(bytes, line.words)
        lastEnd = line.range.upperBound
      } else {
        close(&open, at: lastEnd)
      }
      start = end + (bytes.starts(with: "\r\n", at: end) ? 2 : 1)
    }
    close(&open, at: lastEnd)
  }

  private mutating func close(_ open: inout Line?, at offset: Int) {
    guard let line = open else { return }
    builder.endBlock(line.body == nil ? .paragraph : .item, indent: line.indent, at: offset)
    open = nil
  }

  /// The line without white space around it; nil where nothing else stands in it.
  private func line(_ range: Range<Int>) -> Line? {
    var lower = range.lowerBound
    var upper = range.upperBound
    var indent = 0
    while lower < upper, bytes[lower] <= 0x20 {
      indent += bytes[lower] == UInt8(ascii: "\t") ? 4 : 1
      lower += 1
    }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    takeOffFrame(&lower, &upper)
    guard lower < upper, !isRule(lower..<upper) else { return nil }
    return Line(range: lower..<upper, indent: indent, body: bulletBody(lower..<upper))
  }

  /// Takes off the stars at both ends of a line of a boxed text.
  private func takeOffFrame(_ lower: inout Int, _ upper: inout Int) {
    let star = UInt8(ascii: "*")
    guard upper - lower > 2, bytes[lower] == star, bytes[upper - 1] == star, bytes[lower + 1] == UInt8(ascii: " "),
      bytes[upper - 2] == UInt8(ascii: " ")
    else { return }
    lower += 1
    upper -= 1
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
  }

  /// A line of dashes or stars only.
  private func isRule(_ range: Range<Int>) -> Bool {
    range.count >= 3
      && range.allSatisfy {
        [UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: " ")].contains(
          bytes[$0])
      }
  }

  /// Where the words behind a bullet begin.
  private func bulletBody(_ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "o"): index += 1
    // • ◦ ▪ ● ○ · –
    case 0xE2 where index + 2 < range.upperBound && Self.bullets.contains([bytes[index + 1], bytes[index + 2]]):
      index += 3
    case 0xC2 where index + 1 < range.upperBound && bytes[index + 1] == 0xB7: index += 2
    default: return nil
    }
    guard index < range.upperBound, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") else {
      return nil
    }
    while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
    return index < range.upperBound ? index : nil
  }

  private static let bullets: Set<[UInt8]> = [
    [0x80, 0xA2], [0x97, 0xA6], [0x96, 0xAA], [0x97, 0x8F], [0x97, 0x8B], [0x80, 0x93], [0x96, 0xA0], [0x9E, 0xA2],
  ]

  /// Whether `line` goes on with the paragraph that ends with `above`.
  private func continues(_ above: Line, _ line: Line) -> Bool {
    line.body == nil && wrapping.continues(above.range, line.range, indent: above.indent)
  }
}
