/// Tells in prose the release itself from other artefacts.
struct ReleaseName {
  let id: ArtefactID
  /// Whether it is only what the card's first heading says, of which the sizes of a family go on.
  var isTitle = false

  /// Whether a mention means the release.
  func isMeant(by mention: Mention) -> Bool {
    mention.id == id || mention.id.words == id.words
      || (!mention.isKnown && (1...2).contains(mention.id.words.count) && id.words.starts(with: mention.id.words))
      || (mention.family?.matches(id.text) == true && isBegun(by: mention.id.words))
  }

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
