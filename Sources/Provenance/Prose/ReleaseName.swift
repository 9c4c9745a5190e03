/// Tells in prose the release itself from other artefacts.
struct ReleaseName {
  let id: ArtefactID
  /// Whether it is only what the card's first heading says, of which the sizes of a family go on.
  var isTitle = false

  /// Whether a mention means the release.
  func isMeant(by mention: Mention) -> Bool {
    mention.id == id || mention.id.words == id.words || isOfFamily(mention)
      || (!mention.isKnown && (1...2).contains(mention.id.words.count) && id.words.starts(with: mention.id.words))
      || (mention.family?.matches(id.text) == true && id.words.starts(with: mention.id.words))
  }

  /// Whether a name goes on from a title's: `Lantern-7B-v2` is the release in a card called "Lantern: small models".
  private func isOfFamily(_ mention: Mention) -> Bool {
    guard isTitle, let first = id.words.first, first.utf8.count >= 4 else { return false }
    return mention.id.words.first == first && mention.id.words.count <= id.words.count + 4 && !isEarlier(mention)
  }

  /// Whether a name differs from the title in its version only: `Lantern-7B-v1` beside `Lantern-7B-v2`.
  private func isEarlier(_ mention: Mention) -> Bool {
    let (words, own) = (mention.id.words, id.words)
    return words.count == own.count && words.count > 1 && words.dropLast() == own.dropLast() && words != own
      && words.last?.allSatisfy { $0.isNumber } == true
  }

  /// Whether a text is the release's name and nothing else.
  func isCalled(_ text: String) -> Bool {
    guard text.utf8.count <= Self.longestName else { return false }
    let words = id.words
    return words.count > 1 && ArtefactID.words(of: ArtefactID.name(of: text)) == words
  }

  private static let longestName = 128

  /// Whether the words are the release's name, or begin it.
  func isBegun(by words: [String]) -> Bool {
    words.count >= 2 && id.words.starts(with: words)
  }

  /// Whether a name goes on from the release's own: its quantized and converted siblings.
  func isContinued(by mention: Mention) -> Bool {
    let words = id.words
    guard words.count >= 2, mention.id.words.starts(with: words) else { return false }
    let rest = mention.id.words.dropFirst(words.count)
    // `x-base` is what `x` was made from.
    return !rest.isEmpty && rest.last != "base" && (mention.id.isQuantized || rest.allSatisfy { $0.utf8.count <= 4 })
  }
}
