import Obligations

/// Finds the original of what somebody re-uploaded by its name alone.
struct MirroredNames: Sendable {
  /// Single models by their names without owner.
  private var literals: [String: [Original]] = [:]
  /// Families by the first letter of their names.
  private var families: [UInt8: [Family]] = [:]

  private struct Original: Sendable {
    let id: String
    let owner: String
    let index: Int
  }

  private struct Family: Sendable {
    let owner: Substring
    /// What the names of its models begin with.
    let stem: String
    let glob: Glob
    let index: Int
  }

  /// Shorter names of families begin names of other makers' models by chance.
  private static let shortestStem = 4

  init(_ entries: [CatalogIndex.Entry]) {
    for (index, entry) in entries.enumerated() {
      guard let slash = entry.id.firstIndex(of: "/") else { continue }
      let owner = entry.id[..<slash]
      let name = entry.id[entry.id.index(after: slash)...].lowercased()
      guard entry.isFamily else {
        literals[name, default: []].append(Original(id: entry.id, owner: owner.lowercased(), index: index))
        continue
      }
      let stem = String(name.prefix { $0 != "*" })
      guard stem.utf8.count >= Self.shortestStem, let first = stem.utf8.first else { continue }
      families[first, default: []].append(Family(owner: owner, stem: stem, glob: Glob(entry.id), index: index))
    }
  }

  /// The id of the first entry of that name that somebody else than `mirror` published.
  func original(named name: String, notIn mirror: some StringProtocol) -> String? {
    let key = name.lowercased()
    let mirror = mirror.lowercased()
    let literal = literals[key]?.first { $0.owner != mirror }
    let family = key.utf8.first.flatMap { families[$0] }?.first { family in
      // A family's pattern would take any name that goes on from its own; only sizes and variants do.
      key.hasPrefix(family.stem) && family.owner.lowercased() != mirror
        && family.glob.matches("\(family.owner)/\(key)") && Self.isVariant(key.dropFirst(family.stem.count))
    }
    guard let family, family.index < literal?.index ?? .max else { return literal?.id }
    return "\(family.owner)/\(name)"
  }

  /// Whether all words name a size or a common variant: `8b-instruct`, `7b-v0.3`.
  private static func isVariant(_ text: Substring) -> Bool {
    text.split(whereSeparator: { $0 == "-" || $0 == "_" }).allSatisfy { word in
      variantWords.contains(String(word)) || (word.contains { $0.isNumber } && word.utf8.count <= 6)
    }
  }

  private static let variantWords: Set<String> = [
    "instruct", "chat", "base", "it", "pt", "hf", "vision", "preview", "coder", "math", "code", "large", "small",
    "mini", "medium", "xl", "xxl", "distilled", "thinking", "turbo",
  ]
}
