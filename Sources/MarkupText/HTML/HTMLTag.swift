/// The inside of an HTML tag that stands in Markdown, `a href="…"`.
struct HTMLTag {
  /// Lower case, with the `/` of a closing tag before it.
  let name: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>

  /// Reads the tag between the angle brackets.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    let name = bytes[range].prefix { $0 > 0x20 }
    var text = String(decoding: name, as: UTF8.self).lowercased()
    if text.utf8.count > 1, text.hasSuffix("/") { text.removeLast() }
    self.name = text
  }

  /// Range of an attribute's quoted value.
  func attribute(_ name: StaticString) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      guard index > range.lowerBound, bytes[index - 1] <= 0x20, bytes.starts(with: name, at: index) else {
        index += 1
        continue
      }
      index += name.utf8CodeUnitCount
      guard bytes.starts(with: "=", at: index), index + 1 < range.upperBound else { continue }
      let quote = bytes[index + 1]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
      let start = index + 2
      guard let end = bytes[start..<range.upperBound].firstIndex(of: quote) else { return nil }
      return start..<end
    }
    return nil
  }
}
