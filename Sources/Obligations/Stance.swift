/// How questions of law are answered that a project leaves open.
public enum Stance: String, Sendable, CaseIterable {
  /// By the reading that asks the most.
  case cautious
  /// By the reading that practice follows, where it is documented; other questions stay open.
  case customary
}
