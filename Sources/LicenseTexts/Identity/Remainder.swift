/// What stands in a text beside the licences in it.
///
/// A title, the name of a holder, an address or the number of an item says nothing about rights. Everything else may
/// be a condition that somebody put around a licence.
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

  /// Whether words say more than a title, a holder or an address does.
  private func says(_ range: Range<Int>) -> Bool {
    var count = 0
    var names = 0
    var isUse = false
    var isDocument = false
    for index in range {
      switch words.marks[index] {
      case .notice, .holder, .address, .number: continue
      case .limiting: return true
      case .none:
        count += 1
        let hash = words.hashes[index]
        if KnownWord.use.contains(hash) { isUse = true }
        if KnownWord.documents.contains(hash) { isDocument = true }
        if words.isCapitalised(index) { names += 1 }
      }
    }
    if count == 0 { return false }
    if count > Self.longestTitle || (isUse && !isDocument) { return true }
    return words.endsSentence(behind: range.upperBound - 1) && names < count
  }
}
