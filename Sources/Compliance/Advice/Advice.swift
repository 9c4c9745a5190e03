import Obligations
import Provenance

/// What may be said to "may I?".
public enum Answer: String, Sendable, CaseIterable {
  /// A prohibition applies however the open facts turn out, or another licence would have to be asked for.
  case no
  /// It depends on facts that are open, or on texts that nobody here has read.
  case unknown
  /// Nothing forbids it, and there is something to do.
  case yesIf = "yes-if"
  /// Nothing forbids it, and nothing is left to do.
  case yes

  /// Whether it may be done.
  public var allows: Bool { self == .yes || self == .yesIf }
}

/// An answer to "may I?", with its reasons and what follows from it.
public struct Advice: Sendable {
  /// Whether it may be done.
  public let answer: Answer
  /// For no and unknown the clauses that forbid it or may do so; else the grants that allow it.
  public let because: [AdviceTerm]
  /// What the release would have to meet, also what a proposal meets already.
  public let conditions: [AdviceTerm]
  /// What binds whoever uses the thing, however it is released; it never makes a yes a yes-if.
  public let conduct: [AdviceTerm]
  /// What would decide an unknown, the most decisive first.
  public let settle: [OpenFact]
}

/// A clause on which an answer rests.
public struct AdviceTerm: Sendable, Hashable {
  /// The licence's id.
  public let license: String
  public let kind: FindingKind
  public let modality: Modality
  /// The clause as a reader cites it; never empty.
  public let clause: String
  /// The artefact that brings it.
  public let source: String
  /// What it says, in our words.
  public let summary: String
  /// Where the text is published.
  public let link: String?
  /// For conditions, whether what is proposed meets it.
  public let met: Truth
  /// Text to paste and the like, that would meet it; nil where no file shows it.
  public let remedy: String?
  /// The facts on which it depends whether the clause applies; empty where it does.
  public let onlyIf: [String]
}

/// A fact that is open, and what each answer to it leads to.
public struct OpenFact: Sendable {
  /// Its id, as `missing` of a report cites it: `release.commercial`; `other` where no key exists.
  public let fact: String
  /// The question, without what each answer leads to.
  public let question: String
  /// Where to put the answer in a declaration.
  public let place: String
  /// Whether lawyers answer it differently.
  public let isLaw: Bool
  /// Which fact it is.
  let kind: QuestionKind
  /// The answers that make a difference; empty where they can't be listed.
  public let outcomes: [Outcome]

  /// What follows from one answer.
  public struct Outcome: Sendable, Hashable {
    /// The answer to the open fact: `yes`.
    public let value: String
    /// How `ask` takes it: `--competes-with OpenAI`.
    public let option: String
    /// What it leads to.
    public let answer: Answer
  }

  /// A question of which nobody has tried the answers; what has no key of its own is called `other`.
  init(_ question: Question, outcomes: [Outcome] = []) {
    let isAboutLicense = question.kind == .outboundLicense
    fact = question.isAttestation || isAboutLicense ? "other" : question.kind.onAnyDay.id
    self.question =
      isAboutLicense ? "do its own limits, in words of its own, keep what the sources want kept?" : question.text
    place = question.answer
    isLaw = question.isLaw
    kind = question.kind
    self.outcomes = outcomes
  }
}

extension QuestionKind {
  /// The fact as somebody gives it who asks before the work is done: one number, whichever day a text names.
  fileprivate var onAnyDay: QuestionKind {
    if case .scale(let measure, _) = self { .scale(measure, on: nil) } else { self }
  }
}
