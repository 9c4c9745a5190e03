import Diagnostics

/// Cuts text into words, and knows the words that it has met.
///
/// Letters are folded to lower case, a possessive `'s` is left off, hyphens part words, and a Chinese
/// character is a word by itself.
struct Tokenizer {
  private var known: [UInt64: Int32] = [:]
  /// The words met, by their number.
  private(set) var words: [[UInt8]] = []

  /// Cuts `range` of `bytes` into words.
  mutating func tokens(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 5)
    var marks: Token.Marks = []
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = bytes[index]
      if Self.isWord(byte) {
        // `Inc. may`, `"Output": means`: neither ends anything.
        if Self.startsLow(bytes, index, end) { marks.remove(.stop) }
        if marks.contains(.quote) { marks.remove(.colon) }
        let start = index
        while index < end, Self.isWord(bytes[index]) || isInner(bytes, index, end) { index += 1 }
        var stop = index
        // A possessive is the word itself.
        if stop - start > 2, bytes[stop - 1] | 0x20 == UInt8(ascii: "s"), bytes[stop - 2] == UInt8(ascii: "'") {
          stop -= 2
        }
        tokens.append(
          Token(start: Int32(start), end: Int32(stop), word: intern(bytes[start..<stop]), before: marks))
        marks = []
      } else if byte >= 0x80 {
        let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1, end - index)
        if let mark = Self.wideMark(bytes[index..<(index + length)]) {
          marks.formUnion(mark)
        } else {
          tokens.append(
            Token(
              start: Int32(index), end: Int32(index + length), word: han(bytes[index..<(index + length)]),
              before: marks))
          marks = []
        }
        index += length
      } else {
        marks.formUnion(Self.mark(byte))
        index += 1
      }
    }
    return tokens
  }

  /// Whether a small letter begins a word; names such as `eBay` count as written with a capital.
  static func startsLow(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    bytes[start].isLowercase && !(start + 1 < end && bytes[start + 1].isUppercase)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric
  }

  /// Apostrophes, and the commas and stops within figures, do not end a word.
  private func isInner(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index + 1 < end else { return false }
    switch bytes[index] {
    case UInt8(ascii: "'"): return bytes[index + 1].isLetter
    case UInt8(ascii: ","), UInt8(ascii: "."):
      return bytes[index + 1].isDigit && bytes[index - 1].isDigit
    default: return false
    }
  }

  private static func mark(_ byte: UInt8) -> Token.Marks {
    switch byte {
    case 0x20, 0x0A, 0x09, 0x0D: .blank
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "."): .stop
    case UInt8(ascii: "?"), UInt8(ascii: "!"): .question
    case UInt8(ascii: "("), UInt8(ascii: "["): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .closing
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "-"): .dash
    default: []
    }
  }

  /// Chinese punctuation; nil for characters that are words.
  private static func wideMark(_ character: Slice<UnsafeBufferPointer<UInt8>>) -> Token.Marks? {
    guard character.count == 3 else {
      return character.count == 2 ? (character[character.startIndex] == 0xC2 ? [] : nil) : nil
    }
    let first = character.startIndex
    switch (character[first], character[first + 1], character[first + 2]) {
    case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81): return .comma
    case (0xEF, 0xBC, 0x9B): return .semicolon
    case (0xEF, 0xBC, 0x9A): return .colon
    case (0xE3, 0x80, 0x82): return .stop
    case (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x81): return .question
    case (0xEF, 0xBC, 0x88): return .opening
    case (0xEF, 0xBC, 0x89): return .closing
    case (0xE3, 0x80, 0x8A...0x91): return .quote
    case (0xE2, 0x80, _), (0xE2, 0x81, _): return []
    default: return nil
    }
  }

  /// The number of a word, which is added where it is new.
  mutating func number(of word: String) -> Int32 {
    Array(word.utf8).withUnsafeBufferPointer { intern($0[...]) }
  }

  /// The number of a Chinese character.
  private mutating func han(_ character: Slice<UnsafeBufferPointer<UInt8>>) -> Int32 {
    guard let simplified = HanFolding.simplified(character) else { return intern(character) }
    return simplified.withUnsafeBufferPointer { intern($0[...]) }
  }

  private mutating func intern(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word {
      let lower = byte.lowercased
      hash = (hash ^ UInt64(lower)) &* 0x100_0000_01b3
    }
    if let found = known[hash] { return found }
    let number = Int32(words.count)
    known[hash] = number
    words.append(Spelling.american(word.map { $0.lowercased }))
    return number
  }
}
