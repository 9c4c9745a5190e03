/// A limit that a licence puts on recipients, as far as it matters for relicensing a derivative.
public enum Restriction: String, Sendable, CaseIterable, Comparable {
  case useRestrictions = "use-restrictions"
  case nonCommercial = "non-commercial"
  case researchOnly = "research-only"
  case shareAlike = "share-alike"
  case noDerivatives = "no-derivatives"
  case noRedistribution = "no-redistribution"
  case noTrainingOnOutputs = "no-training-on-outputs"
  case scaleLimit = "scale-limit"

  /// Whether any licence with this limit keeps it, whatever its other words are.
  ///
  /// "Non-commercial" is the same limit in every licence; one maker's list of forbidden uses is not
  /// another's, and share-alike means the very same licence.
  public var isSameEverywhere: Bool {
    switch self {
    case .nonCommercial, .researchOnly, .noDerivatives, .noRedistribution: true
    case .useRestrictions, .shareAlike, .noTrainingOnOutputs, .scaleLimit: false
    }
  }

  public static func < (left: Restriction, right: Restriction) -> Bool {
    left.rawValue < right.rawValue
  }
}
