/// Takes the elements and texts of a tree one after the other.
protocol MarkupVisitor {
  /// Begins an element; false where nothing of what it holds is visited, so that it does not end either.
  mutating func begin(_ index: Int, _ name: String, of bytes: UnsafeBufferPointer<UInt8>) -> Bool
  /// Ends an element that was begun.
  mutating func end(_ index: Int)
  /// Takes a text: a range of the tree's bytes.
  mutating func add(_ text: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>)
}

extension MarkupTree {
  /// Shows an element and all that it holds to a visitor.
  ///
  /// Not recursive: pages nest as deep as their authors like.
  func walk(from root: Int, _ visitor: inout some MarkupVisitor) {
    guard nodes.indices.contains(root) else { return }
    text.bytes.withUnsafeBufferPointer { bytes in
      var open: [Int] = []
      var index = root
      while index < nodes[root].end {
        while let element = open.last, nodes[element].end <= index { visitor.end(open.removeLast()) }
        if let name = nodes[index].name {
          guard visitor.begin(index, name, of: bytes) else {
            index = nodes[index].end
            continue
          }
          open.append(index)
        } else {
          visitor.add(nodes[index].range, of: bytes)
        }
        index += 1
      }
      while let element = open.popLast() { visitor.end(element) }
    }
  }
}
