extension WordSequence {
  /// Words that may stand between a title and the text below it.
  private static let mostBetween = 32

  /// Whether the whole title of a licence stands over a stretch of the text, or begins it; a text without a
  /// title has none to go by.
  func hold(title signature: LicenseSignature, nearStartOf text: Range<Int>) -> Bool {
    let title = signature.words[..<signature.titleCount]
    guard !title.isEmpty else { return false }
    let first = max(0, text.lowerBound - title.count - Self.mostBetween)
    let last = min(count - title.count, text.lowerBound + Self.mostBetween)
    return first <= last && (first...last).contains { hashes[$0..<($0 + title.count)].elementsEqual(title) }
  }
}
