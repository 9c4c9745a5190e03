import Compliance
import Obligations

/// Scenarios side by side: a row for each obligation, a column for each way of releasing.
struct ScenarioTable {
  /// A row: what it is about, what it says, and how it fares in each column.
  struct Row {
    let label: String
    let summary: String
    let cells: [Cell]
  }

  /// What an obligation means for one way of releasing.
  enum Cell: String {
    case none = "-"
    case met
    case duty = "do"
    case perhaps = "maybe"
    case clashes
    case forbids
    case mayForbid = "may forbid"
  }

  let columns: [String]
  let answers: [Answer]
  /// The answers where the release is commercial, and where it is not.
  let commercial: [Answer]
  let nonCommercial: [Answer]
  let rows: [Row]

  init(_ scenarios: [Scenario]) {
    columns = scenarios.map(\.form.rawValue)
    answers = scenarios.map(\.advice.answer)
    commercial = scenarios.map(\.ifCommercial)
    nonCommercial = scenarios.map(\.ifNotCommercial)
    struct Key: Hashable {
      let license: String
      let kind: FindingKind
      let clause: String
    }
    func key(_ term: AdviceTerm) -> Key { Key(license: term.license, kind: term.kind, clause: term.clause) }
    let cells = scenarios.map { scenario in
      let duties = scenario.advice.conditions.map { (key($0), Self.cell($0)) }
      let bans = scenario.advice.because.map { (key($0), scenario.advice.answer == .no ? Cell.forbids : .mayForbid) }
      return Dictionary(scenario.advice.answer.allows ? duties : bans + duties) { first, _ in first }
    }
    let terms = scenarios.flatMap { scenario in
      scenario.advice.answer.allows ? scenario.advice.conditions : scenario.advice.because + scenario.advice.conditions
    }
    var seen: Set<Key> = []
    rows = terms.filter { seen.insert(key($0)).inserted }.map { term in
      Row(
        label: "\(term.license)/\(term.kind.rawValue) (\(term.clause))", summary: term.summary,
        cells: cells.map { $0[key(term)] ?? .none })
    }
  }

  private static func cell(_ term: AdviceTerm) -> Cell {
    switch term.met {
    case .yes: .met
    case .no: .clashes
    case .unknown: term.onlyIf.isEmpty ? .duty : .perhaps
    }
  }

  /// The rows of answers, above those of obligations.
  var heads: [(label: String, answers: [Answer])] {
    commercial == nonCommercial && commercial == answers
      ? [("answer", answers)]
      : [("answer", answers), ("if commercial", commercial), ("if not commercial", nonCommercial)]
  }
}

/// The formats of `scenarios`.
public enum ScenarioFormat: String, Sendable, CaseIterable {
  case text, markdown, json, html

  /// The scenarios of a release, with a line break at the end.
  public func render(_ scenarios: [Scenario], of release: String, style: TextStyle) throws -> String {
    switch self {
    case .text: ScenarioText(style: style).render(ScenarioTable(scenarios), of: release)
    case .markdown: ScenarioMarkdown().render(ScenarioTable(scenarios), of: release)
    case .json: try AdviceJSON().render(scenarios, of: release)
    case .html: ScenarioHTML().render(ScenarioTable(scenarios), of: release)
    }
  }
}
