/// How obligations are worded: the data by which texts are read, from `licenses/lexicon/`.
public struct Lexicon: Sendable {
  /// What may be said, each with its wordings.
  public let concepts: [WordingConcept]
  /// What makes a record of what is said.
  public let rules: [WordingRule]

  public init(concepts: [WordingConcept], rules: [WordingRule]) {
    self.concepts = concepts
    self.rules = rules
  }
}

/// One idea with the phrases that express it.
public struct WordingConcept: Sendable, Equatable {
  /// Kebab-case name, `license-copy`.
  public let name: String
  /// Phrases in the notation of `docs/lexicon.md`.
  public let phrases: [String]

  public init(name: String, phrases: [String]) {
    self.name = name
    self.phrases = phrases
  }
}

/// When a frame of a sentence makes an obligation of a kind.
public struct WordingRule: Sendable {
  public let kind: ObligationKind
  public let modality: Modality
  /// The frames that it looks at; empty for whole sentences, whatever their frames.
  public let frames: [FrameForm]
  /// Whom the frame has to speak of; empty for anybody but the licensor.
  public let subjects: [FrameSubject]
  /// All of these have to hold.
  public let all: [WordingTest]
  /// None of these may hold.
  public let none: [WordingTest]
  /// Circumstances where the sentence names none.
  public let triggers: [Trigger]
  /// Circumstances that are added where the sentence names them.
  public let admits: [Trigger]
  /// How far two hits of it are one record.
  public let span: Span
  /// Whether it speaks of sentences that govern a list as well.
  public let readsLeadIns: Bool
  /// Whether it speaks only where no other rule does.
  public let isFallback: Bool
  /// Share of its records that careful readers make as well, from 0 to 1.
  public let confidence: Double

  /// How far two hits of a rule are one record.
  public enum Span: String, Sendable, CaseIterable {
    /// Each frame is a record of its own.
    case frame
    /// One record a sentence or list item.
    case sentence
    /// One record a paragraph.
    case paragraph
    /// One record a clause.
    case clause
    /// One record a list, from its lead-in to its last item.
    case list
  }

  public init(
    kind: ObligationKind, modality: Modality, frames: [FrameForm], subjects: [FrameSubject], all: [WordingTest],
    none: [WordingTest], triggers: [Trigger], admits: [Trigger], span: Span, readsLeadIns: Bool = true,
    isFallback: Bool, confidence: Double
  ) {
    self.kind = kind
    self.modality = modality
    self.frames = frames
    self.subjects = subjects
    self.all = all
    self.none = none
    self.triggers = triggers
    self.admits = admits
    self.span = span
    self.readsLeadIns = readsLeadIns
    self.isFallback = isFallback
    self.confidence = confidence
  }
}

/// One of some concepts, somewhere.
public struct WordingTest: Sendable {
  /// Where it is looked for.
  public let scope: Scope
  /// Names of concepts, of which one is enough.
  public let concepts: [String]

  /// Parts of what a frame stands in.
  public enum Scope: String, Sendable, CaseIterable {
    /// The frame's own words, conditions left out.
    case frame
    /// What the frame is about: the words before its modal verb.
    case subject
    /// The words of its modal verb and behind.
    case predicate
    /// Its main verbs: the words that follow the modal verb, and those that are joined to them.
    case verb
    /// Conditions and exceptions of the sentence and of what governs it.
    case condition
    /// The whole sentence or item.
    case sentence
    /// What governs a list item.
    case lead
    /// The headings of its clause, outwards.
    case heading
  }

  public init(scope: Scope, concepts: [String]) {
    self.scope = scope
    self.concepts = concepts
  }
}

/// What a frame does.
public enum FrameForm: String, Sendable, CaseIterable {
  case must
  case mustNot = "must-not"
  case may
  /// A right that somebody grants: `grants you a licence to`.
  case grant
  /// Leave to leave something undone, or a ban that is none: `need not`, `nothing prevents you from`. Nothing follows
  /// from it, so that no rule looks at it.
  case free
  /// A statement without a modal verb.
  case states
  /// What is said not to be so of a thing or the licensor: `the plan does not include`. It forbids nobody anything.
  case denies
}

/// Whom a frame speaks of.
public enum FrameSubject: String, Sendable, CaseIterable {
  /// The one who is licensed, or uses the service.
  case licensee
  /// The one who licenses, or offers the service.
  case licensor
  /// Both, or the parties.
  case both
  /// A thing, a third party, or nobody named.
  case other
}
