import CLibXML2

/// A character written as `&name;` or `&#number;`.
struct CharacterReference {
  /// UTF-8 of what it stands for.
  let bytes: [UInt8]
  /// Bytes that it takes up, the semicolon included.
  let length: Int

  /// Longer ones are text.
  private static let longest = 12

  /// Reads the reference whose `&` stands at `index`; nil where none stands there.
  init?(_ text: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) {
    let start = index + 1
    guard start < end, let stop = text[start..<min(end, start + Self.longest)].firstIndex(of: UInt8(ascii: ";")),
      let scalar = Self.scalar(text[start..<stop])
    else { return nil }
    self.bytes = Array(String(Character(scalar)).utf8)
    self.length = stop + 1 - index
  }

  private static func scalar(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let text = String(decoding: name, as: UTF8.self)
    let value: UInt32?
    if text.hasPrefix("#x") || text.hasPrefix("#X") {
      value = UInt32(text.dropFirst(2), radix: 16)
    } else if text.hasPrefix("#") {
      value = UInt32(text.dropFirst())
    } else {
      value = text == "apos" ? 0x27 : htmlEntityLookup(text).map { $0.pointee.value }
    }
    return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}
