import Diagnostics

/// Reads plain text: joins wrapped lines to paragraphs, keeps how far they are set in.
///
/// Lines that begin with a number, a letter in brackets or a bullet begin a block of their own.
struct PlainText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var builder: ReadableTextBuilder
  /// Columns that the text is wrapped at; nil where a line is a paragraph.
  private var width: Int?

  /// A line that is not blank.
  private struct Line {
    let range: Range<Int>
    let indent: Int
    /// Where its words begin behind a bullet; nil without one.
    let body: Int?
    var words: Range<Int> { (body ?? range.lowerBound)..<range.upperBound }
  }

  /// Lines longer than this are paragraphs, not wrapped lines.
  private static let widest = 130

  static func read(_ file: SourceFile) -> ReadableText {
    file.bytes.withUnsafeBufferPointer { bytes in
      var reader = PlainText(bytes: bytes)
      reader.read()
      return reader.builder.finish(file, isVerbatim: true)
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.builder = ReadableTextBuilder(capacity: bytes.count)
    self.width = Self.wrapWidth(bytes)
  }

  /// The width of a text in which nearly all long lines end near one column.
  private static func wrapWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var counts = [Int](repeating: 0, count: widest + 1)
    var lines = 0
    var tooWide = 0
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "\n") {
      let length = index - start
      if length > 20 {
        lines += 1
        if length > widest { tooWide += 1 } else { counts[length] += 1 }
      }
      start = index + 1
    }
    guard lines > 0, tooWide * 12 < lines else { return nil }
    var seen = 0
    for length in stride(from: widest, through: 0, by: -1) {
      seen += counts[length]
      if seen * 20 >= lines { return length }
    }
    return nil
  }

  private mutating func read() {
    var open: Line?
    var start = 0
    var lastEnd = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
      if let line = line(start..<end) {
        if let above = open, continues(above, line) {
          builder.appendSpace(from: line.range.lowerBound)
        } else {
          close(&open, at: lastEnd)
        }
        if open == nil { open = line } else { open = Line(range: line.range, indent: open!.indent, body: open!.body) }
        builder.append(bytes, line.words)
        lastEnd = line.range.upperBound
      } else {
        close(&open, at: lastEnd)
      }
      start = end + 1
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
    guard lower < upper, !isRule(lower..<upper) else { return nil }
    return Line(range: lower..<upper, indent: indent, body: bulletBody(lower..<upper))
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
    guard line.body == nil, !OutlineNumber.begins(bytes, line.range) else { return false }
    let first = bytes[line.range.lowerBound]
    let last = bytes[above.range.upperBound - 1]
    let endsSentence = [
      UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "\""),
    ].contains(last)
    guard let width else {
      // A line is a paragraph, unless it is cut in the middle of a sentence.
      return (0x61...0x7A).contains(first) && !endsSentence && above.range.count > 20
    }
    // A paragraph ends with a line in which the next word would have found room.
    let firstWord = line.range.prefix { bytes[$0] > 0x20 }.count
    let room = width - above.indent - above.range.count - 1
    if room < firstWord + 2 { return true }
    if (0x61...0x7A).contains(first) { return !endsSentence || room < firstWord + 16 }
    return !endsSentence && above.range.count * 2 > width
  }
}
