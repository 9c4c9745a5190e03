import Diagnostics
import Obligations

/// Catalogued artefacts as skimmed, found by id; the first one in file order counts.
struct CatalogIndex: Sendable {
  /// An entry as skimmed.
  struct Entry: Sendable {
    let id: String
    let called: [String]
    let urls: [String]
    let place: Place
    /// Whether its id is a pattern over ids.
    let isPattern: Bool
  }

  /// Where an entry stands.
  struct Place: Hashable {
    /// Index of the file.
    let file: Int
    let range: SourceRange
  }

  private struct Pattern: Sendable {
    let glob: Glob
    let index: Int
  }

  /// All entries in file order.
  private(set) var entries: [Entry] = []
  private var literals: [String: Int] = [:]
  /// The patterns of each owner, in file order.
  private var patterns: [String: [Pattern]] = [:]
  /// The patterns whose owner is a pattern as well.
  private var ownerless: [Pattern] = []

  /// Makes room for so many entries: growing by doubling would cost more than filling.
  init(capacity: Int = 0) {
    entries.reserveCapacity(capacity)
    literals.reserveCapacity(capacity)
  }

  mutating func add(_ entry: Entry) {
    let key = entry.id.lowercased()
    if !entry.isPattern {
      if literals[key] == nil { literals[key] = entries.count }
    } else {
      let pattern = Pattern(glob: Glob(entry.id), index: entries.count)
      if let owner = Self.owner(of: key), !owner.utf8.contains(UInt8(ascii: "*")) {
        patterns[owner, default: []].append(pattern)
      } else {
        ownerless.append(pattern)
      }
    }
    entries.append(entry)
  }

  /// Whether there is an entry for this very id.
  func holds(_ id: String) -> Bool { literals[id.lowercased()] != nil }

  /// The first entry whose id, or pattern, `id` matches.
  func first(matching id: String) -> Entry? {
    let key = id.lowercased()
    let bytes = Array(key.utf8)
    let ofOwner = Self.owner(of: key).flatMap { patterns[$0] } ?? []
    return [
      literals[key],
      ofOwner.first { $0.glob.matches(folded: bytes) }?.index,
      ownerless.first { $0.glob.matches(folded: bytes) }?.index,
    ].compactMap { $0 }.min().map { entries[$0] }
  }

  private static func owner(of id: String) -> String? {
    id.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(id[..<$0]) }
  }
}
