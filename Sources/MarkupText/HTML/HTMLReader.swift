/// Reads a page as a browser shows it: its text, with the numbers of its lists, without what stands around it.
struct HTMLReader: MarkupVisitor {
  private let tree: MarkupTree
  private let content: HTMLContent
  private var builder: ReadableTextBuilder
  private var context = Context()
  /// Elements that are open, with what held before them.
  private var open: [(isBlock: Bool, before: Context)] = []
  /// Counts the items of the lists that are open.
  private var lists: [ListNumbering?] = []
  /// Numbers of items of which no word has been read yet.
  private var numbers: [String] = []

  /// What holds for the text that is read.
  private struct Context {
    var kind = TextBlock.Kind.paragraph
    var indent = 0
    var isStrong = false
    var isQuoted = false
    /// Lists that it stands in.
    var depth = 0
  }

  /// The text of a page; its offsets are those of the tree's text.
  static func read(_ tree: MarkupTree) -> ReadableTextBuilder {
    var reader = HTMLReader(tree: tree)
    tree.walk(from: reader.content.root, &reader)
    return reader.builder
  }

  private init(tree: MarkupTree) {
    self.tree = tree
    self.content = HTMLContent(tree)
    self.builder = ReadableTextBuilder(capacity: tree.text.bytes.count)
  }

  mutating func begin(_ index: Int, _ name: String, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if content.isLeftOut(index) { return false }
    let node = tree.nodes[index]
    if name == "pre" {
      endBlock(at: node.range.lowerBound)
      readPreformatted(bytes, node.range)
      return false
    }
    let isInRow = context.kind == .row
    let isBlock = HTMLElements.blocks.contains(name) && (!isInRow || name == "tr")
    if isBlock || (name == "br" && !isInRow) {
      endBlock(at: node.range.lowerBound)
    } else if name == "td" || name == "th" || name == "br" || HTMLElements.blocks.contains(name) {
      builder.appendSpace(from: node.range.lowerBound)
    }
    open.append((isBlock, context))
    if isBlock { adapt(to: index, name) }
    if name == "b" || name == "strong" || Self.isBold(node) { context.isStrong = true }
    return true
  }

  mutating func end(_ index: Int) {
    let element = open.removeLast()
    if element.isBlock { endBlock(at: tree.text.bytes.count) }
    while lists.count > element.before.depth { lists.removeLast() }
    context = element.before
  }

  /// Sets what holds within a block element.
  private mutating func adapt(to index: Int, _ name: String) {
    let node = tree.nodes[index]
    switch name {
    case "ul", "ol", "menu":
      lists.append(numbering(of: index))
      context.depth += 1
      context.indent += 1
      context.kind = .paragraph
    case "li":
      context.kind = .item
      guard !lists.isEmpty else { return }
      if let number = lists[lists.count - 1]?.number(of: node) { numbers.append(number) }
    case "blockquote": context.isQuoted = true
    case "tr": context.kind = isPlainRow(index) ? .row : .paragraph
    case "dd": context.indent += 1
    default:
      if let level = HTMLElements.headingLevel(name) { context.kind = .heading(level: level) }
    }
  }

  /// Whether a row's cells hold words and not lists or headings, as those of pages laid out by tables do.
  private func isPlainRow(_ index: Int) -> Bool {
    for cell in tree.children(of: index) {
      var paragraphs = 0
      for child in tree.children(of: cell) {
        guard let name = tree.nodes[child].name, HTMLElements.blocks.contains(name) else { continue }
        guard name == "p" || name == "div", paragraphs == 0 else { return false }
        paragraphs += 1
      }
    }
    return true
  }

  /// How a list counts; nil where its items print numbers of their own, so that the browser's are certainly off.
  private func numbering(of index: Int) -> ListNumbering? {
    let items = tree.children(of: index).filter { tree.nodes[$0].name == "li" }
    guard !items.isEmpty, items.contains(where: { !beginsWithNumber(tree.nodes[$0]) }) else { return nil }
    return ListNumbering(tree.nodes[index], items: items.count)
  }

  private func beginsWithNumber(_ node: MarkupTree.Node) -> Bool {
    tree.text.bytes.withUnsafeBufferPointer { bytes in
      let start = node.range.first { bytes[$0] > 0x20 } ?? node.range.upperBound
      return OutlineNumber.begins(bytes, start..<node.range.upperBound)
    }
  }

  private static func isBold(_ node: MarkupTree.Node) -> Bool {
    guard let weight = node.style("font-weight") else { return false }
    return weight.hasPrefix("bold") || Int(weight).map { $0 >= 600 } == true
  }

  mutating func add(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = range.first(where: { bytes[$0] > 0x20 }) else {
      if !range.isEmpty { builder.appendSpace(from: range.lowerBound) }
      return
    }
    for number in numbers { builder.insert(number + " ", at: start) }
    numbers = []
    builder.setStrong(context.isStrong)
    builder.append(bytes, range)
    builder.setStrong(false)
  }

  /// Reads what stands as it is typed: a whole licence often does.
  private mutating func readPreformatted(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    if MarkdownSigns(text).outweigh(isNamed: false) {
      MarkdownText.read(bytes, range, into: &builder)
    } else {
      PlainText.read(bytes, range, into: &builder)
    }
  }

  private mutating func endBlock(at offset: Int) {
    builder.endBlock(context.kind, indent: context.indent, isQuoted: context.isQuoted, at: offset)
    // What follows in an item belongs to it, but only its first words are the item.
    if context.kind == .item, numbers.isEmpty { context.kind = .paragraph }
  }
}
