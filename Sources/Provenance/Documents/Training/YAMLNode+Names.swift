import YAMLSource

extension YAMLNode {
  /// The names in a list or a mapping of artefacts, as recipes write them.
  ///
  /// A mapping's keys are the names and its values their shares (`{ owner/name: 0.5 }`); an entry of a list is a name,
  /// or a mapping that holds it under the first of `keys` that it has.
  func names(under keys: String...) -> [YAMLNode] {
    if let entries { return entries.map(\.key) }
    return oneOrMany.flatMap { item -> [YAMLNode] in
      item.entries == nil ? [item] : keys.lazy.compactMap { item[$0] }.first?.oneOrMany ?? []
    }
  }

  /// Whether it is a plain yes.
  var isYes: Bool { bool == true }

  /// Whether it holds something.
  var isSet: Bool { !isNull && text != "" }
}
