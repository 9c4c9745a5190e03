import Obligations
import Provenance

/// A question that is answered fact by fact: each time the open fact that decides the most.
public struct Interview: Sendable {
  /// What is advised by the facts so far.
  public private(set) var advice: Advice
  private var assessment: Assessment
  private let adviser: Adviser
  /// Facts that were asked for, whether or not somebody knew them.
  private var asked: Set<String> = []
  /// How answers are said to `ask`, but for those about makers.
  private var told: [String] = []
  /// Whether the release competes with makers, as far as that was answered.
  private var rivals: [String: Bool] = [:]

  /// An interview about a project; `today` decides which attestations and waivers count.
  public init(_ assessment: Assessment, today: CalendarDate?) {
    self.assessment = assessment
    adviser = Adviser(today: today)
    advice = adviser.advise(on: assessment)
  }

  /// What to ask next: the most decisive fact whose answers can be listed; nil where nothing is left to ask.
  public var question: OpenFact? { open.first }

  private var open: [OpenFact] { advice.settle.filter { !$0.outcomes.isEmpty && !asked.contains($0.fact) } }

  /// How the answers that count are said to `ask`: `--commercial yes`.
  public var options: [String] {
    guard let makers = assessment.project.manifest?.licensee.competesWith?.value, !rivals.isEmpty else { return told }
    return told + (makers.isEmpty ? ["--competes-with none"] : makers.map { FactValue.competing(with: $0) })
  }

  /// Leaves a question open.
  public mutating func skip(_ question: OpenFact) { asked.insert(question.fact) }

  /// Takes the answer to a question, as one of its outcomes.
  public mutating func answer(_ question: OpenFact, with outcome: OpenFact.Outcome) {
    asked.insert(question.fact)
    if case .competes(let maker) = question.kind {
      rivals[maker] = outcome.value == FactValue.yes
      return settleRivals()
    }
    let value = (FactValues(assessment).values(of: question.kind) ?? []).first { $0.label == outcome.value }
    guard let value else { return }
    told.append(outcome.option)
    put(Answers(of: assessment.project).with(value))
  }

  /// A list of makers with whom somebody competes denies all others, so it counts when all have been asked about that
  /// matter, or where those on it decide by themselves.
  private mutating func settleRivals() {
    var answers = Answers(of: assessment.project)
    answers.licensee.competesWith = .assumed(rivals.filter(\.value).keys.sorted())
    let isListed = advice.settle.allSatisfy { fact in
      if case .competes(let maker) = fact.kind { rivals[maker] != nil } else { true }
    }
    if isListed || adviser.advise(on: assessment.answering(answers)).answer == .no { put(answers) }
  }

  private mutating func put(_ answers: Answers) {
    assessment = assessment.answering(answers)
    advice = adviser.advise(on: assessment)
  }
}
