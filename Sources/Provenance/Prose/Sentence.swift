/// A sentence of plain text, cut into words.
struct Sentence {
  /// Bytes of the sentence in its block's text.
  let range: Range<Int>
  /// Its words, lower-case, without the punctuation around them; `:` and `,` are words of their own.
  let words: [Word]

  struct Word {
    let text: String
    /// Bytes of the word in the block's text.
    let range: Range<Int>
  }

  /// Cuts a block's text into sentences: at a full stop, question or exclamation mark or semicolon before a blank.
  static func sentences(of bytes: [UInt8]) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    for index in bytes.indices {
      let next = index + 1
      guard endsSentence(bytes[index]), next == bytes.count || bytes[next] == UInt8(ascii: " "),
        !isAbbreviation(bytes, endingAt: index)
      else { continue }
      sentences.append(Sentence(of: bytes, in: start..<next))
      start = next
    }
    if start < bytes.count { sentences.append(Sentence(of: bytes, in: start..<bytes.count)) }
    return sentences
  }

  init(of bytes: [UInt8], in range: Range<Int>) {
    self.range = range
    var words: [Word] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if Self.isIdeographicMark(bytes, index) {
        words.append(Word(text: ",", range: index..<(index + 3)))
        index += 3
      } else if Self.isWordByte(bytes[index]) {
        var end = index + 1
        // Chinese stands beside Latin letters without a blank.
        let isLatin = bytes[index] < 0x80
        while end < range.upperBound, !Self.isIdeographicMark(bytes, end),
          !(Self.isIdeograph(bytes, end) && isLatin), !(bytes[end] < 0x80 && Self.isIdeograph(bytes, index)),
          Self.isWordByte(bytes[end]) || Self.joinsWords(bytes, end, range)
        {
          end += 1
        }
        words.append(Word(text: String(decoding: bytes[index..<end], as: UTF8.self).lowercased(), range: index..<end))
        index = end
      } else {
        if bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: ",") {
          words.append(Word(text: bytes[index] == UInt8(ascii: ":") ? ":" : ",", range: index..<(index + 1)))
        }
        index += 1
      }
    }
    self.words = words
  }

  /// Index of the first word that ends behind `offset`, by bisection.
  func wordIndex(at offset: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether a comma, an enumeration comma or a colon of Chinese stands at `index`.
  private static func isIdeographicMark(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index + 2 < bytes.count else { return false }
    let mark = (bytes[index], bytes[index + 1], bytes[index + 2])
    return mark == (0xE3, 0x80, 0x81) || mark == (0xEF, 0xBC, 0x8C) || mark == (0xEF, 0xBC, 0x9A)
  }

  /// Whether a Chinese character begins at `index`: U+4E00 to U+9FFF.
  private static func isIdeograph(_ bytes: [UInt8], _ index: Int) -> Bool { (0xE4...0xE9).contains(bytes[index]) }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ";")
  }

  private static func isAbbreviation(_ bytes: [UInt8], endingAt dot: Int) -> Bool {
    guard bytes[dot] == UInt8(ascii: "."), dot >= 2 else { return false }
    let before = bytes[max(0, dot - 3)..<dot].map { $0 | 0x20 }
    return before.suffix(3).elementsEqual("i.e".utf8) || before.suffix(3).elementsEqual("e.g".utf8)
      || before.suffix(2).elementsEqual("vs".utf8)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || byte >= 0x80
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "'")
  }

  /// Whether a hyphen, dot, slash, plus or at-sign stands inside a word, as in `gpt-3.5` and `owner/name`.
  private static func joinsWords(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
    guard
      [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "@")].contains(
        bytes[index])
    else {
      return false
    }
    return index + 1 < range.upperBound && isWordByte(bytes[index + 1])
  }
}
