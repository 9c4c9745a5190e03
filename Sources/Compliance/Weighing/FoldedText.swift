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
    if ChangeLog.isOne(path: document.file.path) { asides.append(0..<bytes.count) }
  }

  private mutating func append(_ block: MarkdownBlock, hidden: [Range<Int>]) {
    appendSeparator()
    let start = bytes.count
    append(block.text.bytes, hidden: hidden) { block.text.sourceRange(of: $0..<($0 + 1)).lowerBound }
    let isFootnote = bytes[start...].starts(with: "[^".utf8)
    if block.kind == .code || isFootnote || block.headings.contains(where: ChangeLog.isOne(heading:)) {
      asides.append(start..<bytes.count)
    }
    // A link is shown with what it leads to.
    for link in block.links where !link.isImage {
      appendSeparator()
      let place = block.text.sourceRange(of: link.range).lowerBound
      append(Array(link.destination.utf8), hidden: hidden, offset: { _ in place })
    }
  }

  /// Where a wording stands, as words of its own: "Built with Harefile" does not say "Built with Hare", and "Hare 3.1"
  /// is no "Hare 3".
  func occurrences(of wording: String) -> [Range<Int>] {
    let needle = Self.folding(wording)
    guard !needle.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var from = 0
    while let start = bytes.firstRange(of: needle, from: from) {
      let end = start + needle.count
      let isWhole =
        (start == 0 || !Self.isWord(bytes[start - 1])) && (end == bytes.count || !Self.isWord(bytes[end]))
      if isWhole, !continuesNumber(at: end) { found.append(start..<end) }
      from = start + 1
    }
    return found
  }

  private func continuesNumber(at end: Int) -> Bool {
    end + 1 < bytes.count && bytes[end - 1].isDigit && bytes[end] == UInt8(ascii: ".")
      && bytes[end + 1].isDigit
  }

  /// The file's range of a range of the folded bytes.
  func place(of range: Range<Int>) -> SourceRange {
    let first = Int(offsets[range.lowerBound])
    return SourceRange(first, max(first, Int(offsets[range.upperBound - 1]) + 1))
  }

  /// Whether a range stands where nobody is meant to look.
  func isAside(_ range: Range<Int>) -> Bool { asides.contains { $0.overlaps(range) } }

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

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLowercase || byte.isDigit || byte >= 0x80
  }

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

/// Parts of HTML, alone or within Markdown, that are hidden or set small.
enum HiddenMarkup {
  /// The bytes between the tags of such elements; one that is never closed hides the rest.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
      index = close + 1
      let tag = String(decoding: bytes[(open + 1)..<close], as: UTF8.self).lowercased()
      let name = tag.prefix { $0.isLetter || $0.isNumber }
      guard !name.isEmpty, hides(tag, name) else { continue }
      let ending = Array("</\(name)".utf8)
      let end = bytes.firstRange(ofFolded: ending, from: index) ?? bytes.count
      ranges.append(index..<end)
      index = end
    }
    return ranges
  }

  /// Whether a place lies in one of these ranges, which stand in order.
  static func isHidden(_ place: Int, by ranges: [Range<Int>]) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(place)
  }

  private static func hides(_ tag: String, _ name: Substring) -> Bool {
    if small.contains(name) { return true }
    let plain = tag.replacing(" ", with: "")
    return tag.split(separator: " ").dropFirst().contains { $0 == "hidden" || $0.hasPrefix("hidden=") }
      || styles.contains { plain.contains($0) }
  }

  private static let small: Set<Substring> = ["sub", "sup", "small", "template", "noscript"]
  private static let styles = ["display:none", "visibility:hidden", "font-size:0", "opacity:0;"]
}

extension [UInt8] {
  /// Where `needle`, in lower case, begins from `start` on, whatever the case.
  fileprivate func firstRange(ofFolded needle: [UInt8], from start: Int) -> Int? {
    guard needle.count <= count - start else { return nil }
    return (start...(count - needle.count)).first { offset in
      needle.indices.allSatisfy { self[offset + $0] | 0x20 == needle[$0] | 0x20 }
    }
  }
}
