/// Cuts Markdown into blocks by its lines, in one pass; every text has some reading, so it never fails.
///
/// Lines set in by four columns are not taken for code: licences set in what belongs to an item.
struct MarkdownScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var pieces: [MarkdownPiece] = []
  /// Start of the line that is read next.
  private var next: Int
  /// The paragraph or list item that is being collected.
  private var pending: [Range<Int>] = []
  private var pendingKind = MarkdownPiece.Kind.paragraph
  private var pendingIndent = 0
  private var pendingIsQuoted = false

  /// A line without its quote marks and the white space around it.
  private struct Line {
    /// The line as it stands in the file.
    let whole: Range<Int>
    let text: Range<Int>
    let indent: Int
    let isQuoted: Bool
    /// Start of the line below.
    let next: Int
  }

  /// The blocks of `bytes` from `start` on.
  static func pieces(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [MarkdownPiece] {
    var scanner = MarkdownScanner(bytes: bytes, next: min(start, bytes.count))
    scanner.read()
    return scanner.pieces
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, next: Int) {
    self.bytes = bytes
    self.next = next
  }

  private mutating func read() {
    while let line = line(at: next) {
      next = line.next
      if line.text.isEmpty {
        flush()
      } else if let fence = fence(line.text) {
        flush()
        code(opening: line, fence)
      } else if bytes.starts(with: "<!--", at: line.text.lowerBound) {
        flush()
        skipComment(line)
      } else if let level = headingLevel(line.text) {
        flush()
        heading(line, level: level, from: line.text.lowerBound + level)
      } else if let level = underline(below: line) {
        heading(line, level: level, from: line.text.lowerBound)
      } else if isTableHeader(line) {
        flush()
        table(header: line)
      } else {
        take(line)
      }
    }
    flush()
  }

  /// Begins a list item or a paragraph, or goes on with the one above.
  private mutating func take(_ line: Line) {
    if isRule(line.text) {
      flush()
      pieces.append(
        MarkdownPiece(kind: .rule, lines: [line.text], indent: line.indent, isQuoted: line.isQuoted))
    } else if let item = item(line.text) {
      flush()
      begin(line, .item(number: item.number))
      pending.append(item.text)
    } else {
      if pending.isEmpty { begin(line, .paragraph) }
      pending.append(line.text)
    }
  }

  private mutating func begin(_ line: Line, _ kind: MarkdownPiece.Kind) {
    pendingKind = kind
    pendingIndent = line.indent
    pendingIsQuoted = line.isQuoted
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    pieces.append(
      MarkdownPiece(kind: pendingKind, lines: pending, indent: pendingIndent, isQuoted: pendingIsQuoted))
    pending.removeAll()
  }

  private mutating func heading(_ line: Line, level: Int, from start: Int) {
    let text = trimmed(start..<line.text.upperBound)
    pieces.append(
      MarkdownPiece(
        kind: .heading(level: level), lines: [withoutClosingMarks(text)], indent: line.indent,
        isQuoted: line.isQuoted))
  }

  /// Adds the lines up to the closing fence as one block.
  private mutating func code(opening: Line, _ fence: (byte: UInt8, count: Int)) {
    var lines: [Range<Int>] = []
    while let line = line(at: next) {
      next = line.next
      if let closing = self.fence(line.text), closing.byte == fence.byte, closing.count >= fence.count { break }
      lines.append(line.whole)
    }
    guard !lines.isEmpty else { return }
    pieces.append(
      MarkdownPiece(kind: .code, lines: lines, indent: opening.indent, isQuoted: opening.isQuoted))
  }

  /// Skips a comment that begins a line; what stands behind its end is text.
  private mutating func skipComment(_ opening: Line) {
    var index = opening.text.lowerBound
    while index < bytes.count, !bytes.starts(with: "-->", at: index) { index += 1 }
    guard index < bytes.count else {
      next = bytes.count + 1
      return
    }
    index += 3
    var end = index
    while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
    next = lineStart(behind: end)
    let rest = trimmed(index..<end)
    guard !rest.isEmpty else { return }
    begin(opening, .paragraph)
    pending.append(rest)
  }

  private mutating func table(header: Line) {
    row(header, isHeader: true)
    if let rule = line(at: next) { next = rule.next }
    while let line = line(at: next), bytes[line.whole].contains(UInt8(ascii: "|")) {
      next = line.next
      row(line, isHeader: false)
    }
  }

  private mutating func row(_ line: Line, isHeader: Bool) {
    pieces.append(
      MarkdownPiece(
        kind: .row(isHeader: isHeader), lines: cells(of: line.text), indent: line.indent, isQuoted: line.isQuoted))
  }

  /// The cells of a table line, without the pipes around them.
  private func cells(of line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    if start < line.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < line.upperBound {
      if bytes[index] == UInt8(ascii: "|"), bytes[index - 1] != UInt8(ascii: "\\") {
        cells.append(trimmed(start..<index))
        start = index + 1
      }
      index += 1
    }
    if start < line.upperBound { cells.append(trimmed(start..<line.upperBound)) }
    return cells
  }

  private func isTableHeader(_ line: Line) -> Bool {
    guard bytes[line.text].contains(UInt8(ascii: "|")), let rule = self.line(at: line.next)?.text, rule.count >= 3
    else { return false }
    var hasDash = false
    var hasPipe = false
    for index in rule {
      switch bytes[index] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"): hasPipe = true
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return false
      }
    }
    return hasDash && hasPipe
  }
}

// What single lines are.
extension MarkdownScanner {
  /// The line that begins at `start`; nil behind the end.
  private func line(at start: Int) -> Line? {
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

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// Start of the line behind the one that ends at `end`.
  private func lineStart(behind end: Int) -> Int {
    let isPair = bytes.starts(with: "\r\n", at: end)
    return end + (isPair ? 2 : 1)
  }

  private func headingLevel(_ line: Range<Int>) -> Int? {
    var end = line.lowerBound
    while end < line.upperBound, bytes[end] == UInt8(ascii: "#") { end += 1 }
    guard (1...6).contains(end - line.lowerBound) else { return nil }
    return end == line.upperBound || bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t")
      ? end - line.lowerBound : nil
  }

  /// A heading's text without `##` behind it.
  private func withoutClosingMarks(_ text: Range<Int>) -> Range<Int> {
    var end = text.upperBound
    while end > text.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    guard end < text.upperBound, end > text.lowerBound, bytes[end - 1] <= 0x20 else { return text }
    return trimmed(text.lowerBound..<end)
  }

  /// The level of a heading that is underlined; moves behind the underline.
  private mutating func underline(below line: Line) -> Int? {
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
  private func mayUnderline(at start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: ">") { index += 1 }
    return bytes.starts(with: "==", at: index) || bytes.starts(with: "--", at: index)
  }

  private func fence(_ line: Range<Int>) -> (byte: UInt8, count: Int)? {
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
  private func isRule(_ line: Range<Int>) -> Bool {
    let mark = bytes[line.lowerBound]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return false }
    var count = 0
    for index in line {
      if bytes[index] == mark { count += 1 } else if bytes[index] > 0x20 { return false }
    }
    return count >= 3
  }

  /// A list marker's number, if it has one, and the text behind it.
  private func item(_ line: Range<Int>) -> (number: Range<Int>?, text: Range<Int>)? {
    guard let first = bytes[line].first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      let next = line.lowerBound + 1
      guard next < line.upperBound, bytes[next] <= 0x20 else { return nil }
      return (nil, trimmed(next..<line.upperBound))
    }
    var marker = line.lowerBound
    while marker < line.upperBound, (0x30...0x39).contains(bytes[marker]) { marker += 1 }
    guard (1...9).contains(marker - line.lowerBound), marker + 1 < line.upperBound,
      bytes[marker] == UInt8(ascii: ".") || bytes[marker] == UInt8(ascii: ")"), bytes[marker + 1] <= 0x20
    else { return nil }
    return (line.lowerBound..<(marker + 1), trimmed((marker + 1)..<line.upperBound))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }
}
