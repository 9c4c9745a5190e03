import MarkupText

/// Cuts the blocks of a text into hashed words.
struct WordScanner {
  var words: WordSequence
  private let text: ReadableText
  private let notices: CopyrightNotices
  /// The notice of copyright that the scanner stands in or behind.
  private var notice = CopyrightNotices.Notice(line: 0, names: 0)

  init(_ text: ReadableText) {
    self.text = text
    self.words = WordSequence(text.text.bytes)
    self.notices = CopyrightNotices(text)
  }

  /// Adds the words of a block, without its number.
  mutating func scan(_ block: TextBlock) {
    text.text.bytes.withUnsafeBufferPointer { bytes in
      var range = block.range
      words.beginBlock()
      let signed = notices.endOfSigned(bytes, range.lowerBound, in: range)
      notice = signed ?? CopyrightNotices.Notice(line: 0, names: 0)
      if signed == nil, Self.mayBeNumber(bytes, range), let number = OutlineNumber(bytes, range),
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
        if index > notice.line, words.count > first, words.hashes[words.count - 1] == KnownWord.copyright,
          let behind = notices.end(
            bytes, behind: index, in: range, opensBlock: words.isInNotices(first..<(words.count - 1)))
        {
          notice = behind
          words.mark(.notice, last: 1)
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
          if length == 2, let small = Letter.small(bytes[index], bytes[index + 1]) {
            hash.add(small.0)
            hash.add(small.1)
            last = 0
          } else if length == 2 {
            if last != UInt8(ascii: "s") { hash.add(UInt8(ascii: "s")) }
            last = UInt8(ascii: "s")
          } else {
            for offset in 0..<length { hash.add(bytes[index + offset]) }
            last = 0
          }
          index += length
        } else {
          if index == start, kind == .ideograph {
            for offset in 0..<length { hash.add(bytes[index + offset]) }
            words.append(hash.value, index..<(index + length), mark(index))
          }
          if index == start { return index + length }
          break
        }
      } else {
        break
      }
    }
    return add(hash.value, bytes, start..<index, end)
  }

  /// Adds a word of letters and figures, or the address that begins with it, and says where the text goes on.
  private mutating func add(
    _ hash: UInt16, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ end: Int
  ) -> Int {
    if range.upperBound < end, let behind = Self.endOfAddress(hash, bytes, range.upperBound, end) {
      var start = range.lowerBound
      // The name before the sign of an address of mail may have several parts.
      while start > 0, Self.joins(bytes[start - 1]), words.lastEnd == start - 1, let before = words.lastStart {
        words.removeLast()
        start = before
      }
      words.append(KnownWord.address, start..<behind, .address)
      return behind
    }
    let mark: WordMark =
      mark(range.lowerBound) != .none
      ? mark(range.lowerBound)
      : KnownWord.isLimiting(hash) ? .limiting : Self.isNumber(hash, bytes, range, end) ? .number : .none
    words.append(hash, range, mark)
    if hash == KnownWord.reservation[2], words.hashes.suffix(3).elementsEqual(KnownWord.reservation) {
      words.mark(.notice, last: 3)
    }
    return range.upperBound
  }

  /// What a word that begins at `index` is to the notice before it.
  private func mark(_ index: Int) -> WordMark {
    index < notice.line ? .notice : index < notice.names ? .holder : .none
  }

  /// Where the address ends whose first word has this hash and ends at `index`; nil where it begins none.
  private static func endOfAddress(
    _ hash: UInt16, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: ":") where KnownWord.schemes.contains(hash): break
    case UInt8(ascii: ".") where hash == KnownWord.www: break
    case UInt8(ascii: "@") where index + 1 < end && Letter.folded[Int(bytes[index + 1])] > Letter.wide: break
    default: return nil
    }
    var behind = index + 1
    while behind < end, bytes[behind] > 0x20, !closing.contains(bytes[behind]) { behind += 1 }
    return behind
  }

  private static let closing = Set("<>()[]{}\"'`|,;*".utf8)

  private static func joins(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
  }

  /// Whether a word is set as the number of an item is, or is a part of it: `2.`, `b)`, `1.1 Term`.
  private static func isNumber(
    _ hash: UInt16, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ end: Int
  ) -> Bool {
    guard range.count <= 4, range.upperBound < end, KnownWord.numbers.contains(hash) else { return false }
    var index = range.upperBound
    var parts = range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: ".") ? 2 : 1
    while index + 1 < end, bytes[index] == UInt8(ascii: "."), isFigure(bytes[index + 1]) {
      parts += 1
      index += 2
      while index < end, isFigure(bytes[index]) { index += 1 }
    }
    let isSetOff = bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
    if isSetOff { index += 1 }
    guard isSetOff || parts > 1 else { return false }
    guard index < end else { return isSetOff }
    // `1.Title` is printed so by some.
    guard bytes[index] == UInt8(ascii: " ") else { return isSetOff && (0x41...0x5A).contains(bytes[index]) }
    // A version is followed by small words, a number by the clause.
    return isSetOff || index + 1 == end || !(0x61...0x7A).contains(bytes[index + 1])
  }

  private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Passes a bracket: with a number of a list in it, or with something to be filled in.
  private mutating func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ range: Range<Int>) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "("):
      if let end = Self.endOfAnchor(bytes, start, range) { return end }
      if start >= notice.line, let signed = notices.endOfSigned(bytes, start, in: range) {
        notice = signed
        return start + 1
      }
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
      if index - start >= 4 { words.append(KnownWord.blank, start..<index, mark(start)) }
      return index
    default:
      guard let end = Blank.end(bytes, start, range.upperBound) else { return start + 1 }
      words.append(KnownWord.blank, start..<end, mark(start))
      return end
    }
  }
}

extension WordScanner {
  /// The end of the target of a Markdown link to a heading of the same text, `](#terms)`, whose bracket is at `start`.
  fileprivate static func endOfAnchor(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ range: Range<Int>) -> Int? {
    guard start > range.lowerBound, bytes[start - 1] == UInt8(ascii: "]"), start + 1 < range.upperBound,
      bytes[start + 1] == UInt8(ascii: "#")
    else { return nil }
    var index = start + 2
    while index < range.upperBound, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ")") { index += 1 }
    return index < range.upperBound && bytes[index] == UInt8(ascii: ")") ? index + 1 : nil
  }
}

/// Hash of one word.
struct WordHash {
  private var state: UInt32 = 0x811C_9DC5

  @inline(__always) mutating func add(_ byte: UInt8) { state = (state ^ UInt32(byte)) &* 0x0100_0193 }

  /// 16 bits of the hash; never that of a blank or an address.
  @inline(__always) var value: UInt16 {
    // The high bits of a short word's state are weak.
    let mixed = (state ^ state >> 15) &* 0x2C1B_3C6D
    return max(UInt16(truncatingIfNeeded: mixed >> 16), 2)
  }

  /// The hash of an ASCII word.
  static func of(_ word: StaticString) -> UInt16 {
    of(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// The hash of a word of letters and figures.
  static func of(_ word: some Sequence<UInt8>) -> UInt16 {
    var hash = WordHash()
    var last: UInt8 = 0
    for byte in word {
      let letter = Letter.folded[Int(byte)]
      if letter > Letter.wide {
        if letter != last || letter < UInt8(ascii: "a") { hash.add(letter) }
        last = letter
      } else if letter == Letter.wide {
        hash.add(byte)
        last = 0
      }
    }
    return hash.value
  }
}
