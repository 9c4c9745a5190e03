/// Reads UTF-16; halves of pairs that stand alone become U+FFFD.
enum UTF16Decoder {
  /// The text in `range`, whose bytes know where they stand.
  static func decode(_ bytes: [UInt8], _ range: Range<Int>, isBigEndian: Bool) -> MappedText {
    var text = MappedText()
    text.reserveCapacity(range.count / 2)
    func unit(_ index: Int) -> UInt16 {
      let (high, low) = isBigEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
      return UInt16(high) << 8 | UInt16(low)
    }
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      let first = unit(index)
      var length = 2
      let scalar: Unicode.Scalar
      if UTF16.isLeadSurrogate(first), index + 3 < range.upperBound, UTF16.isTrailSurrogate(unit(index + 2)) {
        scalar = UTF16.decode(UTF16.EncodedScalar([first, unit(index + 2)]))
        length = 4
      } else {
        scalar = first == 0 ? "\u{FFFD}" : Unicode.Scalar(first) ?? "\u{FFFD}"
      }
      text.append(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter, inPlaceOf: index..<(index + length))
      index += length
    }
    return text
  }
}
