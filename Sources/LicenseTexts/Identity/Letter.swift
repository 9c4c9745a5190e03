/// What a byte means to a word.
enum Letter {
  /// Ends a word.
  static let separator: UInt8 = 0
  /// May begin something to be filled in, or a number of a list.
  static let mark: UInt8 = 1
  /// Begins a character beyond ASCII.
  static let wide: UInt8 = 2

  /// For each byte `separator`, `mark`, `wide`, or the letter or figure that it counts as.
  ///
  /// `c`, `s` and `z` are one letter, so that `licence` is `license` and `organise` is `organize`.
  static let folded: [UInt8] = (0...255).map { (byte: Int) -> UInt8 in
    let byte = UInt8(byte)
    switch byte {
    case UInt8(ascii: "c"), UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "C"), UInt8(ascii: "S"),
      UInt8(ascii: "Z"):
      return UInt8(ascii: "s")
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "_"): return mark
    case 0x80...: return wide
    default: return separator
    }
  }

  /// The small letter for a letter beyond ASCII of two bytes; nil for the sharp s, which counts as an s since capitals
  /// have no letter for it.
  static func small(_ lead: UInt8, _ next: UInt8) -> (UInt8, UInt8)? {
    let scalar = UInt16(lead & 0x1F) << 6 | UInt16(next & 0x3F)
    let small: UInt16
    switch scalar {
    case 0xDF: return nil
    case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: small = scalar + 0x20
    case 0x400...0x40F: small = scalar + 0x50
    case 0x3C2: small = 0x3C3
    case 0x100...0x137, 0x14A...0x177: small = scalar | 1
    case 0x139...0x148, 0x179...0x17E: small = scalar + (scalar & 1)
    default: small = scalar
    }
    return (UInt8(0xC0 | small >> 6), UInt8(0x80 | small & 0x3F))
  }

  /// Kinds of characters beyond ASCII.
  enum Wide {
    /// Part of a word.
    case letter
    /// A word by itself.
    case ideograph
    case separator
  }

  /// The kind of the character at `index`, and its length; damaged ones separate.
  static func wide(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> (kind: Wide, length: Int) {
    let lead = bytes[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    guard length > 1, index + length <= end else { return (.separator, 1) }
    let next = bytes[index + 1]
    switch lead {
    // ª, µ, º; all letters of Latin-1 but × and ÷.
    case 0xC2: return (next == 0xAA || next == 0xB5 || next == 0xBA ? .letter : .separator, length)
    case 0xC3: return (next == 0x97 || next == 0xB7 ? .separator : .letter, length)
    case 0xC4...0xE1: return (.letter, length)
    // Punctuation, arrows, symbols.
    case 0xE2: return (.separator, length)
    case 0xE3: return (next == 0x80 ? .separator : .ideograph, length)
    case 0xE4...0xED: return (.ideograph, length)
    // Compatibility ideographs; else full-width forms and private use.
    case 0xEF: return ((0xA4...0xAB).contains(next) ? .ideograph : .separator, length)
    case 0xF0: return (next >= 0xA0 ? .ideograph : .separator, length)
    default: return (.separator, length)
    }
  }
}
