import Compliance
import Obligations

/// Advice as text: the answer, the clause, what to do, and what would settle it.
public struct AdviceText {
  private let style: TextStyle
  /// Whether rules of conduct are listed, not only counted.
  private let isFull: Bool
  private static let mostGrants = 3
  private static let mostFacts = 5

  public init(style: TextStyle, full: Bool = false) {
    self.style = style
    self.isFull = full
  }

  /// The advice, with a line break at its end.
  public func render(_ advice: Advice) -> String {
    let parts = [answer(advice), conditions(advice), settle(advice), conduct(advice)]
    return parts.filter { !$0.isEmpty }.joined(separator: [""]).map { "\($0)\n" }.joined()
  }

  private func answer(_ advice: Advice) -> [String] {
    let headline = style.paint(Self.headline(of: advice), Self.role(of: advice.answer))
    let shown = advice.answer.allows && !isFull ? Array(advice.because.prefix(Self.mostGrants)) : advice.because
    return [headline] + shown.flatMap { reason($0) }
  }

  private static func headline(of advice: Advice) -> String {
    switch advice.answer {
    case .no: "no: \(names(of: advice.because)) \(advice.because.count == 1 ? "forbids" : "forbid") it"
    case .yes: "yes: nothing forbids it, and nothing is left to do"
    case .yesIf:
      "yes, if you do what \(names(of: advice.conditions)) \(Set(advice.conditions.map(\.license)).count == 1 ? "asks" : "ask") for"
    case .unknown:
      advice.settle.first.map { first in
        first.outcomes.contains { $0.answer != .unknown }
          ? "it depends: \(first.question)" : "unknown: \(first.question)"
      } ?? "unknown"
    }
  }

  /// The licences of some terms, at most three of them by name.
  private static func names(of terms: [AdviceTerm]) -> String {
    let names = terms.map(\.license).unique()
    let shown = names.prefix(3).joined(separator: ", ")
    return TerminalText.escaped(names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown)
  }

  private static func role(of answer: Answer) -> TextStyle.Role {
    switch answer {
    case .no: .error
    case .unknown: .warning
    case .yesIf, .yes: .good
    }
  }

  /// `must-not compete (2(e)): don't …`, with the address of the text.
  private func reason(_ term: AdviceTerm) -> [String] {
    [
      "  \(TerminalText.escaped(term.license)), \(TerminalText.escaped(term.clause)): \(TerminalText.escaped(term.summary))"
    ] + (term.link.map { [style.paint("    \(TerminalText.escaped($0))", .faint)] } ?? [])
  }

  private func conditions(_ advice: Advice) -> [String] {
    guard advice.answer != .no, !advice.conditions.isEmpty else { return [] }
    let heading = advice.answer == .unknown ? "and if it may be done" : "what to do"
    return [style.paint(heading, .strong)] + advice.conditions.flatMap { condition($0) }
  }

  private func condition(_ term: AdviceTerm) -> [String] {
    let mark =
      switch term.met {
      case .yes: "[x]"
      case .no: "[!]"
      case .unknown: "[ ]"
      }
    var lines = [
      "  \(mark) \(TerminalText.escaped(term.summary)) (\(TerminalText.escaped(term.license)), \(TerminalText.escaped(term.clause)))"
    ]
    if term.met != .yes, let remedy = term.remedy { lines.append("      \(TerminalText.escaped(remedy))") }
    if !term.onlyIf.isEmpty {
      lines.append("      only if: \(TerminalText.escaped(term.onlyIf.joined(separator: " and ")))")
    }
    return lines
  }

  private func settle(_ advice: Advice) -> [String] {
    let (law, facts) = (advice.settle.filter(\.isLaw), advice.settle.filter { !$0.isLaw })
    return listed(facts, under: "what settles it") + (facts.isEmpty || law.isEmpty ? [] : [""])
      + listed(law, under: "what lawyers read differently")
  }

  private func listed(_ facts: [OpenFact], under heading: String) -> [String] {
    guard !facts.isEmpty else { return [] }
    let shown = isFull ? facts : Array(facts.prefix(Self.mostFacts))
    let rest = facts.count - shown.count
    return [style.paint(heading, .strong)] + shown.flatMap { settling($0) }
      + (rest > 0 ? ["  \(rest) more: --verbose"] : [])
  }

  private func settling(_ fact: OpenFact) -> [String] {
    let lines = ["  \(TerminalText.escaped(fact.question))"]
    guard !fact.outcomes.isEmpty else { return lines + ["    \(TerminalText.escaped(fact.place))"] }
    let width = fact.outcomes.map(\.value.count).max() ?? 0
    return lines
      + fact.outcomes.map { outcome in
        let value = outcome.value + String(repeating: " ", count: width - outcome.value.count)
        let answer = outcome.answer.words
        return "    \(TerminalText.escaped(value)) -> \(style.paint(answer, Self.role(of: outcome.answer)))"
          + String(repeating: " ", count: Self.widestAnswer - answer.count)
          + style.paint("  \(TerminalText.escaped(outcome.option))", .faint)
      }
  }

  private static let widestAnswer = Answer.allCases.map(\.words.count).max() ?? 0

  private func conduct(_ advice: Advice) -> [String] {
    guard advice.answer != .no, !advice.conduct.isEmpty else { return [] }
    let heading = style.paint("how you and your users may use it", .strong)
    if isFull {
      return [heading]
        + advice.conduct.map { term in
          "  \(TerminalText.escaped(term.summary)) (\(TerminalText.escaped(term.license)), \(TerminalText.escaped(term.clause)))"
        }
    }
    let count = advice.conduct.count
    return [
      style.paint(
        "\(count) \(count == 1 ? "rule" : "rules") of conduct of \(Self.names(of: advice.conduct)): --verbose", .faint)
    ]
  }
}

extension Answer {
  /// The answer as text shows it.
  public var words: String {
    switch self {
    case .no: "no"
    case .unknown: "depends"
    case .yesIf: "yes, if"
    case .yes: "yes"
    }
  }
}
