import Diagnostics
import Provenance
import TestSupport
import Testing

/// Editors know exactly the keys that the reader takes.
@Suite struct ManifestKeyTests {
  /// A mapping of the declaration, with the text that opens it.
  struct Table: Sendable, CustomTestStringConvertible {
    let opening: String
    let closing: String
    let keys: [ManifestKey]

    var testDescription: String { opening }
  }

  /// The tables that list their keys, found from the root.
  private static let tables =
    [Table(opening: "{ pedigree: 1, ", closing: " }", keys: ManifestKey.declaration)]
    + ManifestKey.declaration.flatMap { key -> [Table] in
      let opening = "{ pedigree: 1, \(key.name): { "
      switch key.value {
      case .mapping(let keys), .list(.mapping(let keys)):
        return [Table(opening: opening, closing: " } }", keys: keys)]
      case .sources: return [Table(opening: opening, closing: " } }", keys: ManifestKey.source)]
      case .version, .text, .word, .truth, .day, .count, .countByDay, .names, .answers, .list: return []
      }
    }

  @Test(arguments: tables) func `the reader takes the keys of the table and no other ones`(table: Table) throws {
    var reader = ManifestReader()
    _ = reader.read(SourceFile(path: "pedigree.yaml", text: "\(table.opening)qqqqqqqqqqqq: 1\(table.closing)"))
    let unknown = try #require(reader.diagnostics.first { $0.id == "yaml-unknown-key" })
    #expect(unknown.help == "known keys: \(table.keys.map(\.name).sorted().joined(separator: ", "))")
  }

  @Test(arguments: tables) func `the reader asks for the keys that the table requires`(table: Table) {
    var reader = ManifestReader()
    _ = reader.read(SourceFile(path: "pedigree.yaml", text: "\(table.opening)qqqqqqqqqqqq: 1\(table.closing)"))
    let missing = reader.diagnostics.filter { $0.id == "yaml-missing-key" }
      .compactMap { $0.summary.split(separator: "`").last.map(String.init) }
    // The root's only required key is there.
    let required = table.keys.filter { $0.isRequired && $0.name != "pedigree" }.map(\.name)
    #expect(missing.sorted() == required.sorted())
  }

  @Test func `every table is held to the reader`() {
    #expect(Self.tables.count == 10)
  }
}
