import Diagnostics

/// Finds where a parser's texts stand in its source, which libxml2 does not tell.
///
/// Texts come in the order of the source, so one scan forward finds them all: it passes over tags and
/// comments, and decodes character references as the parser did.
struct SourceAligner {
  private let source: UnsafeBufferPointer<UInt8>
  private let isXML: Bool
  /// The first byte that no text has been found in.
  private var position = 0

  init(source: UnsafeBufferPointer<UInt8>, isXML: Bool) {
    self.source = source
    self.isXML = isXML
  }

  /// Adds characters that the parser gave to `text`; raw ones, of CDATA sections, have no references in them.
  mutating func add(_ characters: UnsafeBufferPointer<UInt8>, isRaw: Bool, to text: inout MappedText) {
    guard let first = characters.first else { return }
    skipMarkup(before: first)
    var index = 0
    while index < characters.count {
      let start = index
      let from = position
      while index < characters.count, position < source.count, source[position] == characters[index],
        isRaw || (source[position] != UInt8(ascii: "&") && source[position] != UInt8(ascii: "\r"))
      {
        index += 1
        position += 1
      }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: characters[start..<index]), from: from)
      guard index < characters.count else { return }
      if let length = passDifference(characters, index, &text) {
        index += length
      } else {
        // Out of step: the rest has no place of its own.
        text.insert(UnsafeBufferPointer(rebasing: characters[index...]), at: max(0, min(position, source.count - 1)))
        return
      }
    }
  }

  /// Passes over what is written in another way in the source; how many of the parser's bytes stand for it.
  private mutating func passDifference(
    _ characters: UnsafeBufferPointer<UInt8>, _ index: Int, _ text: inout MappedText
  ) -> Int? {
    guard position < source.count else { return nil }
    switch source[position] {
    case UInt8(ascii: "&"):
      if let reference = CharacterReference(source, at: position, before: source.count),
        characters[index...].starts(with: reference.bytes)
      {
        text.append(reference.bytes, inPlaceOf: position..<(position + reference.length))
        position += reference.length
        return reference.bytes.count
      }
      return same(as: characters[index], &text)
    case UInt8(ascii: "\r"):
      // XML makes one line feed of CR and LF.
      if let length = same(as: characters[index], &text) { return length }
      position += 1
      return 0
    case UInt8(ascii: "<") where isTag(at: position):
      // A tag within the text that the parser took no notice of.
      skipTag()
      return 0
    case 0...0x20:
      position += 1
      return 0
    default:
      guard characters[index] <= 0x20 else { return nil }
      text.insert(CollectionOfOne(UInt8(ascii: " ")), at: position)
      return 1
    }
  }

  private mutating func same(as byte: UInt8, _ text: inout MappedText) -> Int? {
    guard source[position] == byte else { return nil }
    text.append(byte, from: position)
    position += 1
    return 1
  }

  /// Moves behind the tags and comments before a text that begins with `first`.
  private mutating func skipMarkup(before first: UInt8) {
    while position < source.count {
      let byte = source[position]
      if byte == UInt8(ascii: "<"), isTag(at: position) {
        skipTag()
      } else if byte == first || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\r") {
        return
      } else if byte <= 0x20 {
        // White space that the parser left out.
        position += 1
      } else if source.starts(with: "]]>", at: position) {
        position += 3
      } else {
        position = source[(position + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? source.count
      }
    }
  }

  private func isTag(at index: Int) -> Bool {
    guard index + 1 < source.count else { return false }
    let next = source[index + 1]
    return next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  /// Moves behind a tag, with the script or style that it begins.
  private mutating func skipTag() {
    if isXML, source.starts(with: "<![CDATA[", at: position) {
      position += 9
      return
    }
    let tag = MarkupTag(source, at: position)
    position = tag.end
    if !isXML, let content = tag.rawContent(source) { position = content.upperBound }
  }
}
