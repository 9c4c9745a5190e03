import Obligations

extension ObligationKind {
  /// Whether an obligation of the kind binds whoever ships or serves a work unchanged: what speaks of changes, and of the
  /// name and the licence of what was made, does not.
  var bindsCopies: Bool { !Self.aboutMaking.contains(self) }

  private static let aboutMaking: Set<ObligationKind> = [
    .defineDerivative, .grantBack, .modify, .namePrefix, .ownDerivatives, .shareAlike, .stateChanges,
  ]
}
