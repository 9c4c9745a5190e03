import Compliance
import Obligations

/// Advice as JSON, after `docs/advice.schema.json`.
public struct AdviceJSON {
  public init() {}

  /// The advice on a question.
  public func render(_ advice: Advice) throws -> String { try JSONText.render(Self.value(of: advice)) }

  /// The scenarios of a release.
  public func render(_ scenarios: [Scenario], of release: String) throws -> String {
    try JSONText.render(
      [
        "release": .text(release),
        "scenarios": .list(
          scenarios.map { scenario in
            ([
              "how": .text(scenario.form.rawValue), "if-commercial": .text(scenario.ifCommercial.rawValue),
              "if-not-commercial": .text(scenario.ifNotCommercial.rawValue),
            ] as JSONValue).adding(Self.value(of: scenario.advice))
          }),
      ] as JSONValue)
  }

  static func value(of advice: Advice) -> JSONValue {
    [
      "answer": .text(advice.answer.rawValue),
      "because": .list(advice.because.map { term($0) }),
      "conditions": .list(advice.conditions.map { term($0, isCondition: true) }),
      "conduct": .list(advice.conduct.map { term($0) }),
      "settle": .list(advice.settle.map(Self.fact)),
    ]
  }

  static func term(_ term: AdviceTerm, isCondition: Bool = false) -> JSONValue {
    [
      "license": .text(term.license), "kind": .text(term.kind.rawValue), "modality": .text(term.modality.rawValue),
      "clause": .text(term.clause), "source": .text(term.source), "summary": .text(term.summary),
      "link": .text(ifAny: term.link), "met": isCondition ? .text(word(term.met)) : nil,
      "remedy": .text(ifAny: term.remedy), "only-if": .texts(ifAny: term.onlyIf),
    ]
  }

  static func fact(_ fact: OpenFact) -> JSONValue {
    let leads = fact.outcomes.map { "\($0.value): \($0.answer.rawValue)" }.joined(separator: "; ")
    return [
      "fact": .text(fact.fact),
      "question": .text(fact.question + (leads.isEmpty ? "" : " (\(leads))")),
      "law": .flag(fact.isLaw),
      "outcomes": .list(
        ifAny: fact.outcomes.map {
          ["value": .text($0.value), "option": .text($0.option), "answer": .text($0.answer.rawValue)]
        }),
    ]
  }

  private static func word(_ truth: Truth) -> String {
    switch truth {
    case .yes: "yes"
    case .no: "no"
    case .unknown: "unknown"
    }
  }
}
