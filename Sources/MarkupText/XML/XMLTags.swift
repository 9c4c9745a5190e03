/// The tags of an XML document with their places, which libxml2 does not tell, and a check of its limits.
///
/// Of a well-formed document without a document type declaration, these are the tags that a parser reports, in the
/// same order.
struct XMLTags {
  /// The start tags, in the order of the source.
  private(set) var starts: [Start] = []
  /// Where the end tags end; empty elements have none.
  private(set) var ends: [Int] = []

  struct Start {
    let range: Range<Int>
    /// Whether it is an element without content, `<a/>`.
    let isEmpty: Bool
    /// The bytes of the values of its attributes, without those that declare namespaces.
    let values: [Range<Int>]
  }

  /// Finds the tags of `source`.
  init(_ source: UnsafeBufferPointer<UInt8>, mostElements: Int) throws(XMLMistake) {
    var depth = 0
    var index = 0
    while let start = source[index...].firstIndex(of: UInt8(ascii: "<")) {
      if source.starts(with: "<!--", at: start) {
        index = Self.end(of: "-->", source, from: start + 4)
      } else if source.starts(with: "<![CDATA[", at: start) {
        index = Self.end(of: "]]>", source, from: start + 9)
      } else if source.starts(with: "<?", at: start) {
        index = Self.end(of: "?>", source, from: start + 2)
      } else if source.starts(with: "<!", at: start) {
        throw XMLMistake(
          id: .xmlDoctype, summary: "documents with a document type declaration are not read", offset: start)
      } else if source.starts(with: "</", at: start) {
        index = Self.end(of: ">", source, from: start + 2)
        ends.append(index)
        depth -= 1
      } else {
        let tag = try Self.startTag(source, at: start)
        starts.append(tag)
        index = tag.range.upperBound
        if !tag.isEmpty { depth += 1 }
        guard depth <= XMLDocument.deepest else {
          throw XMLMistake(
            id: .xmlTooDeep, summary: "nested more than \(XMLDocument.deepest) levels deep", offset: start)
        }
        guard starts.count <= mostElements else {
          throw XMLMistake(id: .xmlTooLarge, summary: "more than \(mostElements) elements", offset: start)
        }
      }
    }
  }

  private static func startTag(_ source: UnsafeBufferPointer<UInt8>, at start: Int) throws(XMLMistake) -> Start {
    var values: [Range<Int>] = []
    var attributes = 0
    var nameStart = start + 1
    var index = nameStart
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: ">"):
        return Start(
          range: start..<(index + 1), isEmpty: source[index - 1] == UInt8(ascii: "/"), values: values)
      case 0...0x20:
        while index < source.count, source[index] <= 0x20 { index += 1 }
        if index < source.count, source[index] != UInt8(ascii: "=") { nameStart = index }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = source[index]
        let value = (index + 1)..<(source[(index + 1)...].firstIndex(of: quote) ?? source.count)
        attributes += 1
        guard attributes <= XMLDocument.mostAttributes else {
          throw XMLMistake(
            id: .xmlTooLarge, summary: "an element with more than \(XMLDocument.mostAttributes) attributes",
            offset: start)
        }
        let declaresNamespace =
          source.starts(with: "xmlns=", at: nameStart) || source.starts(with: "xmlns:", at: nameStart)
          || source.starts(with: "xmlns ", at: nameStart)
        if !declaresNamespace { values.append(value) }
        index = min(value.upperBound + 1, source.count)
        nameStart = index
      case UInt8(ascii: "="):
        // White space may stand on both sides of the sign.
        index += 1
        while index < source.count, source[index] <= 0x20 { index += 1 }
      default: index += 1
      }
    }
    return Start(range: start..<source.count, isEmpty: false, values: values)
  }

  private static func end(of needle: StaticString, _ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = min(start, source.count)
    while index < source.count, !source.starts(with: needle, at: index) { index += 1 }
    return min(index + needle.utf8CodeUnitCount, source.count)
  }
}
