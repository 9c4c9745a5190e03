import Compliance
import Diagnostics

/// What is broken, the same clause of several sources told once, and mistakes in the files that are errors.
struct Broken {
  /// What is told in one block.
  struct Group {
    let severity: Severity
    let id: String
    let message: String
    let location: SourceLocation?
    /// The clauses that are broken, with what they ask.
    let clauses: [Clause]
    let sources: [String]
    let fix: String?
  }

  /// A clause and what it asks.
  struct Clause: Hashable {
    let clause: String
    let summary: String
    var isEmpty: Bool { clause.isEmpty }
  }

  let groups: [Group]

  init(_ report: Report) {
    let errors = report.diagnostics.filter { $0.severity == .error }.map { error in
      Group(
        severity: .error, id: error.id, message: error.summary, location: error.location, clauses: [], sources: [],
        fix: error.help)
    }
    struct Key: Hashable {
      let id: String
      let location: SourceLocation?
    }
    let broken = report.findings.filter { $0.concern == .broken }
    groups =
      errors
      + broken.grouped { Key(id: $0.id, location: $0.license.isEmpty ? $0.location : nil) }.map { findings in
        let first = findings[0]
        let clauses = first.license.isEmpty ? [] : findings.map { Clause(clause: $0.clause, summary: $0.summary) }
        return Group(
          severity: first.severity, id: first.id, message: first.message, location: first.location,
          clauses: Array(clauses.unique().prefix(3)), sources: findings.map(\.source).unique(), fix: first.help)
      }
  }
}
