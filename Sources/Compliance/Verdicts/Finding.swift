import Diagnostics
import Obligations
import Provenance

/// What became of one obligation.
public enum Status: String, Sendable, CaseIterable {
  case satisfied, violated, undetermined
  case notTriggered = "not-triggered"
  case waived
}

/// One obligation that a source brings to the release, with its status and its proof.
public struct Finding: Sendable {
  /// The licence's id; empty where no licence speaks.
  public let license: String
  public let kind: FindingKind
  public let modality: Modality
  /// The clause as a reader cites it; empty where no clause speaks.
  public let clause: String
  /// The artefact that brings the obligation.
  public let source: String
  /// From the source to the release.
  public let path: [PathStep]
  public var status: Status
  /// How much it weighs; `Settlement` decides.
  public internal(set) var severity = Severity.note
  /// Who can settle it; nil where nothing is open.
  public internal(set) var settler: Settler?
  /// Whether it waits for a fact that another finding asks for, and is told by that one.
  public internal(set) var isWaiting = false
  /// Whether the baseline has it, so that it does not fail.
  public internal(set) var isKnown = false
  /// One line: lower case at the start, no full stop.
  public let message: String
  /// What the clause demands, in our words.
  public let summary: String
  /// Whether it applies, met or not; unknown for what no clause says.
  public let applies: Truth
  /// What meets it; nil for what no clause says and for the outbound rule.
  public let requirement: Requirement?
  /// The words of the text that demand it; nil where the knowledge says it, in our words.
  public let words: String?
  /// The place to look at first; nil where only the command line is to blame.
  public let location: SourceLocation?
  /// How sure a machine's reading of the obligation is, from 0 to 1; nil for what the knowledge says.
  public var confidence: Double?
  /// Facts that decided it.
  public var evidence: [Evidence]
  /// Facts that would settle it, if it is undetermined.
  public let missing: [Question]
  /// What to do.
  public var help: String?

  init(
    license: String = "", kind: FindingKind, modality: Modality = .none, clause: String = "", source: String,
    path: [PathStep] = [], status: Status, message: String, summary: String, applies: Truth = .unknown,
    requirement: Requirement? = nil, words: String? = nil, location: SourceLocation?, confidence: Double? = nil,
    evidence: [Evidence], missing: [Question] = [], help: String?
  ) {
    self.license = license
    self.kind = kind
    self.modality = modality
    self.clause = clause
    self.source = source
    self.path = path
    self.status = status
    self.message = message
    self.summary = summary
    self.applies = applies
    self.requirement = requirement
    self.words = words
    self.location = location
    self.confidence = confidence
    self.evidence = evidence
    self.missing = missing
    self.help = help
  }

  /// Whether it is open: broken, or not decided.
  public var isOpen: Bool { status == .violated || status == .undetermined }

  /// The step of the ancestry that it stands or falls with, and that nobody has confirmed.
  public var root: Question? {
    missing.first { question in
      if case .guess = question.kind { return true }
      if case .source = question.kind { return kind != .undeclaredSource }
      return false
    }
  }

  /// `licence/kind`: how attestations and waivers name it.
  public var id: String { license.isEmpty ? kind.rawValue : "\(license)/\(kind.rawValue)" }

  /// `licence/kind#clause`, where a licence says the same in several clauses.
  public var clauseID: String { "\(id)#\(clause)" }

  /// How exports name the obligation: with its clause, where one speaks.
  public var citation: String { clause.isEmpty ? id : clauseID }
}

/// One edge of a path through the lineage.
public struct PathStep: Sendable {
  /// The parent.
  public let artefact: String
  /// How the next artefact came from it.
  public let relation: Relation
  /// Where the edge was read.
  public let location: SourceLocation
  /// How many steps between this one and the next are left out, of a path too long to show.
  public var omitted = 0
}
