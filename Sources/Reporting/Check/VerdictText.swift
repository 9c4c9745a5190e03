import Compliance
import Diagnostics

/// The one line that says what a report comes to.
struct VerdictText {
  let style: TextStyle
  let gate: Gate

  /// `acme/next-1b: FAIL. 2 clauses broken, 15 things open, 8 attestations due.`
  func line(_ report: Report) -> String {
    let name = report.release.isEmpty ? "a release without a name" : TerminalText.escaped(report.release)
    let role: TextStyle.Role =
      switch gate.verdict(of: report) {
      case .fail: .error
      case .pass: .good
      case .incomplete, .nothingChecked: .warning
      }
    return "\(name): \(style.paint(word(report), role)). \(counts(report))"
  }

  /// `FAIL`.
  func word(_ report: Report) -> String {
    switch gate.verdict(of: report) {
    case .fail: "FAIL"
    case .pass: "pass"
    case .incomplete: "INCOMPLETE"
    case .nothingChecked: "NOTHING CHECKED"
    }
  }

  /// `2 clauses broken, 15 things open, 8 attestations due.`
  func counts(_ report: Report) -> String {
    switch gate.verdict(of: report) {
    case .fail, .pass: Self.list(parts(of: report))
    case .incomplete: Self.list(["a limit left files unread"] + parts(of: report))
    case .nothingChecked: Self.list(["no source is declared"] + parts(of: report))
    }
  }

  private func parts(of report: Report) -> [String] {
    let tally = report.tally
    let errors = report.diagnostics.count { $0.severity == .error }
    return Self.count(tally[.broken], "clause", "broken") + Self.count(errors, "error", "in the files")
      + Self.count(tally[.yours], "thing", "open") + Self.count(tally[.conduct], "attestation", "due")
      + (tally[.others] > 0 ? ["\(tally[.others]) for others to settle"] : [])
      + (report.known > 0 ? ["\(report.known) known from the baseline"] : [])
      + (report.leftOut > 0 ? ["\(report.leftOut) left out by the settings"] : [])
  }

  private static func count(_ number: Int, _ what: String, _ state: String) -> [String] {
    number == 0 ? [] : ["\(number) \(what)\(number == 1 ? "" : "s") \(state)"]
  }

  private static func list(_ parts: [String]) -> String {
    guard let first = parts.joined(separator: ", ").first else { return "Nothing is open." }
    return "\(first.uppercased())\(parts.joined(separator: ", ").dropFirst())."
  }
}
