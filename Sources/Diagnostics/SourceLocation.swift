/// A range in a named file: where a fact was read.
public struct SourceLocation: Sendable {
  /// The file.
  public let file: SourceFile
  /// The bytes meant.
  public let range: SourceRange

  /// Names `range` in `file`.
  public init(_ file: SourceFile, _ range: SourceRange) {
    self.file = file
    self.range = range
  }

  /// The path as messages show it.
  public var path: String { file.path }
  /// The path from where the program was started.
  public var shownPath: String { file.shownPath }
  /// Where the range starts.
  public var start: SourcePosition { file.position(at: range.lowerBound) }
  /// Where the range ends (behind its last character).
  public var end: SourcePosition { file.position(at: range.upperBound) }
  /// The text of the range.
  public var text: String { file.text(in: range) }
}

extension SourceLocation: Hashable {
  public static func == (left: SourceLocation, right: SourceLocation) -> Bool {
    left.range == right.range && left.path == right.path
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(range)
  }
}
