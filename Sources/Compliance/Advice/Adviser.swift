import LicenseKnowledge
import Obligations
import Provenance

/// Answers "may I?" about a project: weighs it as it is, and again under every way in which open facts can turn out.
public struct Adviser: Sendable {
  private let today: CalendarDate?

  /// An adviser; `today` decides which attestations and waivers count.
  public init(today: CalendarDate?) {
    self.today = today
  }

  /// Whether the release may be made as its project says, and what it would have to meet.
  public func advise(on assessment: Assessment) -> Advice {
    let assessment = assessment.answering(Answers(of: assessment.project).onEveryDay(of: assessment))
    let judgement = Judgement(assessment, today: today)
    var answer = judgement.answer
    var settle: [OpenFact] = []
    if answer == .unknown {
      let open = OpenFacts(judgement, of: assessment, today: today)
      answer = open.agreed ?? .unknown
      if answer == .unknown { settle = open.ranked() }
    }
    let terms = AdviceTerms(library: assessment.library)
    let because: [AdviceTerm]
    switch answer {
    case .no: because = terms.terms(of: judgement.forbidding.isEmpty ? judgement.perhaps : judgement.forbidding)
    case .unknown: because = terms.terms(of: judgement.perhaps)
    case .yes, .yesIf: because = terms.grants(of: assessment)
    }
    return Advice(
      answer: answer, because: because, conditions: terms.terms(of: judgement.conditions),
      conduct: terms.terms(of: judgement.conduct), settle: settle)
  }

  /// Advice for each way of releasing a project, its other facts as declared.
  public func scenarios(of assessment: Assessment, forms: [ReleaseForm] = Scenario.order) -> [Scenario] {
    forms.map { form in
      var answers = Answers(of: assessment.project)
      answers.release.forms = .assumed([form])
      let released = assessment.answering(answers)
      return Scenario(
        form: form, advice: advise(on: released), ifCommercial: answer(to: released, isCommercial: true),
        ifNotCommercial: answer(to: released, isCommercial: false))
    }
  }

  private func answer(to assessment: Assessment, isCommercial: Bool) -> Answer {
    var answers = Answers(of: assessment.project)
    answers.release.commercial = .assumed(isCommercial)
    return advise(on: assessment.answering(answers)).answer
  }
}

/// A release that goes out in one way, and what that asks for.
public struct Scenario: Sendable {
  public let form: ReleaseForm
  public let advice: Advice
  /// The answer if it is commercial, whatever the project says, and if it is not.
  public let ifCommercial: Answer
  public let ifNotCommercial: Answer

  /// From what asks for the least to what asks for the most.
  public static let order: [ReleaseForm] = [.internal, .hosted, .weights, .product]
}

extension Answers {
  /// The answers with the numbers that a project gives without a day taken for the days that texts name as well: who
  /// asks before the work is done gives one number.
  func onEveryDay(of assessment: Assessment) -> Answers {
    var answers = self
    for license in assessment.subjects.flatMap({ [$0.license] + $0.alternatives }) {
      for obligation in license.obligations {
        obligation.condition?.visit { condition in
          guard case .scale(let measure, _, let day?) = condition, let number = answers.release.measures[measure],
            answers.release.earlierMeasures[measure]?[day] == nil
          else { return }
          answers.release.earlierMeasures[measure, default: [:]][day] = number
        }
      }
    }
    return answers
  }
}
