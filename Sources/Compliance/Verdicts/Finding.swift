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
  public var severity: Severity
  /// One line: lower case at the start, no full stop.
  public let message: String
  /// What the clause demands, in our words.
  public let summary: String
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
}
