import Compliance

/// What changed terms mean, as text: the terms that differ, the findings that open and close, and whether a sign-off
/// still stands.
struct ImpactText {
  let style: TextStyle

  /// The report, with a line break at its end.
  func render(_ report: ImpactReport) -> String {
    var parts: [[String]] = []
    if let window = report.window, report.changes.isEmpty {
      let known = window.known.map { "; pedigree knows of terms up to \($0)" } ?? ""
      parts.append(["no terms of these sources are known to have changed since \(window.since)\(known)"])
    }
    for (index, change) in report.changes.enumerated() {
      parts.append(terms(change))
      if let project = report.project { parts.append(findings(project.impacts[index], of: project.release)) }
    }
    if let review = report.project?.review { parts.append(signOff(review, report)) }
    return parts.filter { !$0.isEmpty }.joined(separator: [""]).map { "\($0)\n" }.joined()
  }

  // MARK: Terms

  private func terms(_ change: TermsChange) -> [String] {
    let counts = TermsChangeCounts(change)
    let date = change.new.date.map { ", in force from \($0)" } ?? ""
    return [
      style.paint(Self.escaped("\(change.old.id) -> \(change.new.id)\(date): \(counts.line)"), .strong)
    ] + change.differences.flatMap(difference)
      + (change.new.source.map { [style.paint("  \(Self.escaped($0))", .faint)] } ?? [])
  }

  private func difference(_ difference: TermsChange.Difference) -> [String] {
    switch difference {
    case .came(let term): [style.paint("  + \(Self.title(term))", .warning), "      \(Self.escaped(term.summary))"]
    case .went(let term): [style.paint("  - \(Self.title(term))", .good), "      \(Self.escaped(term.summary))"]
    case .changed(let old, let new):
      [style.paint("  ~ \(Self.title(new, from: old))", .warning)]
        + (old.summary == new.summary
          ? ["      \(Self.escaped(new.summary)), in other circumstances"]
          : ["    - \(Self.escaped(old.summary))", "    + \(Self.escaped(new.summary))"])
    }
  }

  private static func title(_ term: TermsChange.Term, from old: TermsChange.Term? = nil) -> String {
    let moved = old.flatMap { $0.clause == term.clause ? nil : "\(clause($0)) -> " } ?? ""
    return escaped("\(term.modality.rawValue) \(term.kind.rawValue) (\(moved)\(clause(term)))")
  }

  private static func clause(_ term: TermsChange.Term) -> String {
    term.clause.isEmpty ? "no clause number" : term.clause
  }

  // MARK: The project

  private func findings(_ impact: Impact, of release: String) -> [String] {
    let name = release.isEmpty ? "the release" : Self.escaped(release)
    guard !impact.sources.isEmpty else {
      return ["\(name): \(Self.escaped(impact.change.old.id)) governs none of its sources, so nothing changes"]
    }
    let sources = Self.escaped(impact.sources.joined(separator: ", "))
    let condition = "if the new terms govern \(sources)"
    guard !impact.findings.isEmpty else { return ["\(name): no finding changes \(condition)"] }
    let counts = [
      (impact.findings.count(where: \.opens), "opens", "open"),
      (impact.findings.count(where: \.closes), "closes", "close"),
      (impact.findings.count { !$0.opens && !$0.closes }, "changes", "change"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? "finding \($0.1)" : "findings \($0.2)")" }
    return [style.paint("\(name): \(counts.joined(separator: ", ")) \(condition)", .strong)]
      + impact.findings.flatMap(finding)
  }

  private func finding(_ change: Impact.FindingChange) -> [String] {
    guard let shown = change.after ?? change.before else { return [] }
    let (before, after) = (Self.word(change.before), Self.word(change.after))
    let role: TextStyle.Role = change.opens ? .error : change.closes ? .good : .faint
    return [
      "  \(style.paint("\(before) -> \(after)", role))  \(Self.escaped(shown.citation)) of \(Self.escaped(shown.source))",
      "      \(Self.escaped(shown.message))",
    ]
  }

  private static func word(_ finding: Finding?) -> String { finding?.status.rawValue ?? "none" }

  // MARK: The sign-off

  private func signOff(_ review: SignOffReview, _ report: ImpactReport) -> [String] {
    let stands = report.project?.stands == true
    let word = stands ? style.paint("still stands", .good) : style.paint("no longer stands", .error)
    let why =
      stands ? "" : review.holds ? ": the changed terms open findings" : ": what was signed has changed, see below"
    return ["the sign-off \(word)\(why)"]
      + ReviewText(style: style).render(review).split(separator: "\n").map(String.init)
  }

  private static func escaped(_ text: String) -> String { TerminalText.escaped(text) }
}

/// How many terms came, went, changed and stayed.
struct TermsChangeCounts {
  private(set) var came = 0
  private(set) var went = 0
  private(set) var changed = 0
  let unchanged: Int

  init(_ change: TermsChange) {
    unchanged = change.unchanged
    for difference in change.differences {
      switch difference {
      case .came: came += 1
      case .went: went += 1
      case .changed: changed += 1
      }
    }
  }

  /// `2 came, 1 went, 3 changed, 20 unchanged`
  var line: String { "\(came) came, \(went) went, \(changed) changed, \(unchanged) unchanged" }
}
