import CLibXML2
import Diagnostics

/// The readable text of an HTML page, with the line in which each piece stands.
public struct HTMLText: Sendable {
  /// A text node.
  public struct Piece: Sendable {
    public let text: String
    /// 1-based line of the element that holds it; libxml2 counts no further than 65,535.
    public let line: Int
  }

  /// The text nodes in document order; scripts, styles and templates are left out.
  public let pieces: [Piece]

  /// Elements whose content nobody reads.
  private static let skipped: Set<String> = ["script", "style", "template", "noscript", "head"]
  /// A tag longer than this is not parsed: libxml2 needs quadratic time in its attributes.
  private static let longestTag = 64 << 10

  /// Parses a page; nil where a tag is too long to be parsed in reasonable time, or nothing can be read.
  public init?(reading file: SourceFile) {
    guard Self.hasOnlyShortTags(file.bytes) else { return nil }
    // Without XML_PARSE_HUGE everything below 256 levels would be cut off without a word.
    let options =
      Int32(HTML_PARSE_RECOVER.rawValue) | Int32(XML_PARSE_HUGE.rawValue) | Int32(HTML_PARSE_NONET.rawValue)
      | Int32(HTML_PARSE_NOERROR.rawValue)
      | Int32(HTML_PARSE_NOWARNING.rawValue) | Int32(HTML_PARSE_COMPACT.rawValue)
    let document = file.bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, "UTF-8", options)
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    var pieces: [Piece] = []
    // Walked without recursion: pages nest as deep as their authors like.
    var node = xmlDocGetRootElement(document)
    while let current = node {
      var descend = true
      if current.pointee.type == XML_TEXT_NODE, let content = current.pointee.content {
        pieces.append(Piece(text: String(cString: content), line: Int(xmlGetLineNo(current))))
      } else if current.pointee.type == XML_ELEMENT_NODE, let name = current.pointee.name {
        descend = !Self.skipped.contains(String(cString: name))
      }
      node = Self.next(after: current, descending: descend)
    }
    self.pieces = pieces
  }

  private static func next(after node: xmlNodePtr, descending: Bool) -> xmlNodePtr? {
    if descending, let child = node.pointee.children, node.pointee.type == XML_ELEMENT_NODE { return child }
    var current: xmlNodePtr? = node
    while let here = current {
      if let sibling = here.pointee.next { return sibling }
      current = here.pointee.parent
      if let parent = current, parent.pointee.type != XML_ELEMENT_NODE { return nil }
    }
    return nil
  }

  private static func hasOnlyShortTags(_ bytes: [UInt8]) -> Bool {
    var start: Int?
    // A `>` in a quoted value does not end a tag.
    var quote: UInt8?
    var last: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      if let open = start {
        if index - open > longestTag { return false }
        if let mark = quote {
          if byte == mark { quote = nil }
        } else if byte == UInt8(ascii: ">") {
          start = nil
        } else if last == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        }
      }
      if byte == UInt8(ascii: "<"), quote == nil { start = index }
      if byte > 0x20 { last = byte }
    }
    return true
  }
}
