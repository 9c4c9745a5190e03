import Diagnostics
import KnowledgeTables
import Testing

@testable import LicenseKnowledge

/// What is found without a parser: names in tables that are made while the package is built.
@Suite struct KnowledgeIndexTests {
  @Test func `the index in the binary is that of the files in the binary`() {
    let files = embeddedLicenses.map { file in
      (
        path: file.path,
        bytes: Array(UnsafeBufferPointer(start: file.yaml.utf8Start, count: file.yaml.utf8CodeUnitCount))
      )
    }
    #expect(KnowledgeIndex(embeddedTables.map { Table($0) }) == KnowledgeIndex(of: files))
  }

  private static let keys = [
    "tern", "gull", "", "auk", "gull", "Möwe", "gulls", "gul", String(repeating: "x", count: 300),
  ]
  private static let table = Table(sorting: keys.enumerated().map { ($1, [.number($0), .text("bird \($0)")]) })

  @Test func `a row is found by its text, and those of one text in the order in which they were written`() {
    for key in Set(Self.keys) {
      let found = Self.table.rows(of: key).map { Self.table.number(1, of: $0) }
      #expect(found == Self.keys.indices.filter { Self.keys[$0] == key }, "\(key)")
      for row in Self.table.rows(of: key) {
        #expect(Self.table.text(0, of: row) == key)
        #expect(Self.table.text(2, of: row) == "bird \(Self.table.number(1, of: row))")
      }
    }
  }

  @Test(arguments: ["gu", "gullet", "a", "zebra", "Auk", "Mo", "x"])
  func `what is not written is not found`(key: String) {
    #expect(Self.table.row(of: key) == nil)
  }

  @Test func `a table without rows holds nothing`() {
    let table = Table(rows: [])
    #expect(table.count == 0)
    #expect(table.row(of: "") == nil)
  }

  @Test(arguments: [
    ("makers:\n  - { name: Harbour, also: [Quay] }\n", "makers.yaml"),
    ("makers:\n  - name: Harbour\n    also: [\"Qu\\x61y\"]\n", "makers.yaml"),
    ("countries:\n  AA: [Harbour]\nunions:\n  BB: { called: [Quay], members: [AA] }\n", "places.yaml"),
    ("concepts:\n  harbour-of:\n    - \"a qu\\x61y of\"\n", "lexicon/provenance-ours.yaml"),
    (
      "maker: Harbour\nmodels:\n  - id: harbour/tern\n    called: [\"T\\x65rn\"]\n    license: MIT\n",
      "catalog/models/h.yaml"
    ),
  ])
  func `names that can't be skimmed are reported`(text: String, path: String) {
    let file = SourceFile(path: path, text: text)
    let diagnostics = Knowledge(overlays: [KnowledgeOverlay(folder: "ours", files: [(path, file)])]).lint()
    #expect(diagnostics.contains { $0.id == DiagnosticID.knowledgeShape.rawValue }, "\(diagnostics.map(\.summary))")
  }
}
