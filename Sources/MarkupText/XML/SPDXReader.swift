import Diagnostics

/// Reads the text of a licence out of XML of the SPDX License List, and in what copies of it may differ; notes and
/// references are not part of it.
struct SPDXReader {
  private let tree: MarkupTree
  private var builder: ReadableTextBuilder
  /// Elements that are open, with their names, and where their words begin.
  private var open: [(end: Int, name: String, start: Int, index: Int)] = []
  private var variations: [TextVariation] = []
  private var kind = TextBlock.Kind.paragraph
  private var depth = 0
  /// Whether the block has a bullet and no other word yet.
  private var isBehindBullet = false

  /// Elements that begin and end a block.
  private static let blocks: Set<String> = ["p", "item", "list", "titleText", "copyrightText", "text"]
  private static let unread: Set<String> = ["notes", "crossRefs", "obsoletedBys"]

  /// The text of a licence; its offsets are those of the tree's text.
  static func read(_ tree: MarkupTree) -> (text: ReadableTextBuilder, variations: [TextVariation]) {
    var reader = SPDXReader(tree: tree)
    reader.read()
    return (reader.builder, reader.variations)
  }

  private init(tree: MarkupTree) {
    self.tree = tree
    self.builder = ReadableTextBuilder(capacity: tree.text.bytes.count)
  }

  private mutating func read() {
    guard let root = tree.nodes.firstIndex(where: { $0.name == "text" }) else { return }
    tree.text.bytes.withUnsafeBufferPointer { bytes in
      var index = root
      let end = tree.nodes[root].end
      while index < end {
        closeElements(before: index)
        let node = tree.nodes[index]
        guard let name = node.name else {
          addText(bytes, node.range)
          index += 1
          continue
        }
        index = begin(name, index, bytes)
      }
      closeElements(before: end)
    }
  }

  private mutating func closeElements(before index: Int) {
    while let element = open.last, element.end <= index {
      open.removeLast()
      noteVariation(element.name, element.start, at: element.index)
      guard Self.blocks.contains(element.name) else { continue }
      endBlock()
      if element.name == "list" { depth -= 1 }
      if element.name == "titleText" { kind = .paragraph }
    }
  }

  /// Begins an element; the index of the node to go on with.
  private mutating func begin(_ name: String, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let node = tree.nodes[index]
    if Self.unread.contains(name) { return node.end }
    if name == "bullet" {
      addBullet(bytes, node.range)
      return node.end
    }
    if name == "br" || (Self.blocks.contains(name) && !isBehindBullet) { endBlock() }
    open.append((node.end, name, builder.text.bytes.count, index))
    switch name {
    case "list": depth += 1
    case "item": kind = .item
    case "titleText": kind = .heading(level: 1)
    default: break
    }
    return index + 1
  }

  /// Keeps what an element says of copies: words that they may leave out, or put otherwise.
  private mutating func noteVariation(_ name: String, _ start: Int, at index: Int) {
    let range = start..<max(start, builder.text.bytes.count)
    switch name {
    case "optional", "titleText", "copyrightText": variations.append(TextVariation(range: range, wordings: [""]))
    case "alt":
      guard let pattern = tree.nodes[index].attributes["match"], let wordings = CopyPattern.wordings(of: pattern) else {
        return
      }
      variations.append(TextVariation(range: range, wordings: wordings))
    default: break
    }
  }

  /// Adds the mark of an item if it is a number; dots and stars say nothing.
  private mutating func addBullet(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let words = range.drop { bytes[$0] <= 0x20 }
    guard let first = words.first, bytes[words].contains(where: \.isAlphanumeric) else { return }
    builder.append(bytes, first..<range.upperBound)
    builder.appendSpace(from: range.upperBound)
    isBehindBullet = true
  }

  private mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if range.contains(where: { bytes[$0] > 0x20 }) { isBehindBullet = false }
    builder.append(bytes, range)
  }

  private mutating func endBlock() {
    builder.endBlock(kind, indent: depth, at: tree.text.bytes.count)
    if kind == .item { kind = .paragraph }
    isBehindBullet = false
  }
}
