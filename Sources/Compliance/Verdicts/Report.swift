import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// The outcome of a check: every obligation that was weighed, and what is still to be asked.
public struct Report: Sendable {
  /// The release's id; empty where nobody names it.
  public let release: String
  /// Who makes the release, if the manifest says so.
  public let licensee: String?
  /// All findings, those that do not bite included, worst first.
  public let findings: [Finding]
  /// What would settle the undetermined findings, the most useful first.
  public let questions: [RankedQuestion]
  /// What was wrong with the files.
  public let diagnostics: [Diagnostic]
  /// The documents beside manifest and card that tell of provenance.
  public let documents: [ProvenanceDocument]
  /// The lineage that was checked, with the licences that the release declares.
  public let lineage: Lineage
  /// Whether the manifest says that its list of sources is exhaustive.
  public let isComplete: Bool
  /// The day of the release, if the manifest says so.
  public let releaseDate: CalendarDate?
  /// The day of the check.
  public let today: CalendarDate?
  /// How questions of law are answered that the project leaves open.
  public let stance: Stance?
  /// From which severity on the project wants to fail.
  public let failOn: FailLevel?
  /// How many open findings the settings leave out.
  public let leftOut: Int
  /// How many messages about the files the baseline has.
  public let knownMessages: Int
  /// What names of licences stand for.
  public let library: Library

  /// A question, with the number of findings that hang on it.
  public struct RankedQuestion: Sendable {
    public let question: Question
    public let findings: Int
    /// Who can answer it, at best.
    public let settler: Settler
  }

  /// What the findings assume of questions of law, by the stance: `interpret.adapter-is-derivative: yes, …`.
  public var assumptions: [String] {
    findings.flatMap(\.evidence).filter { $0.assumes != nil }.map(\.says).unique().sorted()
  }

  /// The number of findings with a status.
  public func count(_ status: Status) -> Int { findings.count { $0.status == status } }

  /// The gravest severity of anything that is open.
  public var worst: Severity? {
    (findings.filter { $0.isOpen && !$0.isKnown }.map(\.severity) + diagnostics.map(\.severity)).max()
  }
}
