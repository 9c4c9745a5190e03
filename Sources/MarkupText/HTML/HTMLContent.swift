/// Which elements of a page hold its text, and which stand around it.
struct HTMLContent {
  /// The element that holds the text.
  let root: Int
  private let tree: MarkupTree
  /// Letters in each element, links included; what is not shown counts for nothing.
  private let letters: [Int]
  private let linkLetters: [Int]
  private let links: [Int]

  /// So many links and hardly a word beside them are a menu.
  private static let menuLength = 3

  /// Weighs the elements of a page, in one pass.
  init(_ tree: MarkupTree) {
    self.tree = tree
    var letters = [Int](repeating: 0, count: tree.nodes.count)
    var linkLetters = letters
    var links = letters
    var isInLink = [Bool](repeating: false, count: tree.nodes.count)
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if let name = node.name {
        isInLink[index] = name == "a" || (node.parent >= 0 && isInLink[node.parent])
        if name == "a" { links[index] = 1 }
        if Self.isNeverRead(node) {
          index = node.end
          continue
        }
      } else {
        letters[index] = tree.text.bytes[node.range].count { $0 > 0x20 }
        if node.parent >= 0, isInLink[node.parent] { linkLetters[index] = letters[index] }
      }
      index += 1
    }
    for index in tree.nodes.indices.reversed() where tree.nodes[index].parent >= 0 {
      letters[tree.nodes[index].parent] += letters[index]
      linkLetters[tree.nodes[index].parent] += linkLetters[index]
      links[tree.nodes[index].parent] += links[index]
    }
    self.letters = letters
    self.linkLetters = linkLetters
    self.links = links
    let prose = zip(letters, linkLetters).map { $0 - $1 }
    self.root = Self.root(of: tree, prose)
  }

  /// Whether the element at `index` is left out, with all that it holds.
  func isLeftOut(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    if Self.isNeverRead(node) { return true }
    // What holds most of the text is no chrome, whatever it is called.
    guard letters[index] * 2 < letters[root] else { return false }
    return node.isHidden || node.isChrome || isMenu(index)
  }

  private static func isNeverRead(_ node: MarkupTree.Node) -> Bool {
    guard let name = node.name else { return false }
    return HTMLElements.unread.contains(name) || HTMLElements.controls.contains(name)
  }

  /// Whether an element holds links and nothing else; a list behind a colon belongs to its sentence.
  private func isMenu(_ index: Int) -> Bool {
    guard let name = tree.nodes[index].name, name == "ul" || name == "ol" || name == "div" || name == "section",
      links[index] >= Self.menuLength, (letters[index] - linkLetters[index]) * 10 <= letters[index]
    else { return false }
    var before = tree.nodes[index].range.lowerBound
    while before > 0, tree.text.bytes[before - 1] <= 0x20 { before -= 1 }
    return before == 0 || tree.text.bytes[before - 1] != UInt8(ascii: ":")
  }

  /// The element that is marked as the main one, or as typed, and holds most of the words outside of links; or the
  /// whole page.
  private static func root(of tree: MarkupTree, _ prose: [Int]) -> Int {
    let page = tree.nodes.firstIndex { $0.name == "body" } ?? 0
    guard tree.nodes.indices.contains(page) else { return 0 }
    let main = tree.nodes.indices.first { index in
      let node = tree.nodes[index]
      guard node.name == "main" || node.name == "article" || node.name == "pre" || node.attributes["role"] == "main"
      else { return false }
      return prose[index] * 10 > prose[page] * 6
    }
    return main ?? page
  }
}
