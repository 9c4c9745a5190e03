/// Something to be filled in, in brackets: `[yyyy]`, `<name of author>`, `{organization}`.
enum Blank {
  /// The end of the blank that begins with the bracket at `start`; nil where it is none.
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let closing: UInt8
    switch bytes[start] {
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    case UInt8(ascii: "<"): closing = UInt8(ascii: ">")
    case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
    default: return nil
    }
    var index = start + 1
    var blanks = 0
    var hasLetter = false
    while index < end, index - start <= longest, bytes[index] != closing {
      switch bytes[index] {
      case UInt8(ascii: " "): blanks += 1
      // An address or a tag with attributes.
      case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "@"): return nil
      default: if Letter.folded[Int(bytes[index])] >= UInt8(ascii: "a") { hasLetter = true }
      }
      index += 1
    }
    guard index < end, bytes[index] == closing, hasLetter, blanks < mostWords else { return nil }
    // A link of Markdown.
    if index + 1 < end, bytes[start] == UInt8(ascii: "["), bytes[index + 1] == UInt8(ascii: "(") { return nil }
    return index + 1
  }

  private static let longest = 80
  private static let mostWords = 10
}
