extension String {
  /// The candidate that a person most likely meant: the nearest by edit distance, if it is near enough.
  ///
  /// Near enough is at most a third of the letters, so that `liscense` finds `license` and `foo` nothing.
  public func nearest(in candidates: some Sequence<String>) -> String? {
    let letters = Array(lowercased().utf8)
    let limit = max(1, letters.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let distance = editDistance(letters, Array(candidate.lowercased().utf8))
      guard distance <= limit else { continue }
      if best.map({ (distance, candidate) < ($0.distance, $0.candidate) }) ?? true {
        best = (distance, candidate)
      }
    }
    return best?.candidate
  }
}

/// Number of insertions, deletions, substitutions and swaps of neighbouring bytes between two words.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  guard abs(left.count - right.count) < 32 else { return 32 }
  var before: [Int] = []
  var row = Array(0...right.count)
  for (leftIndex, leftByte) in left.enumerated() {
    var next = [leftIndex + 1]
    for (rightIndex, rightByte) in right.enumerated() {
      let substituted = row[rightIndex] + (leftByte == rightByte ? 0 : 1)
      var distance = min(substituted, row[rightIndex + 1] + 1, next[rightIndex] + 1)
      if leftIndex > 0, rightIndex > 0, leftByte == right[rightIndex - 1], left[leftIndex - 1] == rightByte {
        distance = min(distance, before[rightIndex - 1] + 1)
      }
      next.append(distance)
    }
    before = row
    row = next
  }
  return row[right.count]
}
