import Diagnostics
import Obligations

/// The entries of one kind of artefact, found by their ids and names; the first one in file order counts.
struct CatalogIndex: Sendable {
  /// An entry as skimmed.
  struct Entry: Sendable {
    /// An id, or a pattern over a family's ids.
    let id: String
    let called: [String]
    let urls: [String]
    let place: Place

    var isFamily: Bool { id.utf8.contains(UInt8(ascii: "*")) }
  }

  /// Where an entry stands.
  struct Place: Hashable {
    let file: Int
    let range: SourceRange
  }

  private(set) var entries: [Entry] = []
  private var literals: [String: Int] = [:]
  /// The families of each owner; those of any owner stand under an empty name.
  private var families: [String: [Int]] = [:]
  /// Their patterns, compiled when something first asks for the owner.
  private let patterns = Memo<String, [Glob]>()

  /// Makes room for so many entries: growing by doubling would cost more than filling.
  init(capacity: Int = 0) {
    entries.reserveCapacity(capacity)
    literals.reserveCapacity(capacity)
  }

  /// Adds the entry that comes next in the files.
  mutating func add(_ entry: Entry) {
    let key = entry.id.lowercased()
    if entry.isFamily {
      families[Self.owner(of: key), default: []].append(entries.count)
    } else if literals[key] == nil {
      literals[key] = entries.count
    }
    entries.append(entry)
  }

  /// The first entry whose id or pattern matches an id.
  func first(matching id: String) -> Entry? {
    let key = id.lowercased()
    let candidates = [literals[key], family(of: key, owner: Self.owner(of: key)), family(of: key, owner: "")]
    return candidates.compactMap { $0 }.min().map { entries[$0] }
  }

  private func family(of key: String, owner: String) -> Int? {
    guard let members = families[owner] else { return nil }
    let globs = patterns.value(of: owner) { members.map { Glob(entries[$0].id) } }
    return globs.firstIndex { $0.matches(key) }.map { members[$0] }
  }

  /// What stands before the first slash; empty where that may be anything.
  private static func owner(of key: String) -> String {
    guard let slash = key.utf8.firstIndex(of: UInt8(ascii: "/")) else { return "" }
    let owner = key[..<slash]
    return owner.utf8.contains(UInt8(ascii: "*")) ? "" : String(owner)
  }
}
