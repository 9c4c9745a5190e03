import Diagnostics
import YAMLSource

/// Reads an object of a JSON document whose readers ignore what they don't know, and reports what is missing or wrong.
struct StatementReader {
  private let node: YAMLNode
  private let what: String
  private(set) var diagnostics: [Diagnostic] = []

  init(_ node: YAMLNode, _ what: String) {
    self.node = node
    self.what = what
  }

  /// The text under `key`; empty, with a message, where there is none.
  mutating func text(_ key: String, mayBeEmpty: Bool = false) -> String {
    guard let text = node[key]?.text else {
      report("\(what) lacks `\(key)`", .yamlMissingKey)
      return ""
    }
    if text.isEmpty, !mayBeEmpty { report("`\(key)` of \(what) is empty") }
    return text
  }

  /// The SHA-256 digest under `key`, in lower case.
  mutating func digest(_ key: String) -> String {
    let text = text(key)
    let isDigest =
      text.utf8.count == 64
      && text.utf8.allSatisfy { ($0.isDigit) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    if !text.isEmpty, !isDigest { report("`\(key)` of \(what) is not a SHA-256 digest in lower case") }
    return text
  }

  /// Reports anything else than `value` under `key`.
  mutating func expect(_ key: String, _ value: String) {
    let found = text(key)
    if !found.isEmpty, found != value { report("`\(key)` of \(what) is `\(found)`, not `\(value)`") }
  }

  /// The object under `key`; this one, with a message, where there is none.
  mutating func object(_ key: String) -> YAMLNode {
    if let inner = node[key], inner.entries != nil { return inner }
    report("\(what) lacks `\(key)`", .yamlMissingKey)
    return node
  }

  /// The list under `key`; empty, with a message, where there is none.
  mutating func list(_ key: String) -> [YAMLNode] {
    if let items = node[key]?.items { return items }
    report("\(what) lacks the list `\(key)`", .yamlMissingKey)
    return []
  }

  mutating func report(_ summary: String, _ id: DiagnosticID = .yamlWrongType) {
    diagnostics.append(Diagnostic(id, summary, at: node.location))
  }
}
