import MarkupText

/// Cuts the blocks of a text into hashed words.
struct WordScanner {
  var words: WordSequence
  private let text: ReadableText
  private let notices: CopyrightNotices

  init(_ text: ReadableText) {
    self.text = text
    self.words = WordSequence(capacity: text.text.bytes.count)
    self.notices = CopyrightNotices(text)
  }

  /// Adds the words of a block, without its number.
  mutating func scan(_ block: TextBlock) {
    text.text.bytes.withUnsafeBufferPointer { bytes in
      var range = block.range
      if notices.isReservation(bytes, range) { return }
      if let end = notices.endOfSigned(bytes, range) {
        range = end..<range.upperBound
      } else if Self.mayBeNumber(bytes, range), let number = OutlineNumber(bytes, range),
        number.style != .bare || number.parts.count > 1
      {
        range = number.range.upperBound..<range.upperBound
      }
      let first = words.count
      var index = range.lowerBound
      while index < range.upperBound {
        let letter = Letter.folded[Int(bytes[index])]
        if letter == Letter.separator {
          index += 1
        } else if letter == Letter.mark {
          index = mark(bytes, index, range)
        } else {
          index = word(bytes, index, range.upperBound)
        }
        // Nothing but notices stands before a notice in its block.
        if words.count == first + 1, words.hashes[first] == CopyrightNotices.opening,
          let end = notices.end(bytes, behind: index, in: range)
        {
          words.removeLast()
          index = end
        }
      }
    }
  }

  /// Whether a block begins with a figure, a bracket, or a few letters before a stop or a bracket.
  private static func mayBeNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    for byte in bytes[range].prefix(6) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."): return true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): continue
      default: return false
      }
    }
    return false
  }

  /// Adds the word that begins at `index`, and says where the text goes on.
  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var hash = WordHash()
    var index = start
    var last: UInt8 = 0
    while index < end {
      let letter = Letter.folded[Int(bytes[index])]
      if letter > Letter.wide {
        // Doubled letters count once: `cancelled` is `canceled`. Figures do not.
        if letter != last || letter < UInt8(ascii: "a") { hash.add(letter) }
        last = letter
        index += 1
      } else if letter == Letter.wide {
        let (kind, length) = Letter.wide(bytes, index, end)
        if kind == .letter {
          for offset in 0..<length { hash.add(bytes[index + offset]) }
          index += length
          last = 0
        } else {
          if index == start, kind == .ideograph {
            for offset in 0..<length { hash.add(bytes[index + offset]) }
            words.append(hash.value, index..<(index + length))
          }
          if index == start { return index + length }
          break
        }
      } else {
        break
      }
    }
    words.append(hash.value, start..<index)
    return index
  }

  /// Passes a bracket: with a number of a list in it, or with something to be filled in.
  private mutating func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ range: Range<Int>) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "("):
      // `(a)` and `(iv)` number items, wherever the line breaks; `2(b)` is a reference.
      guard start == range.lowerBound || bytes[start - 1] == UInt8(ascii: " ") else { return start + 1 }
      var index = start + 1
      while index < range.upperBound, index - start <= 4, Letter.folded[Int(bytes[index])] > Letter.wide { index += 1 }
      guard index > start + 1, index < range.upperBound, bytes[index] == UInt8(ascii: ")") else { return start + 1 }
      let isNumber = index == start + 2 || OutlineNumber(bytes, start..<range.upperBound) != nil
      return isNumber ? index + 1 : start + 1
    case UInt8(ascii: "_"):
      var index = start
      while index < range.upperBound, bytes[index] == UInt8(ascii: "_") { index += 1 }
      if index - start >= 4 { words.append(WordSequence.blank, start..<index) }
      return index
    default:
      guard let end = Blank.end(bytes, start, range.upperBound) else { return start + 1 }
      words.append(WordSequence.blank, start..<end)
      return end
    }
  }
}

/// Hash of one word.
struct WordHash {
  private var state: UInt32 = 0x811C_9DC5

  @inline(__always) mutating func add(_ byte: UInt8) { state = (state ^ UInt32(byte)) &* 0x0100_0193 }

  /// 16 bits of the hash; never that of a blank.
  @inline(__always) var value: UInt16 {
    // The high bits of a short word's state are weak.
    let mixed = (state ^ state >> 15) &* 0x2C1B_3C6D
    return max(UInt16(truncatingIfNeeded: mixed >> 16), 1)
  }

  /// The hash of an ASCII word.
  static func of(_ word: StaticString) -> UInt16 {
    var hash = WordHash()
    var last: UInt8 = 0
    for byte in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) {
      let letter = Letter.folded[Int(byte)]
      if letter != last { hash.add(letter) }
      last = letter
    }
    return hash.value
  }
}
