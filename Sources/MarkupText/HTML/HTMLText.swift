import Diagnostics

/// All that a page says, its frame included, with the line in which each piece stands.
public struct HTMLText: Sendable {
  /// A text between two tags.
  public struct Piece: Sendable {
    public let text: String
    /// 1-based line in which it begins.
    public let line: Int
  }

  /// The texts in document order; scripts, styles and templates are left out.
  public let pieces: [Piece]

  /// Parses a page.
  public init(reading file: SourceFile) {
    let decoded = DecodedFile(file)
    let tree = decoded.bytes.withUnsafeBufferPointer { MarkupParser.html($0) }
    let text = decoded.origin.map { tree.text.composed(with: $0) } ?? tree.text.moved(by: decoded.start)
    var pieces: [Piece] = []
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if let name = node.name {
        index = HTMLElements.unread.contains(name) ? node.end : index + 1
      } else {
        let words = String(decoding: text.bytes[node.range], as: UTF8.self)
        pieces.append(Piece(text: words, line: file.position(at: text.sourceOffset(of: node.range.lowerBound)).line))
        index += 1
      }
    }
    self.pieces = pieces
  }
}
