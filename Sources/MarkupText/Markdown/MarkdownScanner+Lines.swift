import Diagnostics

// What single lines are.
extension MarkdownScanner {
  /// The line that begins at `start`; nil behind the end.
  func line(at start: Int) -> Line? {
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
    var lower = start
    var indent = 0
    var isQuoted = false
    while lower < end {
      let byte = bytes[lower]
      if byte == UInt8(ascii: ">") {
        isQuoted = true
        // The blank behind the mark belongs to it.
        indent = -1
      } else if byte == UInt8(ascii: "\t") {
        indent = (max(indent, 0) / 4 + 1) * 4
      } else if byte <= 0x20 {
        indent += 1
      } else {
        break
      }
      lower += 1
    }
    var upper = end
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return Line(
      whole: start..<end, text: lower..<upper, indent: max(indent, 0), isQuoted: isQuoted,
      next: lineStart(behind: end))
  }

  /// Whether a byte ends a line.
  func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// Start of the line behind the one that ends at `end`.
  func lineStart(behind end: Int) -> Int {
    let isPair = bytes.starts(with: "\r\n", at: end)
    return end + (isPair ? 2 : 1)
  }

  /// The level of a heading that begins with `#`; nil for other lines.
  func headingLevel(_ line: Range<Int>) -> Int? {
    var end = line.lowerBound
    while end < line.upperBound, bytes[end] == UInt8(ascii: "#") { end += 1 }
    guard (1...6).contains(end - line.lowerBound) else { return nil }
    return end == line.upperBound || bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t")
      ? end - line.lowerBound : nil
  }

  /// A heading's text without `##` behind it.
  func withoutClosingMarks(_ text: Range<Int>) -> Range<Int> {
    var end = text.upperBound
    while end > text.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    guard end < text.upperBound, end > text.lowerBound, bytes[end - 1] <= 0x20 else { return text }
    return trimmed(text.lowerBound..<end)
  }

  /// The level of a heading that is underlined; moves behind the underline.
  mutating func underline(below line: Line) -> Int? {
    guard pending.isEmpty, mayUnderline(at: line.next), let below = self.line(at: line.next), below.text.count >= 3
    else { return nil }
    let mark = bytes[below.text.lowerBound]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), bytes[below.text].allSatisfy({ $0 == mark }),
      !isRule(line.text), item(line.text).map({ $0.number != nil }) ?? true
    else { return nil }
    next = below.next
    return mark == UInt8(ascii: "=") ? 1 : 2
  }

  /// Whether the line at `start` begins as an underline does: most lines need not be read twice.
  func mayUnderline(at start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: ">") { index += 1 }
    return bytes.starts(with: "==", at: index) || bytes.starts(with: "--", at: index)
  }

  /// The mark of a fence of code, and how often it stands there; nil for other lines.
  func fence(_ line: Range<Int>) -> (byte: UInt8, count: Int)? {
    guard line.count >= 3 else { return nil }
    let first = bytes[line.lowerBound]
    guard first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
    var end = line.lowerBound
    while end < line.upperBound, bytes[end] == first { end += 1 }
    guard end - line.lowerBound >= 3 else { return nil }
    // A fence of backticks has no backtick behind it: that would be inline code.
    if first == UInt8(ascii: "`"), bytes[end..<line.upperBound].contains(first) { return nil }
    return (first, end - line.lowerBound)
  }

  /// Three dashes, stars or underscores, with blanks between them or not.
  func isRule(_ line: Range<Int>) -> Bool {
    let mark = bytes[line.lowerBound]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return false }
    var count = 0
    for index in line {
      if bytes[index] == mark { count += 1 } else if bytes[index] > 0x20 { return false }
    }
    return count >= 3
  }

  /// A list marker's number, if it has one, and the text behind it.
  func item(_ line: Range<Int>) -> (number: Range<Int>?, text: Range<Int>)? {
    guard let first = bytes[line].first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      let next = line.lowerBound + 1
      guard next < line.upperBound, bytes[next] <= 0x20 else { return nil }
      return (nil, trimmed(next..<line.upperBound))
    }
    var marker = line.lowerBound
    while marker < line.upperBound, bytes[marker].isDigit { marker += 1 }
    guard (1...9).contains(marker - line.lowerBound), marker + 1 < line.upperBound,
      bytes[marker] == UInt8(ascii: ".") || bytes[marker] == UInt8(ascii: ")"), bytes[marker + 1] <= 0x20
    else { return nil }
    return (line.lowerBound..<(marker + 1), trimmed((marker + 1)..<line.upperBound))
  }

  /// The range without the white space around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }
}
