import Diagnostics

/// Decides from which severity on a report fails.
public struct Gate: Sendable {
  /// The least severity that fails; nil where nothing does.
  public let failsOn: Severity?

  public init(failsOn: Severity?) {
    self.failsOn = failsOn
  }

  /// What a report comes to.
  public func verdict(of report: Report) -> Verdict {
    if let failsOn, let worst = report.worst, worst >= failsOn { return .fail }
    return report.lacksSources ? .nothingChecked : .pass
  }
}

/// What a report comes to at a gate.
public enum Verdict: String, Sendable, CaseIterable {
  case pass, fail
  /// No source is known, so there was nothing to check.
  case nothingChecked = "nothing-checked"
}

extension Report {
  /// How many of its findings are open.
  public var tally: Tally { Tally(findings) }

  /// How many open findings and messages about the files the baseline has.
  public var known: Int { tally[.known] + knownMessages }

  /// Whether no source of the release is known, and nobody says that there is none.
  public var lacksSources: Bool { !isComplete && lineage.edges.allSatisfy { $0.certainty == .mentioned } }
}
