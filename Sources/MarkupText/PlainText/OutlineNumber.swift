import Diagnostics

/// The number that a clause or an item begins with, as it is printed: `1.`, `2.1`, `(a)`, `iv)`.
public struct OutlineNumber: Sendable, Hashable {
  /// Its bytes, with the brackets and stops around it.
  public let range: Range<Int>
  /// What it counts with, and how: one part for `(a)`, two for `2.1`.
  public let parts: [Part]
  /// How it is set off, which tells lists apart.
  public let style: Style

  /// One number of it.
  public struct Part: Sendable, Hashable {
    /// As printed, lower case.
    public let word: String
    public let numeral: Numeral
  }

  /// What a part counts with; a letter such as `i` may be both, and its neighbours tell.
  public enum Numeral: Sendable, Hashable {
    case digits(Int)
    case letter
    case roman
  }

  public enum Style: Sendable, Hashable {
    /// `1.`
    case stop
    /// `(1)`
    case brackets
    /// `1)`
    case closing
    /// `1` before a title.
    case bare
  }

  /// Reads the number at the beginning of `range`; nil where there is none.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    guard index < range.upperBound else { return nil }
    var opens = false
    if bytes[index] == UInt8(ascii: "(") {
      opens = true
      index += 1
    }
    var parts: [Part] = []
    while true {
      let start = index
      if index < range.upperBound, bytes[index].isDigit {
        while index < range.upperBound, bytes[index].isDigit, index - start < 4 { index += 1 }
        var value = 0
        for at in start..<index { value = value * 10 + Int(bytes[at] - 0x30) }
        parts.append(Part(word: String(value), numeral: .digits(value)))
      } else {
        while index < range.upperBound, bytes[index].isLetter, index - start < 6 { index += 1 }
        let word = bytes[start..<index].map { $0 | 0x20 }
        let isRoman = Self.isRoman(word)
        guard word.count == 1 || isRoman || (word.count == 2 && word[0] == word[1] && opens) else {
          return nil
        }
        // A capital letter or numeral without a bracket is a number only before a stop.
        parts.append(
          Part(
            word: String(decoding: word, as: UTF8.self),
            numeral: isRoman && (word.count > 1 || word[0] == UInt8(ascii: "i")) ? .roman : .letter))
      }
      // `2.1`, `1.a`: another part follows a stop directly.
      guard !opens, index + 1 < range.upperBound, bytes[index] == UInt8(ascii: "."), parts.count < 5,
        bytes[index + 1].isDigit
          || (bytes[index + 1].isLetter && (index + 2 == range.upperBound || !bytes[index + 2].isLetter)
            && (index + 2 == range.upperBound || bytes[index + 2] != UInt8(ascii: ".")
              || bytes[index - 1].isDigit))
      else { break }
      index += 1
    }
    let closesSingle = index < range.upperBound && bytes[index] == UInt8(ascii: ")")
    let hasStop = index < range.upperBound && bytes[index] == UInt8(ascii: ".")
    let style: Style
    if opens {
      guard closesSingle else { return nil }
      index += 1
      style = .brackets
    } else if closesSingle {
      index += 1
      style = .closing
    } else if hasStop {
      index += 1
      style = .stop
    } else {
      // `2.1 Title`, `12 Title`: only numbers of digits stand bare.
      guard case .digits(let value) = parts[0].numeral, parts.count > 1 || value < 100 else { return nil }
      style = .bare
    }
    let ends = index == range.upperBound
    let followers = [UInt8(ascii: ":"), UInt8(ascii: "-")]
    guard
      ends || bytes[index] <= 0x20 || bytes[index] >= 0x80 || opens || style == .closing
        || followers.contains(bytes[index])
    else {
      // `1.Title` is printed so by some; `3.5-turbo` and `U.S.` are no numbers.
      guard style == .stop, case .digits = parts[0].numeral, bytes[index].isLetter, bytes[index] < 0x5B else {
        return nil
      }
      self.range = range.lowerBound..<index
      self.parts = parts
      self.style = style
      return
    }
    self.range = range.lowerBound..<index
    self.parts = parts
    self.style = style
  }

  /// Whether a number that lists use begins the range; a bare one may be any figure, so it counts for nothing.
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let number = OutlineNumber(bytes, range) else { return false }
    return number.style != .bare || number.parts.count > 1
  }

  /// Whether a word is a Roman numeral up to `xxxix`.
  private static func isRoman(_ word: [UInt8]) -> Bool {
    guard !word.isEmpty else { return false }
    var rest = word[...]
    rest = rest.drop { $0 == UInt8(ascii: "x") }
    guard word.count - rest.count <= 3 else { return false }
    return ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].contains {
      (text: String) in Array(text.utf8) == Array(rest)
    }
  }
}
