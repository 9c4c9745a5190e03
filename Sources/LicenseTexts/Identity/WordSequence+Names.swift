extension WordSequence {
  /// How many words are neither names nor what names and titles are joined with. A capital tells a name, but at the
  /// beginning of a sentence.
  func ordinaryCount(_ range: Range<Int>) -> Int {
    var count = 0
    var isFirst = true
    for index in range where !marks[index].isNoise {
      if !KnownWord.plain.contains(hashes[index]), !isCapitalised(index) || isFirst && isSmall(behind: index, range) {
        count += 1
      }
      isFirst = false
    }
    return count
  }

  /// Whether the next word that means something begins with a small letter.
  private func isSmall(behind index: Int, _ range: Range<Int>) -> Bool {
    range[(index + 1)...].first { !marks[$0].isNoise && !KnownWord.plain.contains(hashes[$0]) }
      .map { !isCapitalised($0) } ?? false
  }
}
