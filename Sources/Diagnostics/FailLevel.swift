/// From which severity on a check fails.
public enum FailLevel: String, Sendable, CaseIterable {
  case error, warning, note, never

  /// The least severity that fails; nil for none.
  public var severity: Severity? { Severity(rawValue: rawValue) }
}
