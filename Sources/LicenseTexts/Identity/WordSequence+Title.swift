extension WordSequence {
  /// Words that may stand between a title and the text below it.
  private static let mostBetween = 32

  /// How a text is called.
  enum Title {
    /// The licence's own title stands over it.
    case own
    /// Another document's: of another version, or of a licence made from this one.
    case other
    case none
  }

  /// What stands over a stretch of the text, or begins it; a licence without a title has none to go by.
  func title(of signature: LicenseSignature, nearStartOf text: Range<Int>) -> Title {
    let title = signature.words[..<signature.titleCount]
    guard !title.isEmpty else { return .none }
    let first = max(0, text.lowerBound - title.count - Self.mostBetween)
    let last = min(count - title.count, text.lowerBound + Self.mostBetween)
    let places =
      first <= last ? (first...last).filter { hashes[$0..<($0 + title.count)].elementsEqual(title) } : []
    // A title with more in its line is another one: `Modified Acme License`.
    if places.contains(where: { isBlockEnd($0) && isBlockEnd($0 + title.count) }) { return .own }
    if holdsOtherTitle(than: Set(title), nearStartOf: text) { return .other }
    return places.isEmpty ? .none : .own
  }

  private func isBlockEnd(_ word: Int) -> Bool {
    let index = blocks.bisect { $0 < word }
    return word == count || index < blocks.count && blocks[index] == word
  }

  private func holdsOtherTitle(than title: Set<UInt16>, nearStartOf text: Range<Int>) -> Bool {
    let from = blocks.bisect { $0 < text.lowerBound - Self.mostBetween }
    return blocks[from...].indices.prefix { blocks[$0] <= text.lowerBound + Self.mostBetween }.contains { index in
      let end = index + 1 < blocks.count ? blocks[index + 1] : count
      let block = blocks[index]..<end
      guard block.count <= Self.mostBetween / 2, !block.isEmpty, !endsSentence(behind: end - 1) else { return false }
      let said = block.filter { marks[$0] == .none || marks[$0] == .number }.map { hashes[$0] }
      return said.contains { KnownWord.documents.contains($0) }
        && said.contains { !title.contains($0) && !KnownWord.articles.contains($0) }
    }
  }
}
