/// Words and stems, letter by letter, so that one walk along a word finds all that it satisfies.
struct WordTrie: Sendable {
  private var nodes = [Node(byte: 0)]

  private struct Node {
    let byte: UInt8
    /// The first of the nodes behind this one, and the next of those beside it; 0 for none.
    var child: Int32 = 0
    var sibling: Int32 = 0
    /// Numbers of the word and of the stem that end here; -1 for none.
    var word: Int32 = -1
    var stem: Int32 = -1
  }

  /// Words and stems that were added.
  private(set) var count = 0

  /// The number of a word, which is added where it is new.
  mutating func number(of word: [UInt8]) -> Int {
    let node = self.node(of: word)
    if nodes[node].word < 0 { nodes[node].word = next() }
    return Int(nodes[node].word)
  }

  /// The number of what words may begin with, which is added where it is new.
  mutating func number(ofStem stem: [UInt8]) -> Int {
    let node = self.node(of: stem)
    if nodes[node].stem < 0 { nodes[node].stem = next() }
    return Int(nodes[node].stem)
  }

  private mutating func next() -> Int32 {
    defer { count += 1 }
    return Int32(count)
  }

  private mutating func node(of text: [UInt8]) -> Int {
    var node = 0
    for byte in text { node = child(of: node, byte) ?? add(byte, below: node) }
    return node
  }

  private mutating func add(_ byte: UInt8, below node: Int) -> Int {
    var new = Node(byte: byte)
    new.sibling = nodes[node].child
    nodes[node].child = Int32(nodes.count)
    nodes.append(new)
    return nodes.count - 1
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    var child = Int(nodes[node].child)
    while child > 0, nodes[child].byte != byte { child = Int(nodes[child].sibling) }
    return child > 0 ? child : nil
  }

  /// The shortest stem, in bytes; a shorter one would be no stem.
  private static let shortestStem = 2

  /// Numbers of what a word of a text satisfies: itself, and the stems that it begins with.
  func matches(of word: [UInt8]) -> [Int32] {
    var found: [Int32] = []
    var node = 0
    for (index, byte) in word.enumerated() {
      guard let next = child(of: node, byte) else { return found }
      node = next
      if index + 1 >= Self.shortestStem, nodes[node].stem >= 0 { found.append(nodes[node].stem) }
    }
    // The word itself stands before its stems.
    if nodes[node].word >= 0 { found.insert(nodes[node].word, at: 0) }
    return found
  }
}
