/// How much in a text looks like HTML or XML.
enum MarkupSigns {
  /// Whether the text is a page; one that is called so needs but one tag.
  static func isPage(_ bytes: UnsafeBufferPointer<UInt8>, isNamed: Bool) -> Bool {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }), bytes[start] == UInt8(ascii: "<") || isNamed else {
      return false
    }
    if bytes.startsIgnoringCase(with: "<!doctype html", at: start) || bytes.startsIgnoringCase(with: "<html", at: start)
    {
      return true
    }
    let tags = blockTags(bytes)
    return isNamed ? tags > 0 || bytes[start] == UInt8(ascii: "<") : tags > 4
  }

  /// Whether the text is a file of the SPDX License List.
  static func isSPDX(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }), bytes[start] == UInt8(ascii: "<") else { return false }
    return (start..<min(bytes.count, start + 4_096)).contains { bytes.starts(with: "<SPDXLicenseCollection", at: $0) }
  }

  /// Closing tags of paragraphs, items and the like in the first part of a text.
  private static func blockTags(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    let end = min(bytes.count, 1 << 16)
    while index < end {
      if bytes[index] == UInt8(ascii: "<"), endings.contains(where: { bytes.startsIgnoringCase(with: $0, at: index) }) {
        count += 1
      }
      index += 1
    }
    return count
  }

  private static let endings: [StaticString] = ["</p>", "</li>", "</div>", "<br", "</h1>", "</h2>", "</h3>", "</td>"]
}
