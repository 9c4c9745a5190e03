import Diagnostics

/// A node of a YAML document that remembers where it was written.
///
/// Scalars keep their raw text and style: what `no` or `1.0` means is decided by whoever reads the
/// key, since YAML 1.1 and 1.2 readers disagree about it.
public struct YAMLNode: Sendable {
  /// What the node is.
  public let content: Content
  /// The file that holds it.
  public let file: SourceFile
  /// Its bytes in `file`.
  public let range: SourceRange

  public enum Content: Sendable {
    case scalar(String, style: ScalarStyle)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable {
    public let key: YAMLNode
    public let value: YAMLNode

    public init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  /// How a scalar was written; only plain ones can mean null, numbers or truth values.
  public enum ScalarStyle: Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// A node with its place; readers of other formats make such, so that what they hold is read like YAML.
  public init(_ content: Content, file: SourceFile, range: SourceRange) {
    self.content = content
    self.file = file
    self.range = range
  }

  /// A scalar that stands for this node at its place: a part of its text, or a name made of it.
  public func saying(_ text: String) -> YAMLNode {
    YAMLNode(.scalar(text, style: .doubleQuoted), file: file, range: range)
  }

  /// Where the node stands.
  public var location: SourceLocation { SourceLocation(file, range) }

  /// The text of a scalar; nil for other nodes.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether it is an empty or null plain scalar (`key:`, `~`, `null`).
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The truth value of a plain scalar by YAML 1.1 (`yes`, `no`, `on`, `off`, `true`, `false`).
  public var bool: Bool? {
    guard case .scalar(let text, .plain) = content else { return nil }
    return switch text.lowercased() {
    case "yes", "true", "on": true
    case "no", "false", "off": false
    default: nil
    }
  }

  /// The whole number in a plain scalar; underscores may group digits.
  public var integer: Int? {
    guard case .scalar(let text, .plain) = content else { return nil }
    return Int(text.filter { $0 != "_" })
  }

  /// The items of a sequence; nil for other nodes.
  public var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries of a mapping, in file order; nil for other nodes.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The items of a sequence, or the node itself as the only one; nothing for null.
  ///
  /// Many keys of model cards take a string or a list of strings.
  public var oneOrMany: [YAMLNode] {
    if let items { return items }
    return isNull ? [] : [self]
  }

  /// The value of the last entry whose key is the scalar `key`; nil if there is none.
  public subscript(key: String) -> YAMLNode? {
    entries?.last { $0.key.text == key }?.value
  }

  /// What the node is, for messages.
  public var kindName: String {
    switch content {
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
