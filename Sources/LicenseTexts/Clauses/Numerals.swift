import MarkupText

/// Roman numerals as lists count with them, up to `xxxix`.
enum RomanNumeral {
  private static let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]

  /// The value of a lower-case numeral; nil for other words.
  static func value(_ word: String) -> Int? {
    let tens = word.prefix { $0 == "x" }.count
    guard tens <= 3, !word.isEmpty, let one = ones.firstIndex(of: String(word.dropFirst(tens))) else { return nil }
    return tens * 10 + one
  }
}

/// A number in Chinese characters that begins a clause: `三、`, `第三条`, `（三）`.
struct HanNumber {
  let value: Int
  /// As printed, without the characters around it.
  let printed: String
  /// How it is set off: by brackets, or by a comma or a word such as 条.
  let style: OutlineNumber.Style
  /// Behind it and its mark.
  let end: Int

  private static let digits: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let closers: Set<Unicode.Scalar> = ["条", "章", "节", "款", "、", "）", ")", ".", "．", ":", "："]

  /// Reads it at the beginning of `range`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    // Nothing of this begins with ASCII but a bracket.
    guard let first = range.first, bytes[first] >= 0xE3 || bytes[first] == UInt8(ascii: "("), range.count >= 4 else {
      return nil
    }
    let head = String(decoding: bytes[range.prefix(32)], as: UTF8.self)
    var offset = 0
    var value = 0
    var printed = ""
    var hasOpened = false
    for scalar in head.unicodeScalars {
      let width = String(scalar).utf8.count
      if printed.isEmpty, !hasOpened, scalar == "第" || scalar == "（" || scalar == "(" {
        hasOpened = true
      } else if let digit = Self.digits[scalar] {
        value += digit
        printed.unicodeScalars.append(scalar)
      } else if scalar == "十" {
        value = max(value, 1) * 10
        printed.unicodeScalars.append(scalar)
      } else if !printed.isEmpty, Self.closers.contains(scalar) {
        offset += width
        break
      } else {
        return nil
      }
      offset += width
    }
    guard value > 0, offset <= range.count else { return nil }
    self.value = value
    self.printed = printed
    self.style = bytes[range.lowerBound] == UInt8(ascii: "(") ? .brackets : .stop
    var end = range.lowerBound + offset
    while end < range.upperBound, bytes[end] == 0x20 || bytes[end] == UInt8(ascii: ".") { end += 1 }
    self.end = end
  }
}
