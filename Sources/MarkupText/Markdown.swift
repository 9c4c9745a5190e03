import Diagnostics

/// Cuts Markdown into blocks of plain text.
///
/// It knows what cards are made of: headings, paragraphs, lists, pipe tables, fenced code, HTML in
/// between. It never fails; what it does not understand is text. Linear in the size of the input.
public struct Markdown: Sendable {
  /// The blocks in file order.
  public let blocks: [MarkdownBlock]

  /// Reads the bytes of `file` from `start` on.
  public init(reading file: SourceFile, from start: Int = 0) {
    var reader = MarkdownReader(bytes: file.bytes, start: start)
    self.blocks = reader.read()
  }
}

private struct MarkdownReader {
  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private var blocks: [MarkdownBlock] = []
  private var headings: [(level: Int, text: String)] = []
  /// Lines of the paragraph or list item that is being collected.
  private var pending: [Range<Int>] = []
  private var pendingKind = MarkdownBlock.Kind.paragraph
  /// Bytes of a heading or header cell that the blocks below it know: each of them may be searched for words.
  private static let longestLabel = 256

  init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var lineStart = start
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") {
        lines.append(lineStart..<index)
        if bytes[index] == UInt8(ascii: "\r"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") {
          index += 1
        }
        lineStart = index + 1
      }
      index += 1
    }
    lines.append(lineStart..<max(lineStart, bytes.count))
    self.lines = lines
  }

  mutating func read() -> [MarkdownBlock] {
    var number = 0
    while number < lines.count {
      let line = trimmed(lines[number])
      if line.isEmpty {
        flush()
        number += 1
      } else if let fence = fence(line) {
        flush()
        number = code(from: number, fence: fence)
      } else if bytes[line].starts(with: Array("<!--".utf8)) {
        flush()
        number = skipComment(from: number)
      } else if let level = headingLevel(line) {
        flush()
        heading(level: level, text: (line.lowerBound + level)..<line.upperBound)
        number += 1
      } else if let level = underline(below: number) {
        flush()
        heading(level: level, text: line)
        number += 2
      } else if isTableHeader(number) {
        flush()
        number = table(from: number)
      } else {
        if let body = listItem(line) {
          flush()
          pendingKind = .listItem
          pending.append(body)
        } else {
          pending.append(line)
        }
        number += 1
      }
    }
    flush()
    return blocks
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    var inline = InlineMarkup(bytes: bytes)
    for line in pending {
      inline.appendSpace(from: line.lowerBound)
      inline.append(line)
    }
    add(inline, kind: pendingKind)
    pending = []
    pendingKind = .paragraph
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

  private mutating func heading(level: Int, text: Range<Int>) {
    var inline = InlineMarkup(bytes: bytes)
    inline.append(trimmed(text))
    headings.removeAll { $0.level >= level }
    add(inline, kind: .heading(level: level))
    headings.append((level, inline.text.opening(Self.longestLabel)))
  }

  /// Adds the lines of fenced code as one block; the number of the line behind it.
  private mutating func code(from number: Int, fence: (byte: UInt8, count: Int)) -> Int {
    var text = MappedText()
    var number = number + 1
    while number < lines.count {
      let line = trimmed(lines[number])
      if let closing = self.fence(line), closing.byte == fence.byte, closing.count >= fence.count { break }
      for index in lines[number] { text.append(bytes[index], from: index) }
      if lines[number].upperBound < bytes.count { text.append(UInt8(ascii: "\n"), from: lines[number].upperBound) }
      number += 1
    }
    if !text.isEmpty {
      blocks.append(
        MarkdownBlock(kind: .code, text: text, links: [], cells: [], header: [], headings: headings.map(\.text)))
    }
    return number + 1
  }

  /// The number of the line behind a comment that begins a line; what stands behind its end is text.
  private mutating func skipComment(from number: Int) -> Int {
    for (offset, line) in lines[number...].enumerated() {
      guard let end = Array(bytes[line]).firstRange(of: Array("-->".utf8)) else { continue }
      let rest = trimmed((line.lowerBound + end + 3)..<line.upperBound)
      if !rest.isEmpty { pending.append(rest) }
      return number + offset + 1
    }
    return lines.count
  }

  private mutating func table(from number: Int) -> Int {
    let header = cells(of: lines[number]).map { cell in
      var inline = InlineMarkup(bytes: bytes)
      inline.append(cell)
      return inline.text.opening(Self.longestLabel)
    }
    addRow(lines[number], header: [])
    var number = number + 2
    while number < lines.count, bytes[lines[number]].contains(UInt8(ascii: "|")) {
      addRow(lines[number], header: header)
      number += 1
    }
    return number
  }

  private mutating func addRow(_ line: Range<Int>, header: [String]) {
    var inline = InlineMarkup(bytes: bytes)
    var ranges: [Range<Int>] = []
    for cell in cells(of: line) {
      inline.appendSpace(from: cell.lowerBound)
      let start = inline.text.bytes.count
      inline.append(cell)
      ranges.append(start..<inline.text.bytes.count)
    }
    add(inline, kind: .tableRow, cells: ranges, header: header)
  }

  /// The cells of a table line, without the pipes around them.
  private func cells(of line: Range<Int>) -> [Range<Int>] {
    let line = trimmed(line)
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var index = line.lowerBound
    if index < line.upperBound, bytes[index] == UInt8(ascii: "|") {
      index += 1
      start = index
    }
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

  private func isTableHeader(_ number: Int) -> Bool {
    guard number + 1 < lines.count, bytes[lines[number]].contains(UInt8(ascii: "|")) else { return false }
    let rule = trimmed(lines[number + 1])
    guard rule.count >= 3 else { return false }
    return bytes[rule].contains(UInt8(ascii: "-"))
      && bytes[rule].contains(UInt8(ascii: "|"))
      && bytes[rule].allSatisfy {
        [UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t")].contains($0)
      }
  }

  private func headingLevel(_ line: Range<Int>) -> Int? {
    let level = bytes[line].prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    let next = line.lowerBound + level
    return next == line.upperBound || bytes[next] == UInt8(ascii: " ") || bytes[next] == UInt8(ascii: "\t")
      ? level : nil
  }

  /// The level of a heading whose text is the line `number` and whose underline follows.
  private func underline(below number: Int) -> Int? {
    guard pending.isEmpty, number + 1 < lines.count else { return nil }
    let line = trimmed(lines[number + 1])
    guard line.count >= 3, let first = bytes[line].first, bytes[line].allSatisfy({ $0 == first }) else {
      return nil
    }
    guard listItem(trimmed(lines[number])) == nil else { return nil }
    return first == UInt8(ascii: "=") ? 1 : first == UInt8(ascii: "-") ? 2 : nil
  }

  private func fence(_ line: Range<Int>) -> (byte: UInt8, count: Int)? {
    guard let first = bytes[line].first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
    let count = bytes[line].prefix { $0 == first }.count
    guard count >= 3 else { return nil }
    // A fence of backticks has no backtick behind it: that would be inline code.
    if first == UInt8(ascii: "`"), bytes[line].dropFirst(count).contains(first) { return nil }
    return (first, count)
  }

  /// The text behind a list marker.
  private func listItem(_ line: Range<Int>) -> Range<Int>? {
    guard let first = bytes[line].first else { return nil }
    if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) {
      let next = line.lowerBound + 1
      guard next < line.upperBound, bytes[next] == UInt8(ascii: " ") || bytes[next] == UInt8(ascii: "\t") else {
        return nil
      }
      return trimmed((next + 1)..<line.upperBound)
    }
    let digits = bytes[line].prefix { (0x30...0x39).contains($0) }.count
    guard (1...9).contains(digits) else { return nil }
    let marker = line.lowerBound + digits
    guard marker + 1 < line.upperBound, bytes[marker] == UInt8(ascii: ".") || bytes[marker] == UInt8(ascii: ")"),
      bytes[marker + 1] == UInt8(ascii: " ")
    else { return nil }
    return trimmed((marker + 2)..<line.upperBound)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    // A block quote's mark says nothing about what the text means.
    while lower < upper, bytes[lower] <= 0x20 || bytes[lower] == UInt8(ascii: ">") { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }
}
