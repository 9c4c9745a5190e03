import Diagnostics
import MarkupText
import Provenance

/// A document's text in a form that does not depend on how it was typed, in which each byte knows its place.
struct FoldedText {
  /// The folded bytes; those of different blocks are kept apart by a zero byte.
  private(set) var bytes: [UInt8] = []
  private var offsets: [Int32] = []
  /// Where paragraphs begin.
  private var breaks: [Int] = [0]
  /// Stretches that people do not see, or are not meant to look at: code, change lists, footnotes, hidden parts.
  private var asides: [Range<Int>] = []
  /// Where quotation marks stood, which are left out.
  private var quotes: Set<Int> = []

  /// Only what people see counts: no front matter, no comments, no tags.
  init(_ document: ProjectDocument) {
    let hidden = HiddenMarkup.ranges(in: document.file.bytes)
    switch document.content {
    case .markdown(let markdown):
      for block in markdown.blocks { append(block, hidden: hidden) }
    case .html:
      let readable = ReadableText.read(document.file)
      for block in readable.blocks {
        appendSeparator()
        append(Array(readable.text.bytes[block.range]), hidden: hidden) {
          readable.text.sourceRange(of: (block.range.lowerBound + $0)..<(block.range.lowerBound + $0 + 1)).lowerBound
        }
      }
    case .plain:
      append(document.file.bytes, hidden: [], offset: { $0 })
    }
    let path = document.file.path
    if ChangeLog.isOne(path: path) || SourceCode.isOne(path: path) { asides.append(0..<bytes.count) }
  }

  private mutating func append(_ block: MarkdownBlock, hidden: [Range<Int>]) {
    appendSeparator()
    let start = bytes.count
    append(block.text.bytes, hidden: hidden) { block.text.sourceRange(of: $0..<($0 + 1)).lowerBound }
    if block.kind == .code || Self.isDefinition(bytes[start...])
      || block.headings.contains(where: ChangeLog.isOne(heading:))
    {
      asides.append(start..<bytes.count)
    } else {
      asides += struckOut(from: start)
    }
    // A link is shown with what it leads to.
    for link in block.links where !link.isImage {
      appendSeparator()
      let place = block.text.sourceRange(of: link.range).lowerBound
      append(Array(link.destination.utf8), hidden: hidden, offset: { _ in place })
    }
  }

  /// Whether a block is a footnote, or defines what a link leads to: `[^1]: …`, `[//]: # (…)`.
  private static func isDefinition(_ block: ArraySlice<UInt8>) -> Bool {
    guard block.first == UInt8(ascii: "["), let end = block.firstIndex(of: UInt8(ascii: "]")) else { return false }
    return end + 1 < block.endIndex && block[end + 1] == UInt8(ascii: ":")
  }

  /// What is struck out of a block: the text between pairs of `~~`.
  private func struckOut(from start: Int) -> [Range<Int>] {
    let mark = Array("~~".utf8)
    var ranges: [Range<Int>] = []
    var from = start
    while let open = bytes.firstRange(of: mark, from: from), let close = bytes.firstRange(of: mark, from: open + 2) {
      ranges.append(open..<(close + 2))
      from = close + 2
    }
    return ranges
  }

  /// Where a wording stands, as words of its own: "Built with Harefile" does not say "Built with Hare", and "Hare 3.1"
  /// is no "Hare 3".
  func occurrences(of wording: String) -> [Range<Int>] {
    occurrences(
      of: wording,
      isEnd: { end in
        (end == bytes.count || !Self.isWord(bytes[end])) && !continuesNumber(at: end) && !goesOn(at: end)
      })
  }

  private func occurrences(of wording: String, isEnd: (Int) -> Bool) -> [Range<Int>] {
    let needle = Self.folding(wording)
    guard !needle.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var from = 0
    while let start = bytes.firstRange(of: needle, from: from) {
      let end = start + needle.count
      if start == 0 || !Self.isWord(bytes[start - 1]), isEnd(end) { found.append(start..<end) }
      from = start + 1
    }
    return found
  }

  /// Where a wording stands that goes on as another name may: "Built with Hare2", "Built with Hare-Lite".
  func continuations(of wording: String) -> [Range<Int>] {
    occurrences(
      of: wording,
      isEnd: { end in
        guard end < bytes.count else { return false }
        return (Self.isDigit(bytes[end]) && !Self.isDigit(bytes[end - 1])) || goesOn(at: end)
      })
  }

  /// Whether a hyphen joins what ends here with a further word.
  private func goesOn(at end: Int) -> Bool {
    end + 1 < bytes.count && bytes[end] == UInt8(ascii: "-") && Self.isWord(bytes[end + 1])
  }

  private func continuesNumber(at end: Int) -> Bool {
    end + 1 < bytes.count && Self.isDigit(bytes[end - 1]) && bytes[end] == UInt8(ascii: ".")
      && Self.isDigit(bytes[end + 1])
  }

  /// The file's range of a range of the folded bytes.
  func place(of range: Range<Int>) -> SourceRange {
    let first = Int(offsets[range.lowerBound])
    return SourceRange(first, max(first, Int(offsets[range.upperBound - 1]) + 1))
  }

  /// Whether a range stands where nobody is meant to look.
  func isAside(_ range: Range<Int>) -> Bool { asides.contains { $0.overlaps(range) } }

  /// Whether a range stands in quotation marks of its own.
  func isQuoted(_ range: Range<Int>) -> Bool {
    quotes.contains(range.lowerBound)
      && (quotes.contains(range.upperBound) || quotes.contains(range.upperBound + 1))
  }

  /// How far around a wording its sentence is looked for.
  private static let longestContext = 1000

  /// The sentence that holds a range.
  func sentence(around range: Range<Int>) -> ArraySlice<UInt8> {
    let first = max(0, range.lowerBound - Self.longestContext)
    var start = range.lowerBound
    while start > first, !endsSentence(at: start - 1) { start -= 1 }
    let last = min(bytes.count, range.upperBound + Self.longestContext)
    var end = range.upperBound
    while end < last, !endsSentence(at: end) { end += 1 }
    if end < last, bytes[end] == UInt8(ascii: "?") { end += 1 }
    return bytes[start..<end]
  }

  /// The ranges of all sentences.
  var sentences: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where endsSentence(at: index) {
      if start < index { ranges.append(start..<index) }
      start = index + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }

  private func endsSentence(at index: Int) -> Bool {
    switch bytes[index] {
    case 0: true
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: " ") || bytes[index + 1] == 0
    case UInt8(ascii: " "): isBreak(index)
    default: false
    }
  }

  /// Whether a blank stands for an empty line.
  private func isBreak(_ index: Int) -> Bool {
    var (low, high) = (0, breaks.count)
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < breaks.count && breaks[low] == index
  }

  /// A wording as it stands in folded texts.
  static func folding(_ wording: String) -> [UInt8] {
    var text = FoldedText()
    text.append(Array(wording.utf8), hidden: [], offset: { $0 })
    return text.bytes
  }

  private init() {}

  private mutating func appendSeparator() {
    bytes.append(0)
    offsets.append(offsets.last ?? 0)
  }

  private mutating func append(_ text: [UInt8], hidden: [Range<Int>], offset: (Int) -> Int) {
    var index = 0
    var lineEnds = 0
    while index < text.count {
      let (folded, length) = Self.fold(text, at: index)
      if Self.isQuotationMark(text, at: index, length) { quotes.insert(bytes.count) }
      lineEnds = text[index] == UInt8(ascii: "\n") ? lineEnds + 1 : folded == [UInt8(ascii: " ")] ? lineEnds : 0
      for byte in folded where byte != UInt8(ascii: " ") || (bytes.last ?? 0) != UInt8(ascii: " ") {
        let place = offset(index)
        if HiddenMarkup.isHidden(place, by: hidden) { hideNext() }
        bytes.append(byte)
        offsets.append(Int32(place))
      }
      if lineEnds == 2 { breaks.append(bytes.count - 1) }
      index += length
    }
  }

  private mutating func hideNext() {
    if let last = asides.last, last.upperBound == bytes.count {
      asides[asides.count - 1] = last.lowerBound..<(bytes.count + 1)
    } else {
      asides.append(bytes.count..<(bytes.count + 1))
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || isDigit(byte) || byte >= 0x80
  }

  /// Whether what is left out at `index` is more than an apostrophe, which has letters on both sides.
  private static func isQuotationMark(_ text: [UInt8], at index: Int, _ length: Int) -> Bool {
    guard fold(text, at: index).folded.isEmpty else { return false }
    let (before, after) = (index - 1, index + length)
    return !(before >= 0 && after < text.count && isLetter(text[before]) && isLetter(text[after]))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

  /// The character at `index` in its plain form, and its length.
  private static func fold(_ text: [UInt8], at index: Int) -> (folded: [UInt8], length: Int) {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return ([byte | 0x20], 1)
    case 0x09...0x0D, 0x20: return ([UInt8(ascii: " ")], 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return ([], 1)
    case 0xC2 where text[index...].starts(with: [0xC2, 0xA9]): return (Array("(c)".utf8), 2)
    case 0xC2 where text[index...].starts(with: [0xC2, 0xA0]): return ([UInt8(ascii: " ")], 2)
    case 0xE2
    where text[index...].starts(with: [0xE2, 0x80]) && index + 2 < text.count && (0x98...0x9F).contains(text[index + 2]):
      return ([], 3)
    default: return ([byte], 1)
    }
  }
}
