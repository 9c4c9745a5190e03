import Compliance
import Diagnostics
import Provenance
import TestSupport
import Testing

/// Pages of the manual that are made from what the program knows; `make golden` rewrites them.
@Suite struct ManualGoldenTests {
  @Test func `the manual lists every kind of finding`() throws {
    let table = FindingKind.allCases.map { "| `\($0.rawValue)` | \($0.severity.rawValue) | \($0.summary) |\n" }.joined()
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

  @Test func `the manual lists every limit`() throws {
    let table = ProjectLimits().table.map { "| \($0.what) | \($0.shown) | `\($0.id.rawValue)` |\n" }.joined()
    try hold(
      "docs/limits.md",
      """
      # Limits

      How much is read. What a limit leaves out gives a message that names it, with a place, and the verdict is then
      `incomplete`: it fails like an error unless `--fail-on never` is given. A declaration over a limit can't be
      checked at all. Files without a sign that they matter in their first 64 KiB may be larger than a document.

      | what | at most | message |
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
