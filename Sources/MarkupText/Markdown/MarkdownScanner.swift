/// Cuts Markdown into blocks by its lines, in one pass; every text has some reading, so it never fails.
///
/// Lines set in by four columns are not taken for code: licences set in what belongs to an item.
struct MarkdownScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var pieces: [MarkdownPiece] = []
  /// Start of the line that is read next.
  var next: Int
  /// The paragraph or list item that is being collected.
  var pending: [Range<Int>] = []
  private var pendingKind = MarkdownPiece.Kind.paragraph
  private var pendingIndent = 0
  private var pendingIsQuoted = false

  /// A line without its quote marks and the white space around it.
  struct Line {
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
