import Diagnostics

/// A set of bytes, as a class of a pattern names it: `[a-z]`, `[!0-9]`, `[[:alpha:]_]`.
struct ByteSet {
  private var low: (UInt64, UInt64) = (0, 0)
  private var high: (UInt64, UInt64) = (0, 0)

  func contains(_ byte: UInt8) -> Bool {
    let bit = UInt64(1) << UInt64(byte & 63)
    return switch byte >> 6 {
    case 0: low.0 & bit != 0
    case 1: low.1 & bit != 0
    case 2: high.0 & bit != 0
    default: high.1 & bit != 0
    }
  }

  mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: low.0 |= bit
    case 1: low.1 |= bit
    case 2: high.0 |= bit
    default: high.1 |= bit
    }
  }

  /// Every byte.
  static let all = ByteSet().inverted

  private var inverted: ByteSet {
    var set = self
    set.low = (~low.0, ~low.1)
    set.high = (~high.0, ~high.1)
    return set
  }

  /// The class whose inside begins at `start`, and where the text goes on behind it; nil where it is broken.
  static func `class`(in text: [UInt8], from start: Int) -> (ByteSet, end: Int)? {
    func byte(_ index: Int) -> UInt8? { index < text.count ? text[index] : nil }
    var set = ByteSet()
    var index = start
    let isNegative = byte(index) == UInt8(ascii: "!") || byte(index) == UInt8(ascii: "^")
    if isNegative { index += 1 }
    // The byte with which a range may begin.
    var previous: UInt8?
    var isFirst = true
    while isFirst || byte(index) != UInt8(ascii: "]") {
      isFirst = false
      guard let current = byte(index) else { return nil }
      if current == UInt8(ascii: "\\") {
        guard let escaped = byte(index + 1) else { return nil }
        set.insert(escaped)
        previous = escaped
        index += 2
      } else if current == UInt8(ascii: "-"), let first = previous, let next = byte(index + 1),
        next != UInt8(ascii: "]")
      {
        var last = next
        index += 2
        if last == UInt8(ascii: "\\") {
          guard let escaped = byte(index) else { return nil }
          last = escaped
          index += 1
        }
        if first <= last { for byte in first...last { set.insert(byte) } }
        previous = nil
      } else if current == UInt8(ascii: "["), byte(index + 1) == UInt8(ascii: ":") {
        guard let close = text[(index + 2)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        if close > index + 2, text[close - 1] == UInt8(ascii: ":") {
          guard let test = named[String(decoding: text[(index + 2)..<(close - 1)], as: UTF8.self)] else { return nil }
          for byte in UInt8(0)...127 where test(byte) { set.insert(byte) }
          previous = nil
          index = close + 1
        } else {
          set.insert(current)
          previous = current
          index += 1
        }
      } else {
        set.insert(current)
        previous = current
        index += 1
      }
    }
    return (isNegative ? set.inverted : set, index + 1)
  }

  private static func isGraphic(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

  /// The named classes of POSIX, for ASCII.
  private static let named: [String: @Sendable (UInt8) -> Bool] = [
    "alnum": \.isAlphanumeric, "alpha": \.isLetter, "blank": { $0 == 0x20 || $0 == 0x09 },
    "cntrl": { $0 < 0x20 || $0 == 0x7F }, "digit": \.isDigit, "graph": isGraphic, "lower": \.isLowercase,
    "print": { $0 == 0x20 || isGraphic($0) }, "punct": { isGraphic($0) && !$0.isAlphanumeric },
    "space": { $0 == 0x20 || (0x09...0x0D).contains($0) }, "upper": \.isUppercase,
    "xdigit": \.isHexDigit,
  ]
}
