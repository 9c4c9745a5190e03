import Diagnostics

/// A document's words as a reader sees them: blocks in order, whatever the format.
///
/// The text is clean: white space is folded to single blanks, invisible characters are gone, quotation
/// marks and dashes are ASCII, markup is taken off. Blocks are separated by a line feed.
public struct ReadableText: Sendable {
  /// The file that was read.
  public let file: SourceFile
  /// The words of all blocks.
  public let text: MappedText
  /// The blocks in the order of the document; none is empty.
  public let blocks: [TextBlock]
  /// Where its publisher lets copies differ, inner stretches before those around them.
  public let variations: [TextVariation]
  /// Whether the file's bytes stand for themselves; not in HTML, XML and escaped scalars, where tags lie between.
  public let isVerbatim: Bool
  /// What could not be read.
  public let diagnostics: [Diagnostic]

  init(
    file: SourceFile, text: MappedText, blocks: [TextBlock], variations: [TextVariation] = [], isVerbatim: Bool,
    diagnostics: [Diagnostic] = []
  ) {
    self.file = file
    self.text = text
    self.blocks = blocks
    self.variations = variations
    self.isVerbatim = isVerbatim
    self.diagnostics = diagnostics
  }

  /// The words of a range of the text.
  public func words(in range: Range<Int>) -> String { String(decoding: text.bytes[range], as: UTF8.self) }

  /// What a record quotes for a range: the file's own bytes; where tags lie between them, its own characters without.
  public func quote(of range: Range<Int>) -> String {
    guard !isVerbatim else { return file.text(in: text.sourceRange(of: range)) }
    var quoted: [UInt8] = []
    for stretch in text.stretches(in: range) {
      for index in stretch.range.clamped(to: range) {
        let source = stretch.source + (index - stretch.range.lowerBound) * stretch.step
        // A curly quotation mark is a straight one in the text, and itself in the quote.
        if let character = character(at: source, length: stretch.step), text.bytes[index] < 0x80 {
          quoted += character
        } else {
          quoted.append(text.bytes[index])
        }
      }
    }
    return String(decoding: quoted, as: UTF8.self)
  }

  /// The bytes of a character of the file that is not ASCII and takes `length` bytes in UTF-8.
  private func character(at offset: Int, length: Int) -> ArraySlice<UInt8>? {
    guard length > 1, offset + length <= file.bytes.count else { return nil }
    let bytes = file.bytes[offset..<(offset + length)]
    let lead: ClosedRange<UInt8> = length == 2 ? 0xC2...0xDF : length == 3 ? 0xE0...0xEF : 0xF0...0xF4
    guard lead.contains(file.bytes[offset]), bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return nil }
    return bytes
  }
}

/// A heading, paragraph or list item of a `ReadableText`.
public struct TextBlock: Sendable {
  /// What layout or markup says that it is.
  public let kind: Kind
  /// Its bytes in the text; a number that begins it (`1.`, `(a)`) is part of it, a bullet is not.
  public let range: Range<Int>
  /// How far it is set in: columns in texts, depth of lists in HTML.
  public let indent: Int
  /// Stretches of the text set in bold; headings run into a paragraph are.
  public let strong: [Range<Int>]
  /// Whether it stands in a block quote.
  public let isQuoted: Bool

  public enum Kind: Sendable, Equatable {
    /// A heading by markup, 1 to 6.
    case heading(level: Int)
    case paragraph
    /// An item of a list, bulleted or numbered by markup.
    case item
    /// A row of a table.
    case row
    /// A block of code.
    case code
  }
}

/// Puts a `ReadableText` together, block by block, cleaning the characters on the way.
struct ReadableTextBuilder {
  private(set) var text = MappedText()
  private(set) var blocks: [TextBlock] = []
  private var blockStart = 0
  private var strong: [Range<Int>] = []
  private var strongStart: Int?

  init(capacity: Int) { text.reserveCapacity(capacity + capacity / 64) }

  /// Ends the block that was being written; a block without words is none, nor is one that a page's frame says.
  mutating func endBlock(_ kind: TextBlock.Kind, indent: Int, isQuoted: Bool = false, at offset: Int) {
    setStrong(false)
    var end = text.bytes.count
    while end > blockStart, text.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    if case .heading = kind {
    } else if PageFrame.says(text.bytes[blockStart..<end]) {
      text.removeLast(text.bytes.count - blockStart)
      end = blockStart
    }
    if end > blockStart {
      let marks = strong.map { $0.lowerBound..<min($0.upperBound, end) }.filter { !$0.isEmpty }
      blocks.append(
        TextBlock(kind: kind, range: blockStart..<end, indent: indent, strong: marks, isQuoted: isQuoted))
      text.insert(CollectionOfOne(UInt8(ascii: "\n")), at: offset)
    }
    blockStart = text.bytes.count
    strong = []
  }

  /// Begins or ends a stretch in bold.
  mutating func setStrong(_ isStrong: Bool) {
    if isStrong {
      strongStart = strongStart ?? text.bytes.count
    } else if let start = strongStart {
      if text.bytes.count > start { strong.append(start..<text.bytes.count) }
      strongStart = nil
    }
  }

  /// Adds words that the file does not have: a number that a browser would show.
  mutating func insert(_ words: String, at offset: Int) { text.insert(words.utf8, at: offset) }

  /// Adds a blank between words, unless the block begins or a blank stands there.
  mutating func appendSpace(from offset: Int) {
    guard text.bytes.count > blockStart, text.bytes.last != UInt8(ascii: " ") else { return }
    text.insert(CollectionOfOne(UInt8(ascii: " ")), at: offset)
  }

  /// Adds the file's bytes in `range`, cleaned.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    append(bytes, range) { $0 }
  }

  /// Adds bytes, cleaned, where byte `i` stands at `source(i)` in the file.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, source: (Int) -> Int) {
    var start = range.lowerBound
    var index = start
    func flush(_ text: inout MappedText) {
      if start < index {
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]), from: source(start))
      }
    }
    while index < range.upperBound {
      let byte = bytes[index]
      if byte > 0x20, byte < 0x7F {
        index += 1
        continue
      }
      if byte < 0x80 {
        // One blank that follows a word stands for itself; more than one, and other white space, is folded.
        if byte == 0x20, index > start {
          index += 1
          flush(&text)
        } else {
          flush(&text)
          if byte <= 0x20 { appendSpace(from: source(index)) }
          index += 1
        }
        while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
        start = index
        continue
      }
      let length = min(Self.length(of: byte), range.upperBound - index)
      if let clean = Self.cleaned(bytes, index, length) {
        flush(&text)
        if clean == UInt8(ascii: " ") {
          appendSpace(from: source(index))
        } else if clean != 0 {
          text.append(CollectionOfOne(clean), inPlaceOf: source(index)..<(source(index) + length))
        }
        index += length
        start = index
      } else {
        index += length
      }
    }
    flush(&text)
  }

  /// Adds one character that stands for a stretch of the file that is written in another way, cleaned.
  mutating func append(_ character: UnsafeBufferPointer<UInt8>, inPlaceOf source: Range<Int>) {
    guard let first = character.first else { return }
    if first <= 0x20 || first == 0x7F {
      appendSpace(from: source.lowerBound)
    } else if first < 0x80 {
      text.append(character, inPlaceOf: source)
    } else if let clean = Self.cleaned(character, 0, character.count) {
      if clean == UInt8(ascii: " ") {
        appendSpace(from: source.lowerBound)
      } else if clean != 0 {
        text.append(CollectionOfOne(clean), inPlaceOf: source)
      }
    } else {
      text.append(character, inPlaceOf: source)
    }
  }

  /// Bytes of the character that begins with `lead`.
  static func length(of lead: UInt8) -> Int {
    lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }

  /// The ASCII character that stands for a typographic one, 0 for an invisible one; nil for all others.
  private static func cleaned(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> UInt8? {
    var scalar = UInt32(bytes[index])
    for next in 1..<max(length, 1) where length > 1 { scalar = scalar << 8 | UInt32(bytes[index + next]) }
    switch scalar {
    // No-break space; spaces of other widths; ideographic space; line and paragraph separators.
    case 0xC2A0, 0xE28080...0xE2808A, 0xE280AF, 0xE38080, 0xE280A8, 0xE280A9: return UInt8(ascii: " ")
    // Soft hyphen; zero-width characters, direction marks, word joiner, byte-order mark.
    case 0xC2AD, 0xE2808B...0xE2808F, 0xE281A0, 0xEFBBBF: return 0
    case 0xE28098, 0xE28099, 0xE2809A, 0xE2809B: return UInt8(ascii: "'")
    case 0xE2809C, 0xE2809D, 0xE2809E, 0xE2809F, 0xC2AB, 0xC2BB: return UInt8(ascii: "\"")
    case 0xE28090...0xE28095: return UInt8(ascii: "-")
    // Wide brackets and stops, as Chinese texts print their numbers with.
    case 0xEFBC88: return UInt8(ascii: "(")
    case 0xEFBC89: return UInt8(ascii: ")")
    case 0xEFBC8E: return UInt8(ascii: ".")
    default: return nil
    }
  }

  /// The finished text.
  consuming func finish(
    _ file: SourceFile, isVerbatim: Bool, diagnostics: [Diagnostic] = []
  ) -> ReadableText {
    ReadableText(
      file: file, text: text, blocks: blocks, isVerbatim: isVerbatim, diagnostics: diagnostics)
  }
}
