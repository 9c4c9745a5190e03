import Diagnostics
import TestSupport
import YAMLSource

/// Reads `text` as somebody else's file.
func lenient(_ text: String) -> YAMLDocument {
  YAMLDocument(reading: SourceFile(path: "a.yaml", text: text), limits: .lenient)
}

/// Reads `text` as a file of ours.
func strict(_ text: String) -> YAMLDocument {
  YAMLDocument(reading: SourceFile(path: "a.yaml", text: text), limits: .strict)
}

extension YAMLDocument {
  /// Every message as `id line:column`.
  var places: [String] { diagnostics.map(\.place) }
}

extension YAMLNode {
  /// The nodes of the tree that hold no others, keys included, in file order.
  var scalars: [YAMLNode] {
    switch content {
    case .scalar: [self]
    case .sequence(let items): items.flatMap(\.scalars)
    case .mapping(let entries): entries.flatMap { $0.key.scalars + $0.value.scalars }
    }
  }

  /// All nodes of the tree, the outer ones first.
  var all: [YAMLNode] {
    switch content {
    case .scalar: [self]
    case .sequence(let items): [self] + items.flatMap(\.all)
    case .mapping(let entries): [self] + entries.flatMap { $0.key.all + $0.value.all }
    }
  }
}
