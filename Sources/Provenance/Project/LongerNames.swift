/// The sources of artefacts by the beginnings of their names, so that a family's bare name is found to be one of them.
struct LongerNames {
  /// The sources whose names begin alike; of many two, since one of them may be the very name that is asked for.
  private var sources: [Beginning: (first: ArtefactID, other: ArtefactID?)] = [:]
  private var edgesSeen = 0

  private struct Beginning: Hashable {
    let child: Int
    let owner: String?
    let words: ArraySlice<String>
  }

  /// Whether `child` has a source of the same owner whose name is another one and begins with that of `id`.
  mutating func hold(for id: ArtefactID, below child: Int, in lineage: Lineage) -> Bool {
    for edge in lineage.edges[edgesSeen...] { add(lineage.nodes[edge.parent].id, below: edge.child) }
    edgesSeen = lineage.edges.count
    var words = id.words[...]
    if words.last == "base" { words.removeLast() }
    guard let found = sources[Beginning(child: child, owner: Self.owner(of: id), words: words)] else { return false }
    return found.first != id || found.other != nil
  }

  private mutating func add(_ id: ArtefactID, below child: Int) {
    let words = id.words
    for count in 0...min(words.count, Self.mostWords) {
      let key = Beginning(child: child, owner: Self.owner(of: id), words: words.prefix(count))
      guard let known = sources[key] else {
        sources[key] = (id, nil)
        continue
      }
      if known.other == nil, known.first != id { sources[key] = (known.first, id) }
    }
  }

  /// Names of more words are none that a text repeats in part.
  private static let mostWords = 24

  private static func owner(of id: ArtefactID) -> String? { id.namespace?.lowercased() }
}
