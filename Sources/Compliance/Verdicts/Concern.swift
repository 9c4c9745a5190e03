/// What an open finding asks of whom. Every open finding has exactly one.
public enum Concern: String, Sendable, CaseIterable {
  /// It is broken.
  case broken
  /// The author can settle it.
  case yours
  /// Somebody has to attest it.
  case conduct
  /// Only others can settle it, or it rests on a guess.
  case others
  /// It waits for a fact that another finding asks for.
  case waiting
  /// The baseline has it.
  case known
}

extension Finding {
  /// What it asks of whom; nil where nothing is open.
  public var concern: Concern? {
    switch status {
    case .violated where isKnown, .undetermined where isKnown: .known
    case .violated: .broken
    case .undetermined where isWaiting: .waiting
    case .undetermined where severity > .note: .yours
    case .undetermined where settler == .conduct: .conduct
    case .undetermined: .others
    case .satisfied, .notTriggered, .waived: nil
    }
  }
}

/// How many findings are open, each counted once; every format takes its numbers from here.
public struct Tally: Sendable, Equatable {
  private var counts: [Concern: Int] = [:]

  /// Counts the findings that are open.
  public init(_ findings: [Finding]) {
    for concern in findings.compactMap(\.concern) { counts[concern, default: 0] += 1 }
  }

  public subscript(concern: Concern) -> Int { counts[concern, default: 0] }

  /// All that are open and not known from a baseline.
  public var total: Int { counts.values.reduce(0, +) - self[.known] }
}
