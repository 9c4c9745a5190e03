import Obligations

/// What differs between two texts, term by term: two versions of terms, or one licence and another.
public struct TermsChange: Sendable {
  public let old: License
  public let new: License
  /// In the order of the new text; what went comes last.
  public let differences: [Difference]
  /// How many terms both texts have, perhaps under other numbers.
  public let unchanged: Int

  /// A term in which they differ.
  public enum Difference: Sendable {
    /// Only the new text has it.
    case came(Term)
    /// Only the old text has it.
    case went(Term)
    /// Both have it, and it says, applies to or asks for something else.
    case changed(from: Term, to: Term)
  }

  /// A term of a text: what it asks, or what it wants of the licence under which a release goes out.
  public struct Term: Sendable, Hashable {
    public let kind: FindingKind
    public let modality: Modality
    /// The clause as a reader cites it; empty where there is none.
    public let clause: String
    /// What it says, in our words.
    public let summary: String
  }

  /// Compares two texts. Terms of one kind and modality are paired by what they say.
  public init(from old: License, to new: License) {
    self.old = old
    self.new = new
    var differences: [Difference] = []
    var gone: [Difference] = []
    var unchanged = 0
    for row in VersionPairing([old, new], of: { $0.modality != .none }).rows {
      switch (row.byVersion[0], row.byVersion[1]) {
      case (let before?, let after?):
        if before.saysTheSame(as: after) {
          unchanged += 1
        } else {
          differences.append(.changed(from: Term(before), to: Term(after)))
        }
      case (nil, let after?): differences.append(.came(Term(after)))
      case (let before?, nil): gone.append(.went(Term(before)))
      case (nil, nil): break
      }
    }
    for index in 0..<max(old.outbound.count, new.outbound.count) {
      switch (old.outbound.dropFirst(index).first, new.outbound.dropFirst(index).first) {
      case (let before?, let after?):
        if before.saysTheSame(as: after) {
          unchanged += 1
        } else {
          differences.append(.changed(from: Term(before), to: Term(after)))
        }
      case (nil, let after?): differences.append(.came(Term(after)))
      case (let before?, nil): gone.append(.went(Term(before)))
      case (nil, nil): break
      }
    }
    self.differences = differences + gone
    self.unchanged = unchanged
  }
}

extension TermsChange.Term {
  init(_ obligation: Obligation) {
    self.init(
      kind: .obligation(obligation.kind), modality: obligation.modality, clause: obligation.clause,
      summary: obligation.summary)
  }

  init(_ rule: OutboundRule) {
    self.init(kind: .outboundLicense, modality: .must, clause: rule.clause, summary: rule.summary)
  }
}

extension Obligation {
  /// Whether another text has the same term, perhaps under another number.
  fileprivate func saysTheSame(as other: Obligation) -> Bool {
    summary == other.summary && condition == other.condition && requirement == other.requirement
  }
}

extension OutboundRule {
  fileprivate func saysTheSame(as other: OutboundRule) -> Bool {
    summary == other.summary && condition == other.condition && keeps == other.keeps && compatible == other.compatible
  }
}
