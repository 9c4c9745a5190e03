/// What stands in a text beside the licences in it.
///
/// A title, the name of a holder, an address, the number of an item or a line that leads to the text says nothing about
/// rights. Everything else may be a condition that somebody put around a licence.
struct Remainder {
  let words: WordSequence

  /// The parts of a stretch of words that say something, cut where blocks begin.
  func riders(in stretch: Range<Int>) -> [Range<Int>] {
    guard !stretch.isEmpty else { return [] }
    var parts: [Range<Int>] = []
    var start = stretch.lowerBound
    let next = words.blocks.bisect { $0 <= start }
    for end in words.blocks[next...].prefix(while: { $0 < stretch.upperBound }) + [stretch.upperBound] {
      if start < end, says(start..<end) { parts.append(start..<end) }
      start = max(start, end)
    }
    return parts
  }

  /// Words that a title may have.
  private static let longestTitle = 12
  /// Ordinary words that one may have.
  private static let mostOrdinary = 4

  /// Whether words say more than a title, a holder or an address does.
  private func says(_ range: Range<Int>) -> Bool {
    let words = range.filter { !self.words.marks[$0].isNoise }
    guard !words.isEmpty else { return false }
    if words.contains(where: { self.words.marks[$0] == .limiting }) || words.count > Self.longestTitle { return true }
    let hashes = words.map { self.words.hashes[$0] }
    let isDocument = hashes.contains { KnownWord.documents.contains($0) }
    if !isDocument, hashes.contains(where: { KnownWord.use.contains($0) }) || namesField(words) { return true }
    let ordinary = self.words.ordinaryCount(range)
    return ordinary > Self.mostOrdinary || ordinary > 0 && self.words.endsSentence(behind: range.upperBound - 1)
  }

  /// Whether words narrow something to a field: one stands there in small letters, or before all that means something;
  /// elsewhere a capital makes it part of a name, as in `Acme Research`.
  private func namesField(_ words: [Int]) -> Bool {
    let first = words.first { !KnownWord.plain.contains(self.words.hashes[$0]) }
    return words.contains { index in
      KnownWord.fields.contains(self.words.hashes[index]) && (index == first || !self.words.isCapitalised(index))
    }
  }
}
