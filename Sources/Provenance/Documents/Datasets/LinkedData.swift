import YAMLSource

/// A JSON-LD document, whose keys and types may stand there short, behind a prefix, or as whole addresses.
///
/// `license`, `sc:license` and `https://schema.org/license` are all called `license` here, as is whatever the context
/// says to mean that. Vocabularies are not told apart.
struct LinkedData {
  /// What the terms of the context stand for.
  private let meanings: [String: String]
  /// The objects with an `@id`, to which others refer.
  private var objects: [String: YAMLNode] = [:]

  /// Looks at the context and at all objects of a document.
  init(_ root: YAMLNode) {
    var meanings: [String: String] = [:]
    for context in (root["@context"] ?? root["@graph"]?.items?.first?["@context"])?.oneOrMany ?? [] {
      for entry in context.entries ?? [] {
        guard let term = entry.key.text, let meaning = (entry.value["@id"] ?? entry.value).text else { continue }
        meanings[term] = meaning
      }
    }
    self.meanings = meanings
    index(root)
  }

  private mutating func index(_ node: YAMLNode) {
    if let id = node["@id"]?.text, (node.entries?.count ?? 0) > 1, objects[id] == nil { objects[id] = node }
    for item in node.items ?? [] { index(item) }
    for entry in node.entries ?? [] where !Self.isData(entry.key.text ?? "") { index(entry.value) }
  }

  /// Keys below which stands no description.
  private static func isData(_ key: String) -> Bool { ["@context", "data", "cr:data", "ml:data"].contains(key) }

  /// The name of a key or a type, without its vocabulary.
  func name(of term: String) -> Substring {
    let meaning = meanings[term] ?? term
    return meaning.split { $0 == "/" || $0 == "#" || $0 == ":" }.last ?? Substring(meaning)
  }

  /// The names of an object's types.
  func types(of node: YAMLNode) -> [Substring] {
    (node["@type"]?.oneOrMany ?? []).compactMap { $0.text.map(name) }
  }

  /// The values of an object's property, those of a list one by one, and references as what they refer to.
  func values(_ property: String, of node: YAMLNode) -> [YAMLNode] {
    (node.entries ?? []).filter { name(of: $0.key.text ?? "") == property }.flatMap { plain($0.value) }.map(resolved)
  }

  private func plain(_ node: YAMLNode) -> [YAMLNode] {
    (node["@list"] ?? node["@set"] ?? node).oneOrMany.map { $0["@value"] ?? $0 }.filter { !$0.isNull }
  }

  private func resolved(_ node: YAMLNode) -> YAMLNode {
    guard let id = node.text ?? (node.entries?.count == 1 ? node["@id"]?.text : nil) else { return node }
    return objects[id] ?? node
  }

  /// The texts of an object's property.
  func texts(_ property: String, of node: YAMLNode) -> [YAMLNode] {
    values(property, of: node).filter { $0.text?.trimmed.isEmpty == false }
  }

  /// Calls `visit` for every object, in the order of the text; it says whether to go on to what stands within, and
  /// which properties to pass over there.
  func forEachObject(in root: YAMLNode, except properties: Set<Substring>, _ visit: (YAMLNode) -> Bool) {
    for item in root.items ?? [] { forEachObject(in: item, except: properties, visit) }
    guard let entries = root.entries, visit(root) else { return }
    for entry in entries {
      let key = entry.key.text ?? ""
      if !Self.isData(key), !properties.contains(name(of: key)) {
        forEachObject(in: entry.value, except: properties, visit)
      }
    }
  }
}
