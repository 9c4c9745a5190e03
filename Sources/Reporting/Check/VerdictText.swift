import Compliance
import Diagnostics

/// The one line that says what a report comes to.
struct VerdictText {
  let style: TextStyle
  let gate: Gate

  /// `acme/next-1b: FAIL. 2 clauses broken, 15 things open, 8 attestations due.`
  func line(_ report: Report) -> String {
    let name = report.release.isEmpty ? "a release without a name" : TerminalText.escaped(report.release)
    let parts = counts(report)
    switch gate.verdict(of: report) {
    case .fail: return "\(name): \(style.paint("FAIL", .error)). \(Self.list(parts))"
    case .pass: return "\(name): \(style.paint("pass", .good)). \(Self.list(parts))"
    case .nothingChecked:
      return "\(name): \(style.paint("NOTHING CHECKED", .warning)). \(Self.list(["no source is declared"] + parts))"
    }
  }

  private func counts(_ report: Report) -> [String] {
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
