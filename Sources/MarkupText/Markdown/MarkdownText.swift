import Diagnostics

/// Reads Markdown as licences and terms use it.
struct MarkdownText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let wrapping: LineWrapping
  private var builder: ReadableTextBuilder
  private var inline: InlineMarkup

  /// Adds the document in `range` to `builder`.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into builder: inout ReadableTextBuilder) {
    let bytes = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var reader = MarkdownText(bytes: bytes, range: range, builder: builder)
    let pieces = MarkdownScanner.pieces(of: bytes, from: range.lowerBound)
    let chrome = MarkdownChrome(bytes: bytes, pieces: pieces)
    for (index, piece) in pieces.enumerated() where !chrome.contains(index) { reader.read(piece) }
    builder = reader.builder
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, builder: ReadableTextBuilder) {
    self.bytes = bytes
    self.wrapping = LineWrapping(bytes, range)
    self.builder = builder
    self.inline = InlineMarkup(bytes: bytes, keepsImages: false)
  }

  private mutating func read(_ piece: MarkdownPiece) {
    switch piece.kind {
    case .heading(let level): append(piece.lines, .heading(level: level), piece)
    case .paragraph: readLines(of: piece, number: nil, .paragraph)
    case .item(let number): readLines(of: piece, number: number, .item)
    case .row: append(piece.lines, .row, piece)
    case .code: readCode(piece)
    case .rule: break
    }
  }

  /// Adds the lines of a paragraph or an item, as one block or as many as they are.
  private mutating func readLines(of piece: MarkdownPiece, number: Range<Int>?, _ kind: TextBlock.Kind) {
    var lines: [Range<Int>] = number.flatMap { hasOwnNumber(piece) ? nil : [$0] } ?? []
    var kind = kind
    for (index, line) in piece.lines.enumerated() {
      if index > 0, begins(line, below: piece.lines[index - 1]) {
        append(lines, kind, piece)
        lines = []
        kind = .paragraph
      }
      lines.append(line)
    }
    append(lines, kind, piece)
  }

  /// Whether an item's text begins with a number, `2. II. Title`: the one before it was put there by a list.
  private func hasOwnNumber(_ piece: MarkdownPiece) -> Bool {
    guard let line = piece.lines.first, let number = OutlineNumber(bytes, line) else { return false }
    return number.style == .stop || number.style == .closing
  }

  /// Whether a line begins a block of its own though no blank line stands above it.
  private func begins(_ line: Range<Int>, below above: Range<Int>) -> Bool {
    if wrapping.beginsItem(line, after: above) || endsHard(above) { return true }
    return wrapping.width == nil && !wrapping.continues(above, line, indent: 0)
  }

  /// Whether two blanks or a backslash at its end break a line.
  private func endsHard(_ line: Range<Int>) -> Bool {
    bytes[line.upperBound - 1] == UInt8(ascii: "\\") || bytes.starts(with: "  ", at: line.upperBound)
  }

  private mutating func append(_ lines: [Range<Int>], _ kind: TextBlock.Kind, _ piece: MarkdownPiece) {
    guard let first = lines.first, let last = lines.last else { return }
    inline.clear()
    for (index, line) in lines.enumerated() {
      if index > 0, wrapping.joinsWithBlank(lines[index - 1], line) { inline.appendSpace(from: line.lowerBound) }
      inline.append(line)
    }
    if first.lowerBound < last.upperBound {
      builder.append(inline.text, strong: inline.strong)
      builder.endBlock(kind, indent: piece.indent, isQuoted: piece.isQuoted, at: last.upperBound)
    }
  }

  /// Adds fenced code: words are read as plain text, for licences are printed so.
  private mutating func readCode(_ piece: MarkdownPiece) {
    guard let first = piece.lines.first, let last = piece.lines.last else { return }
    if ProseTest.isProse(bytes, first.lowerBound..<last.upperBound) {
      PlainText.read(bytes, first.lowerBound..<last.upperBound, into: &builder)
      return
    }
    for (index, line) in piece.lines.enumerated() {
      if index > 0 { builder.appendSpace(from: line.lowerBound) }
      builder.append(bytes, line)
    }
    builder.endBlock(.code, indent: piece.indent, isQuoted: piece.isQuoted, at: last.upperBound)
  }
}
