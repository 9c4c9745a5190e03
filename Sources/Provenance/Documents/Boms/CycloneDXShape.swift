import Diagnostics
import MarkupText
import YAMLSource

/// Brings a CycloneDX bill in XML into the shape of one in JSON, so that one reader knows both.
///
/// Attributes and elements become keys, elements that hold a list become lists, and every text keeps its place.
struct CycloneDXShape {
  private let file: SourceFile
  private let namespace: String

  /// The bill whose root element is `root`; nil for other documents.
  static func node(of root: XMLElement, in file: SourceFile) -> YAMLNode? {
    guard root.name == "bom", let namespace = root.namespace, namespace.hasPrefix(address) else { return nil }
    let shape = CycloneDXShape(file: file, namespace: namespace)
    let start = SourceRange(root.range.lowerBound, root.range.lowerBound)
    var entries = shape.entries(of: root)
    for (key, value) in [("bomFormat", "CycloneDX"), ("specVersion", String(namespace.dropFirst(address.count)))] {
      entries.append(.init(key: shape.scalar(key, start), value: shape.scalar(value, start)))
    }
    return YAMLNode(.mapping(entries), file: file, range: root.range)
  }

  /// What the addresses of its namespaces begin with; the version follows.
  private static let address = "http://cyclonedx.org/schema/bom/"

  /// Elements that hold a list.
  private static let lists: Set<String> = [
    "components", "ancestors", "descendants", "variants", "datasets", "properties", "externalReferences", "licenses",
    "dependencies", "formulation", "workflows", "tasks", "taskTypes", "inputs", "outputs", "resourceReferences", "tags",
  ]
  /// Elements that stand several times where JSON has one list.
  private static let repeated: Set<String> = ["data"]

  private func entries(of element: XMLElement) -> [YAMLNode.Entry] {
    var entries = element.attributes.map { attribute in
      YAMLNode.Entry(
        key: scalar(attribute.name, attribute.range), value: scalar(attribute.value, attribute.range))
    }
    var lists: [String: [YAMLNode]] = [:]
    for child in children(of: element) {
      if Self.repeated.contains(child.name) {
        lists[child.name, default: []].append(node(of: child))
      } else {
        entries.append(.init(key: scalar(child.name, child.range), value: node(of: child)))
      }
    }
    for (name, items) in lists {
      entries.append(
        .init(key: scalar(name, element.range), value: sequence(items, element.range)))
    }
    return entries
  }

  private func node(of element: XMLElement) -> YAMLNode {
    if Self.lists.contains(element.name) {
      return sequence(children(of: element).map { item(of: $0) }, element.range)
    }
    if element.children.isEmpty, element.attributes.isEmpty { return scalar(element.text, element.textRange) }
    return YAMLNode(.mapping(entries(of: element)), file: file, range: element.range)
  }

  /// An item of a list; some are written in another way than in JSON.
  private func item(of element: XMLElement) -> YAMLNode {
    switch element.name {
    case "license": return mapping("license", node(of: element), element.range)
    case "expression": return mapping("expression", scalar(element.text, element.textRange), element.range)
    case "ref": return mapping("ref", node(of: element), element.range)
    case "property":
      var entries = entries(of: element)
      entries.append(
        .init(key: scalar("value", element.range), value: scalar(element.text, element.textRange)))
      return YAMLNode(.mapping(entries), file: file, range: element.range)
    case "dependency":
      let references = children(of: element).filter { $0.name == "dependency" }.flatMap(\.attributes).filter {
        $0.name == "ref"
      }
      let list = sequence(references.map { scalar($0.value, $0.range) }, element.range)
      var entries = element.attributes.map { attribute in
        YAMLNode.Entry(
          key: scalar(attribute.name, attribute.range), value: scalar(attribute.value, attribute.range))
      }
      entries.append(.init(key: scalar("dependsOn", element.range), value: list))
      return YAMLNode(.mapping(entries), file: file, range: element.range)
    default: return node(of: element)
    }
  }

  /// The elements of the format itself; those of other namespaces are extensions.
  private func children(of element: XMLElement) -> [XMLElement] {
    element.children.filter { $0.namespace == namespace }
  }

  private func mapping(_ key: String, _ value: YAMLNode, _ range: SourceRange) -> YAMLNode {
    YAMLNode(.mapping([.init(key: scalar(key, range), value: value)]), file: file, range: range)
  }

  private func sequence(_ items: [YAMLNode], _ range: SourceRange) -> YAMLNode {
    YAMLNode(.sequence(items), file: file, range: range)
  }

  private func scalar(_ text: String, _ range: SourceRange) -> YAMLNode {
    YAMLNode(.scalar(text, style: .doubleQuoted), file: file, range: range)
  }
}
