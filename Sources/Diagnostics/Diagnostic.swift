/// How much a message weighs.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// A message about the input itself: what is wrong, where, and what to do about it.
public struct Diagnostic: Sendable {
  /// What kind of message it is.
  public let kind: DiagnosticID
  /// How much it weighs.
  public let severity: Severity
  /// One line: lower case at the start, no full stop, user input in backticks.
  public let summary: String
  /// Where, if it is about a place in a file.
  public let location: SourceLocation?
  /// What to do, in the same style as `summary`.
  public let help: String?

  /// Stable kebab-case id, `yaml-duplicate-key`.
  public var id: String { kind.rawValue }

  /// Makes a message with the severity of its kind.
  public init(_ kind: DiagnosticID, _ summary: String, at location: SourceLocation? = nil, help: String? = nil) {
    self.init(kind, kind.severity, summary, at: location, help: help)
  }

  /// Makes a message that weighs more or less than most of its kind.
  public init(
    _ kind: DiagnosticID, _ severity: Severity, _ summary: String, at location: SourceLocation? = nil,
    help: String? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.summary = summary
    self.location = location
    self.help = help
  }

  /// The same message about a file that lies in a folder, where it doesn't say in which.
  public func placed(in folder: String) -> Diagnostic {
    guard let location, location.file.folder == nil else { return self }
    let file = SourceFile(path: location.path, bytes: location.file.bytes, in: folder)
    return Diagnostic(kind, severity, summary, at: SourceLocation(file, location.range), help: help)
  }

  /// The same message with no more weight than a warning.
  public var asWarning: Diagnostic { Diagnostic(kind, min(severity, .warning), summary, at: location, help: help) }
}
