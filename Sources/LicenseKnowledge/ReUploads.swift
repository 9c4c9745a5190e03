import KnowledgeTables
import Obligations

/// Recognises what mirrors upload again of other people's models: `unsloth/Llama-3.2-1B-bnb-4bit`.
struct ReUploads: Sendable {
  private let mirrors: Table
  /// Endings by which mirrors tell what they did to a model.
  private let suffixes: [String]
  /// Made when the first name of a mirror is met: most projects know none.
  private let originals: Once<OriginalNames>

  /// Re-uploads of `models` by `mirrors`.
  init(by mirrors: Table, suffixes: Table, of models: CatalogIndex) {
    self.mirrors = mirrors
    self.suffixes = (0..<suffixes.count).map { suffixes.text(0, of: $0) }
    self.originals = Once { OriginalNames(models) }
  }

  /// The id of the original of which a mirror's id is a re-upload; nil for all other ids.
  func original(of id: String) -> String? {
    let parts = id.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, id.utf8.count <= Self.longestID else { return nil }
    let owner = parts[0].lowercased()
    guard mirrors.row(of: owner) != nil else { return nil }
    var name = parts[1]
    while true {
      if let original = originals.value.original(named: name, notBy: owner) { return original }
      let lowercased = name.lowercased()
      guard let suffix = suffixes.first(where: { lowercased.hasSuffix($0) && lowercased.utf8.count > $0.utf8.count })
      else { return nil }
      name = name.dropLast(suffix.count)
    }
  }

  /// Longer ids are none of the Hub's, whose two parts have at most 96 bytes each.
  private static let longestID = 193
}

/// Catalogued models by their names without owners.
private struct OriginalNames: Sendable {
  private let models: CatalogIndex
  /// Entries by name, in file order.
  private var literals: [String: [Candidate]] = [:]
  /// Patterns by the part of their name before the first star.
  private var stems: [String: [Candidate]] = [:]
  private var lengthsOfStems: Set<Int> = []

  private struct Candidate: Sendable {
    let entry: CatalogIndex.Entry
    let owner: String
  }

  init(_ models: CatalogIndex) {
    self.models = models
    for entry in models.entries {
      let id = models.id(of: entry)
      let parts = id.split(separator: "/", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[1].lowercased()
      let candidate = Candidate(entry: entry, owner: String(parts[0]))
      guard id.utf8.contains(UInt8(ascii: "*")) else {
        literals[name, default: []].append(candidate)
        continue
      }
      let stem = String(name.prefix { $0 != "*" })
      guard stem.utf8.count >= Self.shortestStem else { continue }
      stems[stem, default: []].append(candidate)
      lengthsOfStems.insert(stem.utf8.count)
    }
  }

  /// Shorter beginnings are those of too many names.
  private static let shortestStem = 4

  /// The first catalogued id of this name by another owner.
  func original(named name: Substring, notBy owner: String) -> String? {
    let key = name.lowercased()
    var found = literals[key]?.first { $0.owner.lowercased() != owner }.map {
      (row: $0.entry.row, id: models.id(of: $0.entry))
    }
    for length in lengthsOfStems where length <= key.utf8.count {
      let end = key.utf8.index(key.startIndex, offsetBy: length)
      // A family's pattern would take any name that goes on from its own; only sizes and variants do.
      guard let candidates = stems[String(key[..<end])], Self.isVariant(key[end...]) else { continue }
      for candidate in candidates
      where candidate.entry.row < found?.row ?? .max && candidate.owner.lowercased() != owner {
        let id = "\(candidate.owner)/\(name)"
        if Glob(models.id(of: candidate.entry)).matches(id) { found = (candidate.entry.row, id) }
      }
    }
    return found?.id
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
