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

/// Finds runs of words that stand once in each of two ranges.
struct UniqueRuns {
  /// Words of a run, at most 4.
  let length: Int

  /// The places of the runs, sorted by their place in the text.
  func shared(
    _ text: UnsafeBufferPointer<UInt16>, _ textRange: Range<Int>,
    _ signature: UnsafeBufferPointer<UInt16>, _ signatureRange: Range<Int>
  ) -> [Anchor] {
    let held = places(signature, signatureRange)
    return places(text, textRange).compactMap { run, place -> Anchor? in
      guard place >= 0, let other = held[run], other >= 0 else { return nil }
      return Anchor(text: place, signature: other)
    }.sorted { $0.text < $1.text }
  }

  /// The place of each run; -1 where it stands more than once.
  private func places(_ words: UnsafeBufferPointer<UInt16>, _ range: Range<Int>) -> [UInt64: Int] {
    guard range.count >= length else { return [:] }
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(range.count)
    for start in range.lowerBound...(range.upperBound - length) {
      var run: UInt64 = 0
      for offset in 0..<length { run = run << 16 | UInt64(words[start + offset]) }
      places[run] = places[run] == nil ? start : -1
    }
    return places
  }
}
