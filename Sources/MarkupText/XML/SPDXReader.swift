import Diagnostics

/// Reads the text of a licence out of XML of the SPDX License List, and in what copies of it may differ; notes and
/// references are not part of it.
struct SPDXReader: MarkupVisitor {
  private let tree: MarkupTree
  private var builder: ReadableTextBuilder
  /// Where the words of the elements begin that are open.
  private var starts: [Int] = []
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
    if let root = tree.nodes.firstIndex(where: { $0.name == "text" }) { tree.walk(from: root, &reader) }
    return (reader.builder, reader.variations)
  }

  private init(tree: MarkupTree) {
    self.tree = tree
    self.builder = ReadableTextBuilder(capacity: tree.text.bytes.count)
  }

  mutating func begin(_ index: Int, _ name: String, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if Self.unread.contains(name) { return false }
    if name == "bullet" {
      addBullet(bytes, tree.nodes[index].range)
      return false
    }
    if name == "br" || (Self.blocks.contains(name) && !isBehindBullet) { endBlock() }
    starts.append(builder.text.bytes.count)
    switch name {
    case "list": depth += 1
    case "item": kind = .item
    case "titleText": kind = .heading(level: 1)
    default: break
    }
    return true
  }

  mutating func end(_ index: Int) {
    guard let name = tree.nodes[index].name else { return }
    noteVariation(name, starts.removeLast(), at: index)
    guard Self.blocks.contains(name) else { return }
    endBlock()
    if name == "list" { depth -= 1 }
    if name == "titleText" { kind = .paragraph }
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

  mutating func add(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    if range.contains(where: { bytes[$0] > 0x20 }) { isBehindBullet = false }
    builder.append(bytes, range)
  }

  private mutating func endBlock() {
    builder.endBlock(kind, indent: depth, at: tree.text.bytes.count)
    if kind == .item { kind = .paragraph }
    isBehindBullet = false
  }
}
