import Diagnostics

/// A JSON document as the same tree that YAML is read into, of which JSON is a part.
///
/// libyaml is no reader of JSON: it refuses surrogate pairs, and its time grows with the square of the nesting.
/// Strings become double-quoted scalars, numbers and words plain ones.
public struct JSONDocument: Sendable {
  /// The root; nil where the text is no JSON.
  public let root: YAMLNode?
  /// What was wrong, in file order.
  public let diagnostics: [Diagnostic]

  /// Deepest nesting of lists and mappings.
  public static let deepest = 64
  /// Most values of one document.
  public static let mostNodes = 2_000_000

  /// Reads the JSON in `range` of `file` (all of it unless given), up to the first mistake.
  public init(reading file: SourceFile, in range: SourceRange? = nil, mostNodes: Int = Self.mostNodes) {
    var reader = JSONReader(file: file, range: range ?? file.range, mostNodes: mostNodes)
    self.root = reader.read()
    self.diagnostics = reader.diagnostics
  }
}
