/// A parsed page or XML document: its elements and texts in document order.
struct MarkupTree {
  /// Elements and texts; each element is followed by what it holds.
  fileprivate(set) var nodes: [Node] = []
  /// The characters of all texts, which know where they stand in the source.
  fileprivate(set) var text = MappedText()

  /// An element or a text.
  struct Node {
    /// Lower case; nil for a text.
    let name: String?
    let attributes: [String: String]
    /// Index behind its last descendant.
    fileprivate(set) var end: Int
    /// Bytes of a text, or of all texts in an element, in the tree's `text`.
    fileprivate(set) var range: Range<Int>
    /// Index of the element that holds it; -1 for the first.
    let parent: Int
  }

  /// Indices of the elements and texts directly in the element at `index`.
  func children(of index: Int) -> some Sequence<Int> {
    sequence(state: index + 1) { next in
      guard next < nodes[index].end else { return nil }
      defer { next = nodes[next].end }
      return next
    }
  }
}

/// Takes a parser's events, in order, and builds the tree.
final class MarkupTreeBuilder {
  private(set) var tree = MarkupTree()
  private var open: [Int] = []
  private var aligner: SourceAligner
  private let isXML: Bool

  /// Elements whose attributes nobody asks for have none: pages give each of theirs a dozen.
  private static let keptAttributes: Set<String> = [
    "id", "class", "role", "hidden", "aria-hidden", "aria-modal", "style", "type", "start", "value", "reversed",
    "match",
  ]

  /// Takes the events of a parser that reads `source`.
  init(source: UnsafeBufferPointer<UInt8>, isXML: Bool) {
    self.isXML = isXML
    self.aligner = SourceAligner(source: source, isXML: isXML)
  }

  func start(_ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    let at = tree.text.bytes.count
    tree.nodes.append(
      .init(
        name: name, attributes: Self.kept(attributes), end: tree.nodes.count + 1, range: at..<at,
        parent: open.last ?? -1))
    open.append(tree.nodes.count - 1)
  }

  func end() {
    guard let index = open.popLast() else { return }
    tree.nodes[index].end = tree.nodes.count
    tree.nodes[index].range = tree.nodes[index].range.lowerBound..<tree.text.bytes.count
  }

  func characters(_ characters: UnsafeBufferPointer<UInt8>, isRaw: Bool) {
    let start = tree.text.bytes.count
    aligner.add(characters, isRaw: isRaw, to: &tree.text)
    let range = start..<tree.text.bytes.count
    let parent = open.last ?? -1
    // Parsers cut long texts into pieces.
    if let last = tree.nodes.last, last.name == nil, last.parent == parent, last.range.upperBound == start {
      tree.nodes[tree.nodes.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      tree.nodes.append(.init(name: nil, attributes: [:], end: tree.nodes.count + 1, range: range, parent: parent))
    }
  }

  /// A section of CDATA: text in XML, a script or style in HTML, which no one reads.
  func section(_ content: UnsafeBufferPointer<UInt8>) {
    if isXML { characters(content, isRaw: true) }
  }

  /// The tree, with all elements closed.
  func finish() -> MarkupTree {
    while !open.isEmpty { end() }
    return tree
  }

  /// Names and values stand in turn; the list ends with nil.
  private static func kept(_ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) -> [String: String] {
    guard let list else { return [:] }
    var kept: [String: String] = [:]
    var index = 0
    while let name = list[index] {
      let key = String(cString: name).lowercased()
      if keptAttributes.contains(key) { kept[key] = list[index + 1].map { String(cString: $0) } ?? "" }
      index += 2
    }
    return kept
  }
}
