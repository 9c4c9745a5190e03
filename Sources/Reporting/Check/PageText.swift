import Compliance
import Diagnostics

/// `check` as one page: the verdict, what is broken in full, a row for each source, and what settles the most.
struct PageText {
  let style: TextStyle
  let gate: Gate

  /// Most broken clauses that are shown in full, and most further ones on a line of their own.
  private static let mostErrors = 2
  private static let mostErrorLines = 4
  private static let mostMessages = 2
  /// Rows and actions; fewer where something is broken, which comes first.
  private static let mostRows = (passing: 6, failing: 2)
  private static let mostActions = (passing: 3, failing: 1)
  /// Columns for the name of a source, and for what is open about it.
  private static let nameWidth = 34
  private static let reasonWidth = 50

  /// The page, with a line break at its end.
  func render(_ report: Report) -> String {
    let parts = [
      [VerdictText(style: style, gate: gate).line(report)] + assumptions(report), errors(report), messages(report),
      sources(report), actions(report) + more(report),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: [""]).map { "\($0)\n" }.joined()
  }

  /// What is taken for granted about the law, and what would have to be answered.
  private func assumptions(_ report: Report) -> [String] {
    if let stance = report.stance {
      return report.assumptions.isEmpty
        ? [] : ["assumed (\(stance.rawValue)): \(report.assumptions.map(Self.answer).joined(separator: ", "))"]
    }
    let waiting = report.findings.count { $0.concern == .others && $0.settler == .law }
    guard waiting > 0 else { return [] }
    return ["\(waiting) wait for questions of law; add to pedigree.yaml: `interpret: { otherwise: cautious }`"]
  }

  /// `adapter-is-derivative: yes`, of what a proof says.
  private static func answer(_ says: String) -> String {
    let answer = says.split(separator: ",", maxSplits: 1).first.map(String.init) ?? says
    return answer.hasPrefix("interpret.") ? String(answer.dropFirst("interpret.".count)) : answer
  }

  // MARK: What is broken

  private func errors(_ report: Report) -> [String] {
    let broken = Broken(report)
    let full = broken.groups.prefix(Self.mostErrors).map { block($0) }
    let rest = broken.groups.dropFirst(Self.mostErrors)
    var lines = rest.prefix(Self.mostErrorLines).map { group in
      headline(group.severity, group.id, group.message)
        + (group.location.map { " (\(TerminalText.escaped(PlaceText.short($0))))" } ?? "")
    }
    if rest.count > Self.mostErrorLines { lines.append("\(rest.count - Self.mostErrorLines) more: pedigree check -v") }
    return Array((full + (lines.isEmpty ? [] : [lines])).joined(separator: [""]))
  }

  private func block(_ group: Broken.Group) -> [String] {
    var lines = [headline(group.severity, group.id, group.message)]
    if let location = group.location {
      lines.append("  --> \(TerminalText.escaped(PlaceText.full(location)))")
      lines += Snippet(location: location).lines(style).dropFirst()
    }
    lines += group.clauses.map { note($0.isEmpty ? "clause" : "clause \($0.clause)", $0.summary) }
    if group.sources.count > 1 { lines.append(note("also", group.sources.dropFirst().joined(separator: ", "))) }
    if let fix = group.fix { lines.append(note("fix", fix)) }
    return lines
  }

  private func headline(_ severity: Severity, _ id: String, _ message: String) -> String {
    "\(style.paint("\(severity.rawValue)[\(TerminalText.escaped(id))]:", .error)) "
      + style.paint(TerminalText.escaped(message), .strong)
  }

  private func note(_ label: String, _ text: String) -> String {
    "   = \(style.paint("\(label):", .note)) \(TerminalText.escaped(text))"
  }

  // MARK: What is open

  /// Mistakes in the files that don't keep the check from running.
  private func messages(_ report: Report) -> [String] {
    let warnings = report.diagnostics.filter { $0.severity == .warning }
    var lines = warnings.prefix(Self.mostMessages).map { warning in
      let place = warning.location.map { "\(TerminalText.escaped(PlaceText.short($0))): " } ?? ""
      return "\(style.paint("warning[\(warning.id)]:", .warning)) \(place)\(TerminalText.escaped(warning.summary))"
    }
    if warnings.count > Self.mostMessages {
      lines.append("\(warnings.count - Self.mostMessages) more warnings about the files: pedigree check -v")
    }
    return lines
  }

  private func sources(_ report: Report) -> [String] {
    let rows = OpenSources(report, most: report.tally[.broken] == 0 ? Self.mostRows.passing : Self.mostRows.failing)
      .rows
    guard !rows.isEmpty else { return [] }
    let names = rows.map { Self.cut(TerminalText.escaped($0.name), to: Self.nameWidth) }
    let reasons = rows.map { Self.cut(TerminalText.escaped($0.reason), to: Self.reasonWidth) }
    let nameWidth = max(names.map(\.count).max() ?? 0, "open sources".count - 2)
    let reasonWidth = reasons.map(\.count).max() ?? 0
    let heading = Self.padded("open sources", to: nameWidth + 2 + 2 + reasonWidth) + "  you  others"
    return [style.paint(heading, .strong)]
      + rows.indices.map { index in
        "  \(Self.padded(names[index], to: nameWidth))  \(Self.padded(reasons[index], to: reasonWidth))  "
          + "\(Self.number(rows[index].yours, width: 3))  \(Self.number(rows[index].others, width: 6))"
      }
  }

  private func actions(_ report: Report) -> [String] {
    let most = report.tally[.broken] == 0 ? Self.mostActions.passing : Self.mostActions.failing
    let actions = report.questions.filter(Self.isAction).prefix(most)
    guard !actions.isEmpty else { return [] }
    return [style.paint("do this first", .strong)]
      + actions.enumerated().flatMap { number, action in
        [
          "  \(number + 1). \(TerminalText.escaped(action.question.text)) (\(action.findings) open)",
          "     \(TerminalText.escaped(action.question.answer))",
        ]
      }
  }

  /// Whether the author can do something about a question: answer it, or confirm or deny what a name suggests.
  private static func isAction(_ ranked: Report.RankedQuestion) -> Bool {
    if case .guess = ranked.question.kind { return true }
    return ranked.settler == .you
  }

  private func more(_ report: Report) -> [String] {
    guard report.tally.total > 0 else { return [] }
    let clause = report.findings.first { $0.isOpen && !$0.isKnown && !$0.license.isEmpty }?.id
    return [
      style.paint(
        "more: pedigree check -v | with proof: pedigree audit"
          + (clause.map { " | a clause: pedigree explain \(TerminalText.escaped($0))" } ?? ""), .faint)
    ]
  }

  // MARK: Columns

  private static func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : "\(text.prefix(width - 1))…"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func number(_ number: Int, width: Int) -> String {
    let text = number == 0 ? "-" : String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
