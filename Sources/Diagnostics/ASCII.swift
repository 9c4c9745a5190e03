/// Classes of ASCII bytes. Bytes of characters beyond ASCII are in none of them.
extension UInt8 {
  @inlinable public var isDigit: Bool { self &- 0x30 < 10 }
  @inlinable public var isUppercase: Bool { self &- 0x41 < 26 }
  @inlinable public var isLowercase: Bool { self &- 0x61 < 26 }
  @inlinable public var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inlinable public var isAlphanumeric: Bool { isLetter || isDigit }
  @inlinable public var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

  /// Whether it is a letter, a digit or part of a character beyond ASCII, most of which are letters.
  @inlinable public var isPartOfWord: Bool { isAlphanumeric || self >= 0x80 }

  /// The small letter of a capital; every other byte itself.
  @inlinable public var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}
