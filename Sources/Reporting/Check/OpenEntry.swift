import Compliance
import Diagnostics

/// What formats that list what is open say of a finding, or of a message about the files.
struct OpenEntry {
  let severity: Severity
  let id: String
  let message: String
  /// The clause, with what it asks; nil where no clause speaks.
  let demand: String?
  /// What to do.
  let fix: String?
  let location: SourceLocation?
  /// The same as long as it is about the same thing.
  let fingerprint: String

  init(_ finding: Finding) {
    severity = finding.severity
    id = finding.id
    message = finding.message
    demand = finding.clause.isEmpty ? nil : "clause \(finding.clause): \(finding.summary)"
    fix = finding.help
    location = finding.location
    fingerprint = finding.fingerprint
  }

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity
    id = diagnostic.id
    message = diagnostic.summary
    demand = nil
    fix = diagnostic.help
    location = diagnostic.location
    fingerprint = diagnostic.fingerprint
  }

  /// All of a report, worst first: messages about the files, and findings that are open and that no baseline has.
  static func all(of report: Report) -> [OpenEntry] {
    let entries =
      report.diagnostics.map { OpenEntry($0) }
      + report.findings.filter { $0.isOpen && !$0.isKnown }.map { OpenEntry($0) }
    return Severity.allCases.reversed().flatMap { severity in entries.filter { $0.severity == severity } }
  }

  /// What is the matter, the clause, and what to do, a line each.
  var lines: [String] { [message] + [demand, fix.map { "fix: \($0)" }].compactMap { $0 } }
}
