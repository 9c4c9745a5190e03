import Diagnostics
import MarkupText
import Obligations
import YAMLSource

/// A description of a dataset in Croissant 0.8 to 1.1, with the vocabulary for responsible AI and W3C PROV.
struct CroissantReader: TreeReader {
  let finder: MentionFinder
  let type = DocumentType.croissant
  let marks = ["mlcommons.org"]

  func recognises(_ root: YAMLNode, name: String) -> Bool { Self.dataset(in: root, LinkedData(root)) != nil }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    let data = LinkedData(root)
    guard let dataset = Self.dataset(in: root, data) else { return }
    document.subjectKind = .dataset
    document.subject = subject(of: dataset, data)
    readLicenses(of: dataset, data, into: &document)
    CroissantProvenance(data: data, finder: finder).read(root, into: &document)
    readTexts(of: dataset, data, into: &document)
    readKeywords(of: dataset, data, into: &document)
  }

  /// The dataset that a document describes: the root, or an object of its graph.
  private static func dataset(in root: YAMLNode, _ data: LinkedData) -> YAMLNode? {
    (root.items ?? root["@graph"]?.items ?? [root]).first { object in
      data.types(of: object).contains("Dataset")
        && ["distribution", "recordSet", "conformsTo"].contains { !data.values($0, of: object).isEmpty }
    }
  }

  /// The Hub's id where an address gives it, else the name.
  private func subject(of dataset: YAMLNode, _ data: LinkedData) -> Fact<String>? {
    for property in ["url", "sameAs"] {
      for node in data.texts(property, of: dataset) {
        if let page = node.text.flatMap({ HubAddress(repository: $0) }) { return Fact(page.id, at: node.location) }
      }
    }
    let names = data.texts("name", of: dataset) + data.texts("url", of: dataset)
    return names.first.flatMap { node in node.text.map { Fact($0.trimmed, at: node.location) } }
  }

  /// `license`; `sdLicense` is that of the description itself.
  private func readLicenses(of dataset: YAMLNode, _ data: LinkedData, into document: inout ProvenanceDocument) {
    for license in data.values("license", of: dataset) {
      if license.text != nil {
        document.claim(license, link: license, kind: .dataset)
        continue
      }
      let links =
        data.texts("url", of: license) + [license["@id"]].compactMap { $0 } + data.texts("sameAs", of: license)
      let names = data.texts("name", of: license) + data.texts("identifier", of: license)
      document.claim(names.first ?? links.first, link: links.first, kind: .dataset)
    }
  }

  /// Texts in which the makers say how the data came about.
  private func readTexts(of dataset: YAMLNode, _ data: LinkedData, into document: inout ProvenanceDocument) {
    let texts = CroissantTexts(finder: finder, subject: ArtefactID(document.subject?.value ?? ""))
    for node in data.texts("description", of: dataset) {
      for source in texts.statements(in: node, key: "description") { document.add(source) }
    }
    for property in Self.waysOfMaking {
      let key = "rai:\(property)"
      for node in data.texts(property, of: dataset) {
        let stated = texts.statements(in: node, key: key)
        let hints = texts.models(namedIn: node, key: key, .hinted)
        for source in stated + hints.filter({ hint in !stated.contains { $0.id == hint.id } }) { document.add(source) }
      }
    }
    for node in data.texts("machineAnnotationTools", of: dataset) {
      let key = "rai:machineAnnotationTools"
      let models = texts.models(namedIn: node, key: key, .stated)
      for model in models { document.add(model) }
      if models.isEmpty, let text = node.text {
        if ArtefactID.isHubID(text), text.contains("/") {
          document.add(node, key: key, kind: .model, .generatedBy)
        } else if CroissantTexts.speaksOfModels(text) {
          document.unnamed.append(UnnamedSource(.generatedBy, basis: .key(key), at: node.location))
        }
      }
    }
  }

  /// Properties of the vocabulary for responsible AI that say how data were made, not what they are good for.
  private static let waysOfMaking = [
    "dataCollection", "dataCollectionRawData", "dataPreprocessingProtocol", "dataManipulationProtocol",
    "dataImputationProtocol", "dataAnnotationProtocol", "dataAnnotationPlatform", "dataAnnotationAnalysis",
  ]

  /// Keywords, in which the Hub puts the tags of the card: texts, terms with a name, or one text with commas.
  private func readKeywords(of dataset: YAMLNode, _ data: LinkedData, into document: inout ProvenanceDocument) {
    let nodes = data.values("keywords", of: dataset).flatMap { node in
      node.text == nil ? data.texts("name", of: node) : [node]
    }
    let keywords = nodes.flatMap { node in
      (node.text ?? "").split(separator: ",").map { Fact(String($0).trimmed, at: node.location) }
    }
    let tags = CardTags(keywords, kind: .dataset, finder: finder)
    let named = document.sources.filter { $0.child == nil && $0.relation == .generatedBy }
    for source in tags.sources(defaultRelation: nil) where !named.contains(where: { $0.id == source.id }) {
      document.add(source)
    }
    document.unnamed += tags.unnamed
  }
}
