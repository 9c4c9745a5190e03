import Diagnostics

/// A YAML document as a tree, with everything that was wrong with it.
public struct YAMLDocument: Sendable {
  /// The root; nil where the text is empty or can't be read.
  public let root: YAMLNode?
  /// What was wrong, in file order.
  public let diagnostics: [Diagnostic]

  /// Bounds that keep hostile input from costing time or memory.
  public struct Limits: Sendable {
    /// Deepest nesting of lists and mappings.
    public var depth: Int
    /// Most nodes that aliases may expand to; 0 forbids aliases.
    public var aliasedNodes: Int

    /// For our own formats: no aliases.
    public static let strict = Limits(depth: 64, aliasedNodes: 0)
    /// For other people's files: aliases within a budget of 10,000 nodes.
    public static let lenient = Limits(depth: 64, aliasedNodes: 10_000)
  }

  /// Reads the YAML in `range` of `file` (all of it unless given).
  ///
  /// Never throws: syntax errors, invalid UTF-8, UTF-16, duplicate keys, and whatever exceeds
  /// `limits` come back as diagnostics with their position.
  public init(reading file: SourceFile, in range: SourceRange? = nil, limits: Limits) {
    var reader = YAMLReader(file: file, range: range ?? file.range, limits: limits)
    self.root = reader.read()
    self.diagnostics = reader.diagnostics
  }
}
