import Diagnostics
import Obligations

/// Somebody's word for what no file can show.
public struct Attestation: Sendable {
  /// What it is about.
  public let target: AnswerTarget
  public let statement: String
  public let by: String
  public let date: CalendarDate?
}

/// A finding that somebody decided to live with.
public struct Waiver: Sendable {
  /// What it is about.
  public let target: AnswerTarget
  public let reason: Reason
  public let note: String?
  public let by: String

  public enum Reason: String, Sendable, CaseIterable {
    case licenseAcquired = "license-acquired"
    case permissionGranted = "permission-granted"
    case notApplicable = "not-applicable"
    case riskAccepted = "risk-accepted"
    case falsePositive = "false-positive"
  }
}

/// The findings that an attestation or a waiver was given for.
public struct AnswerTarget: Sendable {
  /// `licence/kind`, or `licence/kind#clause` for one clause only.
  public let finding: Fact<String>
  /// The artefact that brings the obligation; nil where only one does.
  public let source: Fact<String>?
  /// The hash of the text that it was given for; nil where it was not noted.
  public let text: Fact<String>?
  /// The last day on which it counts; nil where it has no end.
  public let expires: CalendarDate?
}

/// Why a source counts as under another licence than its licensor is known to use.
public struct LicenseGrounds: Sendable, Hashable {
  public let basis: Basis
  /// Who says so.
  public let by: String
  /// Where it can be looked up.
  public let evidence: String

  public enum Basis: String, Sendable, CaseIterable {
    /// A licence that was agreed on with the licensor.
    case negotiated
    /// The licensor offers it as a choice.
    case dual
    /// The licensor itself changed the licence.
    case licensor
  }

  public init(basis: Basis, by: String, evidence: String) {
    self.basis = basis
    self.by = by
    self.evidence = evidence
  }
}
