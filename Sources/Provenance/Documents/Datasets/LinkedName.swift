import Obligations
import YAMLSource

/// What an object of linked data is called: the artefact that its names and addresses mean.
struct LinkedName {
  let id: ArtefactID
  /// What it is, where the address, the type or the catalogue says so.
  let kind: ArtefactKind?
  /// Where the name stands.
  let node: YAMLNode

  /// Looks at an object or a text; nil where it has no name that others could know.
  init?(_ node: YAMLNode, in data: LinkedData, finder: MentionFinder) {
    let isSoftware = data.types(of: node).contains { ["SoftwareAgent", "SoftwareApplication", "Model"].contains($0) }
    let isText = node.text != nil
    let addresses = isText ? [node] : Self.addresses.flatMap { data.texts($0, of: node) }
    for address in addresses {
      guard let page = address.text.flatMap({ HubAddress(repository: $0) }) else { continue }
      (self.id, self.kind, self.node) = (ArtefactID(page.id), page.kind, address)
      return
    }
    for address in addresses {
      guard let id = finder.names.dataset(at: address.text ?? "") else { continue }
      (self.id, self.kind, self.node) = (ArtefactID(id), .dataset, address)
      return
    }
    let names = isText ? [] : Self.names.flatMap { data.texts($0, of: node) }
    for name in names + addresses {
      guard let text = Self.text(name) else { continue }
      if let known = finder.artefact(called: text) {
        (self.id, self.kind, self.node) = (known.id, known.kind, name)
        return
      }
      guard case .artefact(let id, _) = SourceName(text), text.split(separator: " ").count <= Self.mostWords else {
        continue
      }
      (self.id, self.kind, self.node) = (ArtefactID(id), isSoftware ? .model : nil, name)
      return
    }
    return nil
  }

  private static let addresses = ["locatedAt", "atLocation", "url", "sameAs", "contentUrl", "identifier", "@id"]
  private static let names = ["label", "name", "title"]
  /// Longer texts are sentences.
  private static let mostWords = 8

  /// The name in a text: URNs and fragments say it at their end; nodes that are only numbered have none.
  private static func text(_ node: YAMLNode) -> String? {
    guard let text = node.text?.trimmed, !text.hasPrefix("_:") else { return nil }
    if text.hasPrefix("urn:") { return text.split(separator: ":").last.map(String.init) }
    return text.hasPrefix("#") ? String(text.dropFirst()) : text
  }
}
