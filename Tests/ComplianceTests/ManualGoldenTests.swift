import Compliance
import Diagnostics
import Provenance
import Reporting
import TestSupport
import Testing

/// Pages of the manual that are made from what the program knows; `make golden` rewrites them.
@Suite struct ManualGoldenTests {
  @Test func `the manual lists every kind of finding`() throws {
    let table = FindingKind.allCases.map {
      "| [`\($0.rawValue)`](findings/\($0.rawValue).md) | \($0.severity.rawValue) | \($0.summary) |\n"
    }.joined()
    try hold(
      "docs/findings.md",
      """
      # Findings

      What `check` and `audit` report about a release, and how much it weighs where it is broken. Kinds of obligations
      are reported with the licence that asks for it, `llama-3.1/notice-file`; [knowledge.md](knowledge.md) says how
      licences use them.

      | kind | broken | what it is about |
      | --- | --- | --- |
      \(table)
      """)
  }

  @Test(arguments: FindingKind.allCases) func `the manual has a page for every kind of finding`(
    kind: FindingKind
  ) throws {
    try hold("docs/findings/\(kind.rawValue).md", FindingPage(kind).markdown)
  }

  @Test func `every page is about a kind`() {
    let pages = Repository.entries(of: "\(Repository.root)/docs/findings")
    #expect(pages == FindingKind.allCases.map { "\($0.rawValue).md" }.sorted())
  }

  @Test(arguments: FindingKind.allCases) func `the examples of a page break it and meet it`(kind: FindingKind) throws {
    guard let example = FindingExample(of: kind) else { return }
    func open(_ files: [FindingExample.File]) throws -> Int {
      let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) }))
      let project = try ProjectReader(library: Scenario.embedded).read(folder.path, name: nil)
      let report = Scenario.check(project, today: "2026-09-01")
      #expect(!report.diagnostics.contains { $0.severity > .note }, "\(report.diagnostics.map(\.summary))")
      return report.findings(example.finding).count { $0.isOpen }
    }
    #expect(try open(example.breaks) > 0)
    #expect(try open(example.meets) == 0)
  }

  @Test func `the manual lists every message about input`() throws {
    let table = DiagnosticID.allCases.map { "| `\($0.rawValue)` | \($0.severity.rawValue) | \($0.summary) |\n" }
      .joined()
    try hold(
      "docs/diagnostics.md",
      """
      # Messages about input

      What can be wrong with the files that pedigree reads. Some weigh less where the file is not what was asked for.

      | id | severity | what it says |
      | --- | --- | --- |
      \(table)
      """)
  }

  private func hold(_ path: String, _ text: String) throws {
    if let mismatch = try GoldenFile("\(Repository.root)/\(path)").mismatch(with: text) {
      Issue.record("\(path): \(mismatch)")
    }
  }
}
