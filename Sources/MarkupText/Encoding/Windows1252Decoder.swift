import Diagnostics

/// Reads text that is not, or not all of it, UTF-8: what is valid as UTF-8 is kept, other bytes are Windows-1252.
///
/// A text in Latin-1 hardly ever holds two letters that happen to be valid UTF-8, so no whole file has to be
/// read wrongly for one damaged character.
enum Windows1252Decoder {
  /// The text in `range`, whose bytes know where they stand.
  static func decode(_ bytes: [UInt8], _ range: Range<Int>) -> MappedText {
    var text = MappedText()
    text.reserveCapacity(range.count + range.count / 16)
    bytes.withUnsafeBufferPointer { buffer in
      var index = range.lowerBound
      while index < range.upperBound {
        var end = index
        while end < range.upperBound, let length = validLength(buffer, end, before: range.upperBound) { end += length }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[index..<end]), from: index)
        if end < range.upperBound {
          text.append(String(Character(scalar(buffer[end]))).utf8, inPlaceOf: end..<(end + 1))
        }
        index = end + 1
      }
    }
    return text
  }

  /// Length of the valid UTF-8 character at `index`; nil where there is none.
  private static func validLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, before end: Int) -> Int? {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length = ReadableTextBuilder.length(of: lead)
    guard length > 1, index + length <= end else { return nil }
    return Array(bytes[index..<(index + length)])[...].firstInvalidUTF8 == nil ? length : nil
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? marks[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// What the bytes from 0x80 on stand for; five of them stand for nothing.
  private static let marks =
    Array(
      "\u{20AC}\u{FFFD}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{FFFD}\u{17D}"
        .unicodeScalars)
    + Array(
      "\u{FFFD}\u{FFFD}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}"
        .unicodeScalars) + Array("\u{FFFD}\u{17E}\u{178}".unicodeScalars)
}
