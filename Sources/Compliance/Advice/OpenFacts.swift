import Obligations
import Provenance

/// The facts on which an unknown answer depends, and what it becomes under each of their values.
struct OpenFacts {
  private let judgement: Judgement
  private let assessment: Assessment
  private let today: CalendarDate?
  private let values: FactValues
  /// Most worlds that are weighed to find out whether they agree.
  private static let mostWorlds = 64

  init(_ judgement: Judgement, of assessment: Assessment, today: CalendarDate?) {
    self.judgement = judgement
    self.assessment = assessment
    self.today = today
    self.values = FactValues(assessment)
  }

  /// The answer to which every way of settling the open facts leads; nil where they differ, or can't all be listed.
  var agreed: Answer? {
    guard judgement.gaps.isEmpty else { return nil }
    var worlds: [Answers] = [Answers(of: assessment.project)]
    for question in questions.map(\.question) {
      guard let values = values.values(of: question.kind), worlds.count * values.count <= Self.mostWorlds else {
        return nil
      }
      worlds = worlds.flatMap { world in values.map { world.with($0) } }
    }
    let answers = Set(worlds.map { answer(under: $0) })
    if answers.count == 1 { return answers.first == .unknown ? nil : answers.first }
    return answers == [.yes, .yesIf] ? .yesIf : nil
  }

  /// The open facts, the most decisive first; what only lawyers settle last.
  func ranked() -> [OpenFact] {
    questions.map { entry in (fact: fact(entry.question), count: entry.count) }.sorted { left, right in
      func key(_ entry: (fact: OpenFact, count: Int)) -> (Int, Int, Int, String) {
        (
          entry.fact.isLaw ? 1 : 0, -entry.fact.outcomes.count { $0.answer != .unknown }, -entry.count, entry.fact.fact
        )
      }
      return key(left) < key(right)
    }.map(\.fact)
  }

  /// The questions that are open, with how many findings wait for each.
  private var questions: [(question: Question, count: Int)] {
    var counts: [Question: Int] = [:]
    var order: [Question] = []
    for finding in judgement.perhaps + judgement.gaps {
      let missing = finding.missing.unique()
      // Nobody can vouch for what is not done yet: where nothing else is missing, the clause itself is the question.
      let facts = missing.filter { !$0.isAttestation }
      for question in facts.isEmpty ? [.whetherApplies(finding)] : facts {
        if counts.updateValue((counts[question] ?? 0) + 1, forKey: question) == nil { order.append(question) }
      }
    }
    return order.map { ($0, counts[$0] ?? 0) }
  }

  private func fact(_ question: Question) -> OpenFact {
    let world = Answers(of: assessment.project)
    let outcomes = (values.values(of: question.kind) ?? []).map { value in
      OpenFact.Outcome(value: value.label, option: value.option, answer: answer(under: world.with(value)))
    }
    return OpenFact(question, outcomes: outcomes)
  }

  private func answer(under answers: Answers) -> Answer {
    Judgement(assessment.answering(answers), today: today).answer
  }
}

extension Answers {
  func with(_ value: FactValue) -> Answers {
    var answers = self
    value.apply(&answers)
    return answers
  }
}

extension Question {
  var isAttestation: Bool {
    if case .attestation = kind { true } else { false }
  }

  var isLaw: Bool {
    if case .interpretation = kind { true } else { false }
  }

  /// Whether a prohibition applies about which a declaration has no key.
  fileprivate static func whetherApplies(_ finding: Finding) -> Question {
    Question(
      .attestation(license: finding.license), "does this speak of what you do: \(finding.summary)?",
      answer: "read \(finding.license), \(finding.clause), and attest `\(finding.id)` under `attest:` in pedigree.yaml")
  }
}
