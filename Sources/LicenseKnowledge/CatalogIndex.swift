import Diagnostics
import KnowledgeTables
import Obligations

/// Catalogued artefacts of one kind, found by id; the first one in file order counts.
struct CatalogIndex: Sendable {
  private let tables: CatalogTables

  init(_ tables: CatalogTables) {
    self.tables = tables
  }

  /// An entry by its place in the order of the files.
  struct Entry: Sendable, Hashable {
    let row: Int
  }

  /// All entries in file order.
  var entries: some Collection<Entry> { (0..<tables.entries.count).lazy.map { Entry(row: $0) } }

  /// The id of an entry, or its pattern over ids.
  func id(of entry: Entry) -> String { tables.entries.text(CatalogTables.Entry.id, of: entry.row) }

  /// The number of the file of an entry.
  func file(of entry: Entry) -> Int { tables.entries.number(CatalogTables.Entry.file, of: entry.row) }

  /// Where an entry stands in its file.
  func range(of entry: Entry) -> SourceRange {
    SourceRange(
      tables.entries.number(CatalogTables.Entry.start, of: entry.row),
      tables.entries.number(CatalogTables.Entry.end, of: entry.row))
  }

  /// The maker that the file of an entry names above its entries.
  func maker(of entry: Entry) -> String? {
    let maker = tables.entries.text(CatalogTables.Entry.maker, of: entry.row)
    return maker.isEmpty ? nil : maker
  }

  /// Whether there is an entry for this very id.
  func holds(_ id: String) -> Bool { tables.ids.row(of: id.lowercased()) != nil }

  /// The first entry whose id, or pattern, `id` matches.
  func first(matching id: String) -> Entry? {
    let key = id.lowercased()
    let owner = key.utf8.firstIndex(of: UInt8(ascii: "/")).map { key[..<$0] }
    return [
      tables.ids.row(of: key).map { tables.ids.number(1, of: $0) },
      owner.flatMap { pattern(matching: key, of: $0) },
      pattern(matching: key, of: ""),
    ].compactMap { $0 }.min().map { Entry(row: $0) }
  }

  /// The entry of an owner's first pattern that an id in lower case matches.
  private func pattern(matching id: String, of owner: Substring) -> Int? {
    let patterns = tables.patterns
    let bytes = Array(id.utf8)[...]
    return patterns.rows(of: owner).first { Glob.matches(bytes, pattern: patterns.bytes[patterns.range(2, of: $0)]) }
      .map { patterns.number(1, of: $0) }
  }
}
