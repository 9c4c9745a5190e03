import Diagnostics
import Obligations

/// What a finding is about: a term of a licence, or a rule of pedigree's own about the project's files.
public enum FindingKind: Sendable, Hashable {
  case obligation(ObligationKind)
  case rule(ProjectRule)
}

/// What pedigree itself asks of a project; no single clause of a licence says it.
public enum ProjectRule: String, Sendable, CaseIterable {
  case outboundLicense = "outbound-license"
  case declarationConflict = "declaration-conflict"
  case undeclaredSource = "undeclared-source"
  case unknownLicense = "unknown-license"
  case modifiedLicense = "modified-license"
  case staleWaiver = "stale-waiver"
  case noProvenance = "no-provenance"
  case policyDenied = "policy-denied"
  case unpinnedSource = "unpinned-source"
  case staleKnowledge = "stale-knowledge"

  /// What it reports, in one line.
  public var summary: String {
    switch self {
    case .outboundLicense: "the release's licence drops limits that a source's licence wants to stay"
    case .declarationConflict: "the project's files disagree about a licence, a revision or how the release was made"
    case .undeclaredSource: "a file names a source that the declaration leaves out"
    case .unknownLicense: "a source or the release has no licence that pedigree knows"
    case .modifiedLicense: "a copy of a licence differs from the licence"
    case .staleWaiver: "a waiver is expired, unclear or outdated, or waives nothing"
    case .noProvenance: "no file says what the release was made from"
    case .policyDenied: "the policy in pedigree.yaml does not allow the licence of a source"
    case .unpinnedSource: "a source or the address of a licence leads to a branch, whose terms can change"
    case .staleKnowledge: "what pedigree knows of licences is more than 90 days older than the release"
    }
  }

  /// How much it weighs where it is broken.
  public var severity: Severity {
    switch self {
    case .outboundLicense, .declarationConflict, .undeclaredSource, .modifiedLicense, .staleWaiver, .policyDenied:
      .error
    case .unknownLicense, .noProvenance, .unpinnedSource, .staleKnowledge: .warning
    }
  }
}

extension FindingKind: CaseIterable {
  /// Every kind, the obligations first.
  public static var allCases: [FindingKind] {
    ObligationKind.allCases.map(FindingKind.obligation) + ProjectRule.allCases.map(FindingKind.rule)
  }

  public static let outboundLicense = FindingKind.rule(.outboundLicense)
  public static let declarationConflict = FindingKind.rule(.declarationConflict)
  public static let undeclaredSource = FindingKind.rule(.undeclaredSource)
  public static let unknownLicense = FindingKind.rule(.unknownLicense)
  public static let modifiedLicense = FindingKind.rule(.modifiedLicense)
  public static let staleWaiver = FindingKind.rule(.staleWaiver)
  public static let noProvenance = FindingKind.rule(.noProvenance)
  public static let policyDenied = FindingKind.rule(.policyDenied)
  public static let unpinnedSource = FindingKind.rule(.unpinnedSource)
  public static let staleKnowledge = FindingKind.rule(.staleKnowledge)
}

extension FindingKind: RawRepresentable {
  /// The kind that reports call `rawValue`.
  public init?(rawValue: String) {
    if let kind = ObligationKind(rawValue: rawValue) {
      self = .obligation(kind)
    } else if let rule = ProjectRule(rawValue: rawValue) {
      self = .rule(rule)
    } else {
      return nil
    }
  }

  /// Its name in reports, stable: `name-prefix`.
  public var rawValue: String {
    switch self {
    case .obligation(let kind): kind.rawValue
    case .rule(let rule): rule.rawValue
    }
  }
}

extension FindingKind {
  /// What it is about, in one line.
  public var summary: String {
    switch self {
    case .obligation(let kind): kind.summary
    case .rule(let rule): rule.summary
    }
  }

  /// How much it weighs where it is broken.
  public var severity: Severity {
    switch self {
    case .obligation: .error
    case .rule(let rule): rule.severity
    }
  }
}
