import Diagnostics
import YAMLSource

/// The elements of an SPDX 3 document by their ids, whichever way JSON-LD lets them be written.
///
/// Elements stand in `@graph`, alone, or within others; names of types and fields have a prefix, or a whole address.
struct SPDXGraph {
  /// In file order.
  private(set) var elements: [SPDXElement] = []
  private var indexByID: [String: Int] = [:]
  /// Elements whose id another one has already.
  private(set) var repeated: [SPDXElement] = []
  /// What prefixes of ids stand for.
  private let prefixes: [String: String]

  init(_ root: YAMLNode) {
    var prefixes: [String: String] = [:]
    for context in root["@context"]?.oneOrMany ?? [] {
      for entry in context.entries ?? [] {
        if let prefix = entry.key.text, let address = entry.value.text { prefixes[prefix] = address }
      }
    }
    self.prefixes = prefixes
    collect(root)
  }

  /// The element with an id.
  subscript(id: String) -> SPDXElement? { indexByID[id].map { elements[$0] } }

  /// What the values of a field refer to, each with the place of the reference.
  func references(_ node: YAMLNode?) -> [(id: String, node: YAMLNode)] {
    (node?.oneOrMany ?? []).compactMap { item in
      if let text = item.text { return (expanded(text), item) }
      return item.entries == nil ? nil : (id(of: item), item)
    }
  }

  /// An address with its prefix written out.
  private func expanded(_ id: String) -> String {
    guard let colon = id.firstIndex(of: ":"), let address = prefixes[String(id[..<colon])] else { return id }
    return address + id[id.index(after: colon)...]
  }

  /// An element's id; one without has its place for an id.
  private func id(of node: YAMLNode) -> String {
    let id = node["spdxId"] ?? node["@id"] ?? node["id"]
    return id?.text.map(expanded) ?? "at \(node.range.lowerBound)"
  }

  private mutating func collect(_ node: YAMLNode) {
    for item in node.items ?? [] { collect(item) }
    guard let entries = node.entries else { return }
    let element = SPDXElement(node, id: id(of: node))
    if !element.type.isEmpty, element.type != "CreationInfo" {
      if let first = indexByID[element.id] {
        if elements[first].type == element.type { repeated.append(element) }
      } else {
        indexByID[element.id] = elements.count
        elements.append(element)
      }
    }
    for entry in entries where entry.key.text != "@context" { collect(entry.value) }
  }
}

/// An element of an SPDX 3 document.
struct SPDXElement {
  let id: String
  /// Its type without prefix: `AIPackage`.
  let type: String
  let node: YAMLNode
  private let fields: [String: YAMLNode]

  init(_ node: YAMLNode, id: String) {
    self.id = id
    self.node = node
    var fields: [String: YAMLNode] = [:]
    for entry in node.entries ?? [] {
      if let key = entry.key.text { fields[Self.local(key)] = entry.value }
    }
    self.fields = fields
    let type = node["type"] ?? node["@type"]
    self.type = (type?.oneOrMany.first?.text).map(Self.local) ?? ""
  }

  /// The value of a field by its name without prefix: `packageUrl`.
  subscript(field: String) -> YAMLNode? {
    guard let value = fields[field] else { return nil }
    // Expanded JSON-LD wraps values.
    let single = value.items?.count == 1 ? value.items?[0] : value
    return single?["@value"] ?? (single?.text == nil ? value : single)
  }

  /// A name without prefix: `AIPackage` of `ai_AIPackage`, `ai:AIPackage` and `https://…/AI/AIPackage`.
  static func local(_ name: String) -> String {
    name.hasPrefix("@") ? name : String(name.split { "_:/#".contains($0) }.last ?? "")
  }
}
