import Diagnostics

/// A Markdown document as blocks with their links and the headings that they stand under.
///
/// It knows what cards are made of: headings, paragraphs, lists, pipe tables, fenced code, HTML in
/// between. It never fails; what it does not understand is text. Linear in the size of the input.
public struct Markdown: Sendable {
  /// The blocks in file order.
  public let blocks: [MarkdownBlock]

  /// Reads the bytes of `file` from `start` on.
  public init(reading file: SourceFile, from start: Int = 0) {
    self.blocks = file.bytes.withUnsafeBufferPointer { bytes in
      var collector = BlockCollector(bytes: bytes)
      for piece in MarkdownScanner.pieces(of: bytes, from: start) { collector.add(piece) }
      return collector.blocks
    }
  }
}

/// Takes the inline markup off pieces, and keeps in mind which headings they stand under.
private struct BlockCollector {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var blocks: [MarkdownBlock] = []
  private var headings: [(level: Int, text: String)] = []
  /// The cells of the header of the table that is being read.
  private var header: [String] = []
  /// Bytes of a heading or header cell that the blocks below it know: each of them may be searched for words.
  private static let longestLabel = 256

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func add(_ piece: MarkdownPiece) {
    switch piece.kind {
    case .heading(let level): addHeading(piece, level: level)
    case .paragraph, .rule: for lines in labelled(piece.lines) { add(joined(lines), kind: .paragraph) }
    case .item: add(joined(piece.lines), kind: .listItem)
    case .row(let isHeader): addRow(piece, isHeader: isHeader)
    case .code: addCode(piece)
    }
  }

  /// The lines cut before each that opens with a label in bold, `**Base model:** …`: each label says what stands in its
  /// own line only.
  private func labelled(_ lines: [Range<Int>]) -> [[Range<Int>]] {
    var groups: [[Range<Int>]] = []
    for line in lines {
      if groups.isEmpty || opensWithLabel(line) { groups.append([line]) } else { groups[groups.count - 1].append(line) }
    }
    return groups
  }

  private func opensWithLabel(_ line: Range<Int>) -> Bool {
    let opening = bytes[line].prefix(64)
    return opening.starts(with: "**".utf8) && opening.contains(UInt8(ascii: ":"))
  }

  private func joined(_ lines: [Range<Int>]) -> InlineMarkup {
    var inline = InlineMarkup(bytes: bytes)
    for line in lines {
      inline.appendSpace(from: line.lowerBound)
      inline.append(line)
    }
    return inline
  }

  private mutating func add(
    _ inline: InlineMarkup, kind: MarkdownBlock.Kind, cells: [Range<Int>] = [], header: [String] = []
  ) {
    guard !inline.text.isEmpty else { return }
    blocks.append(
      MarkdownBlock(
        kind: kind, text: inline.text, links: inline.links, cells: cells, header: header,
        headings: headings.map(\.text)))
  }

  private mutating func addHeading(_ piece: MarkdownPiece, level: Int) {
    let inline = joined(piece.lines)
    headings.removeAll { $0.level >= level }
    add(inline, kind: .heading(level: level))
    headings.append((level, inline.text.opening(Self.longestLabel)))
  }

  private mutating func addCode(_ piece: MarkdownPiece) {
    var text = MappedText()
    for line in piece.lines {
      // The line's end is part of the code.
      let end = min(line.upperBound + 1, bytes.count)
      text.append(
        contentsOf: UnsafeBufferPointer(rebasing: bytes[line.lowerBound..<line.upperBound]), from: line.lowerBound)
      if end > line.upperBound { text.append(UInt8(ascii: "\n"), from: line.upperBound) }
    }
    guard !text.isEmpty else { return }
    blocks.append(
      MarkdownBlock(kind: .code, text: text, links: [], cells: [], header: [], headings: headings.map(\.text)))
  }

  private mutating func addRow(_ piece: MarkdownPiece, isHeader: Bool) {
    var inline = InlineMarkup(bytes: bytes)
    var cells: [Range<Int>] = []
    for cell in piece.lines {
      inline.appendSpace(from: cell.lowerBound)
      let start = inline.text.bytes.count
      inline.append(cell)
      cells.append(start..<inline.text.bytes.count)
    }
    if isHeader {
      add(inline, kind: .tableRow, cells: cells)
      header = piece.lines.map { joined([$0]).text.opening(Self.longestLabel) }
    } else {
      add(inline, kind: .tableRow, cells: cells, header: header)
    }
  }
}
