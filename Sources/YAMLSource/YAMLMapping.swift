import Diagnostics

/// A mapping of one of our own formats, read key by key.
///
/// Every key must be asked for before `finish`, which reports the others as unknown: what nothing
/// reads is an error, not a comment.
public struct YAMLMapping {
  /// The mapping itself.
  public let node: YAMLNode
  /// What was wrong so far.
  public private(set) var diagnostics: [Diagnostic] = []
  private let what: String
  private var asked: [String] = []

  /// Opens `node` as `what` ("a source", for messages); reports and reads as empty what is no mapping.
  public init(_ node: YAMLNode, as what: String) {
    self.node = node
    self.what = what
    if node.entries == nil {
      report(.yamlWrongType, "\(what) must be a mapping, not \(node.kindName)", at: node)
    }
  }

  /// The node under `key`; nil where it is absent or null.
  public mutating func optional(_ key: String) -> YAMLNode? {
    asked.append(key)
    guard let value = node[key], !value.isNull else { return nil }
    return value
  }

  /// The node under `key`; reports its absence.
  public mutating func required(_ key: String) -> YAMLNode? {
    let value = optional(key)
    if value == nil, node.entries != nil {
      report(.yamlMissingKey, "\(what) lacks `\(key)`", at: node)
    }
    return value
  }

  /// The text under `key`; reports other nodes.
  public mutating func string(_ key: String) -> String? {
    optional(key).flatMap { text(of: $0, key: key) }
  }

  /// The text under `key`; reports its absence and other nodes.
  public mutating func requiredString(_ key: String) -> String? {
    required(key).flatMap { text(of: $0, key: key) }
  }

  /// The texts under `key`, a list or a single one; empty where it is absent.
  public mutating func strings(_ key: String) -> [String] {
    (optional(key)?.oneOrMany ?? []).compactMap { text(of: $0, key: key) }
  }

  /// The truth value under `key`.
  public mutating func bool(_ key: String) -> Bool? {
    guard let value = optional(key) else { return nil }
    if let bool = value.bool { return bool }
    report(.yamlWrongType, "`\(key)` must be yes or no", at: value)
    return nil
  }

  /// The whole number at or above zero under `key`.
  public mutating func count(_ key: String) -> Int? {
    guard let value = optional(key) else { return nil }
    if let number = value.integer, number >= 0 { return number }
    report(.yamlWrongType, "`\(key)` must be a whole number, 0 or more", at: value)
    return nil
  }

  /// The text under `key` as `parse` reads it; reports what it can't read as not `expected`.
  public mutating func parsed<Value>(
    _ key: String, expecting expected: String, _ parse: (String) -> Value?
  ) -> Value? {
    guard let node = optional(key) else { return nil }
    if let value = node.text.flatMap(parse) { return value }
    report(.yamlWrongType, "`\(key)` must be \(expected)", at: node)
    return nil
  }

  /// The word under `key` as a value of a closed vocabulary; reports others with a suggestion.
  public mutating func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type = Word.self
  ) -> Word? where Word.RawValue == String {
    optional(key).flatMap { word(of: $0, key: key) }
  }

  /// The words under `key`, a list or a single one.
  public mutating func words<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type = Word.self
  ) -> [Word] where Word.RawValue == String {
    (optional(key)?.oneOrMany ?? []).compactMap { word(of: $0, key: key) }
  }

  /// Reports every key that was not asked for, and returns all that was wrong.
  public mutating func finish() -> [Diagnostic] {
    for entry in node.entries ?? [] {
      guard let key = entry.key.text else {
        report(.yamlWrongType, "a key must be a single word", at: entry.key)
        continue
      }
      guard !asked.contains(key) else { continue }
      let suggestion = key.nearest(in: asked)
      report(
        .yamlUnknownKey, "unknown key `\(key)` in \(what)", at: entry.key,
        help: suggestion.map { "did you mean `\($0)`?" }
          ?? "known keys: \(Set(asked).sorted().joined(separator: ", "))")
    }
    return diagnostics
  }

  /// Adds a message about `node`.
  public mutating func report(_ id: DiagnosticID, _ summary: String, at node: YAMLNode, help: String? = nil) {
    diagnostics.append(Diagnostic(id, summary, at: node.location, help: help))
  }

  /// Adds the messages of a nested mapping.
  public mutating func report(_ nested: [Diagnostic]) {
    diagnostics += nested
  }

  private mutating func text(of node: YAMLNode, key: String) -> String? {
    if let text = node.text { return text }
    report(.yamlWrongType, "`\(key)` must be text, not \(node.kindName)", at: node)
    return nil
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    of node: YAMLNode, key: String
  ) -> Word? where Word.RawValue == String {
    guard let text = text(of: node, key: key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let all = Word.allCases.map(\.rawValue)
    report(
      .yamlUnknownWord, "`\(text)` is not a valid \(key)", at: node,
      help: text.nearest(in: all).map { "did you mean `\($0)`?" } ?? "one of: \(all.joined(separator: ", "))")
    return nil
  }
}
