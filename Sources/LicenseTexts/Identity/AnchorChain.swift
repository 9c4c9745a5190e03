/// Picks anchors that follow each other in both texts.
enum AnchorChain {
  /// The longest chain that rises in both; the anchors are sorted by their place in the text.
  static func longest(_ anchors: some RandomAccessCollection<Anchor>) -> [Anchor] {
    // One place in the text may match several of the signature: the later ones come first, so that
    // a chain that rises takes only one of them.
    var sorted = Array(anchors)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].text == sorted[start].text { end += 1 }
      if end - start > 1 { sorted[start..<end].sort { $0.signature > $1.signature } }
      start = end
    }
    // Patience: `ends[n]` is the anchor with the least place in the signature that ends a chain of n + 1.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: sorted.count)
    for (index, anchor) in sorted.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if sorted[ends[middle]].signature < anchor.signature { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : -1
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [Anchor] = []
    var index = ends.last ?? -1
    while index >= 0 {
      chain.append(sorted[index])
      index = before[index]
    }
    return chain.reversed()
  }
}
