import Compliance
import Diagnostics
import Obligations

/// `check` as text: what is broken and what is open, each with its line, clause, path and help.
public struct CheckText {
  private let style: TextStyle
  /// Most questions that are listed at the end.
  private static let mostQuestions = 5
  /// Most further sources or clauses that are listed below a finding.
  private static let mostOthers = 4

  public init(style: TextStyle) {
    self.style = style
  }

  /// The report, with a line break at its end.
  func render(_ report: Report, gate: Gate) -> String {
    var lines =
      [VerdictText(style: style, gate: gate).line(report), ""] + report.diagnostics.flatMap { diagnostic($0) }
    for group in groups(of: report.findings.filter(isShown)) {
      lines += self.finding(group[0], alsoIn: group.dropFirst())
    }
    lines += summary(report)
    return lines.map { "\($0)\n" }.joined()
  }

  /// Messages about input that could not be checked.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.flatMap { diagnostic($0) }.map { "\($0)\n" }.joined()
  }

  /// The same finding for several sources or clauses is told once.
  private func groups(of findings: [Finding]) -> [[Finding]] {
    struct Key: Hashable {
      let id: String
      let status: Status
    }
    return findings.grouped { finding in
      Key(id: finding.license.isEmpty ? "\(finding.id) \(finding.source)" : finding.id, status: finding.status)
    }
  }

  /// What the author can't settle is counted, not listed.
  private func isShown(_ finding: Finding) -> Bool {
    finding.concern == .broken || finding.concern == .yours
  }

  private func diagnostic(_ diagnostic: Diagnostic) -> [String] {
    var lines = [headline(diagnostic.location, diagnostic.severity, diagnostic.summary, id: diagnostic.id)]
    if let location = diagnostic.location { lines += Snippet(location: location).lines(style) }
    if let help = diagnostic.help { lines.append(note("help", help)) }
    return lines + [""]
  }

  private func finding(_ finding: Finding, alsoIn others: ArraySlice<Finding>) -> [String] {
    var lines = [headline(finding.location, finding.severity, finding.message, id: finding.id)]
    if let location = finding.location { lines += Snippet(location: location).lines(style) }
    if !finding.clause.isEmpty { lines.append(note("clause", "\(finding.license), \(finding.clause)")) }
    for other in others.prefix(Self.mostOthers) {
      let place = other.source == finding.source ? other.clause : PathText.line(other.path)
      lines.append(note("also", other.source == finding.source ? "\(place): \(other.summary)" : place))
    }
    if others.count > Self.mostOthers {
      lines.append(note("also", "\(others.count - Self.mostOthers) more, see `pedigree audit`"))
    }
    if !finding.path.isEmpty { lines.append(note("path", PathText.line(finding.path))) }
    for evidence in finding.evidence where evidence.location != finding.location {
      let place = evidence.location.map { "\(PlaceText.named($0) ?? PlaceText.short($0)): " } ?? ""
      lines.append(note("because", "\(place)\(evidence.says)"))
    }
    if let help = finding.help { lines.append(note("help", help)) }
    return lines + [""]
  }

  private func headline(_ location: SourceLocation?, _ severity: Severity, _ message: String, id: String) -> String {
    let place = location.map { "\(TerminalText.escaped(PlaceText.full($0))): " } ?? ""
    return "\(place)\(style.paint("\(severity.rawValue):", role(of: severity))) "
      + "\(style.paint(TerminalText.escaped(message), .strong)) [\(TerminalText.escaped(id))]"
  }

  private func note(_ label: String, _ text: String) -> String {
    "  = \(style.paint("\(label):", .note)) \(TerminalText.escaped(text))"
  }

  private func role(of severity: Severity) -> TextStyle.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  private func summary(_ report: Report) -> [String] {
    var lines = [
      [
        "\(report.count(.satisfied)) satisfied", "\(report.count(.waived)) waived",
        "\(report.count(.notTriggered)) not triggered",
      ].joined(separator: ", ")
    ]
    let questions = report.questions.filter { $0.settler == .you }.prefix(Self.mostQuestions)
    if !questions.isEmpty {
      lines.append("What to answer first:")
      for (number, ranked) in questions.enumerated() {
        let settles = ranked.findings == 1 ? "1 finding" : "\(ranked.findings) findings"
        lines.append("  \(number + 1). \(TerminalText.escaped(ranked.question.text)) (\(settles))")
        lines.append("     \(TerminalText.escaped(ranked.question.answer))")
      }
    }
    return lines
  }
}
