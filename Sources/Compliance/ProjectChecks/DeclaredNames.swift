import Provenance

/// Names of artefacts, looked up by what other names may mean by them.
struct DeclaredNames {
  /// All words of each name, one after the other.
  private var whole: Set<ArraySlice<String>> = []
  /// What each name begins with.
  private var beginnings: Set<ArraySlice<String>> = []
  /// The names run together, and the words in them.
  private var parts: Set<String> = []

  init(_ names: [ArtefactID]) {
    for name in names {
      let words = name.words
      guard !words.isEmpty else { continue }
      whole.insert(words[...])
      for count in 1...words.count { beginnings.insert(words.prefix(count)) }
      parts.insert(words.joined())
      parts.formUnion(words)
    }
  }

  /// Whether a name goes on from one of these, or one of these from it, or it is a part of one: `Dolly` of
  /// `databricks-dolly-15k`.
  func mayMean(_ name: ArtefactID) -> Bool {
    let words = name.words
    guard !words.isEmpty else { return false }
    if beginnings.contains(words[...]) || (1...words.count).contains(where: { whole.contains(words.prefix($0)) }) {
      return true
    }
    let joined = words.joined()
    return joined.utf8.count >= Self.shortestPart && parts.contains(joined)
  }

  /// Shorter words stand in too many names by chance.
  private static let shortestPart = 4
}
