import Obligations
import Provenance

/// Under which licences a release can go out, and under which it can't.
public struct Solution: Sendable {
  /// A licence under which the release may go out, depending on facts that are open or on questions of law.
  public struct Conditional: Sendable {
    public let license: String
    public let because: [AdviceTerm]
    public let settle: [OpenFact]
  }

  /// A licence under which the release can't go out.
  public struct Excluded: Sendable {
    public let license: String
    public let because: [AdviceTerm]
    /// The sources that exclude it.
    public let sources: [String]
  }

  /// The release's id; empty where nobody names it.
  public let release: String
  /// Licences under which no source's terms are dropped, however the open facts turn out; those that ask the least of
  /// recipients first.
  public let allowed: [String]
  public let conditional: [Conditional]
  public let excluded: [Excluded]
  /// Clauses that forbid the release under every licence.
  public let blocked: [AdviceTerm]
  /// The smallest sets of sources that no licence satisfies together; empty where some licence is left.
  public let clashes: [[String]]
  /// The fewest sources without which a licence is left, with those licences.
  public let ways: [WayOut]

  /// What to drop, replace or negotiate, and the licences that are left then.
  public struct WayOut: Sendable, Hashable {
    public let sources: [String]
    public let licenses: [String]
  }
}
