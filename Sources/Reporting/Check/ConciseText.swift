import Compliance
import Diagnostics

/// A report with one line for each open finding and each message about the files, as editors and scripts read them.
struct ConciseText {
  func render(_ run: CheckRun) -> String { run.projects.map { render($0.report) }.joined() }

  /// `file:line:column: severity: message [id]`, with a line break at the end of each.
  func render(_ report: Report) -> String {
    let messages = report.diagnostics.map { line($0.location, $0.severity, $0.summary, id: $0.id) }
    let findings = report.findings.filter { $0.isOpen && !$0.isKnown }.map {
      line($0.location, $0.severity, $0.message, id: $0.id)
    }
    return (messages + findings).map { "\($0)\n" }.joined()
  }

  private func line(_ location: SourceLocation?, _ severity: Severity, _ message: String, id: String) -> String {
    let place = location.map { "\(PlaceText.full($0)): " } ?? ""
    return TerminalText.escaped("\(place)\(severity.rawValue): \(message) [\(id)]")
  }
}
