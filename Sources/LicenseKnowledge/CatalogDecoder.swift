import Diagnostics
import Obligations
import YAMLSource

/// Reads the files of `licenses/catalog/`.
struct CatalogDecoder {
  private(set) var diagnostics: [Diagnostic] = []

  /// The entries of a list of models by `maker`.
  mutating func models(_ list: YAMLNode, maker: String?) -> [CatalogModel] {
    (list.items ?? []).compactMap { node in
      var entry = YAMLMapping(node, as: "a catalogued model")
      let id = entry.requiredString("id")
      let called = entry.strings("called")
      let licenses = dated(entry.optional("license"), key: "license")
      let released = entry.date("released")
      let retired = entry.date("retired")
      let sources = (entry.optional("sources")?.oneOrMany ?? []).compactMap { source($0) }
      let service = entry.string("service")
      let ownMaker = entry.string("maker")
      _ = entry.string("source")
      diagnostics += entry.finish()
      guard let id else { return nil }
      return CatalogModel(
        id: Glob(id), maker: ownMaker ?? maker, called: called, licenses: licenses,
        available: DateWindow(from: released, until: retired), sources: sources, service: service,
        location: node.location)
    }
  }

  /// The entries of a list of datasets.
  mutating func datasets(_ list: YAMLNode) -> [CatalogDataset] {
    (list.items ?? []).compactMap { node in
      var entry = YAMLMapping(node, as: "a catalogued dataset")
      let id = entry.requiredString("id")
      let called = entry.strings("called")
      let urls = entry.strings("urls")
      let licenses = dated(entry.optional("license"), key: "license")
      _ = entry.date("released")
      let generators = entry.strings("generators").map {
        CatalogSource(id: $0, kind: .model, relation: .generatedBy)
      }
      let sources = (entry.optional("sources")?.oneOrMany ?? []).compactMap { source($0) }
      _ = entry.string("source")
      diagnostics += entry.finish()
      guard let id else { return nil }
      return CatalogDataset(
        id: Glob(id), called: called, urls: urls, licenses: licenses, sources: generators + sources,
        location: node.location)
    }
  }

  /// The entries of a list of services.
  mutating func services(_ list: YAMLNode) -> [CatalogService] {
    (list.items ?? []).compactMap { node in
      var entry = YAMLMapping(node, as: "a catalogued service")
      let id = entry.requiredString("id")
      let title = entry.string("title")
      let called = entry.strings("called")
      let maker = entry.string("maker")
      let models = entry.strings("models").map { Glob($0) }
      let terms = dated(entry.optional("terms"), key: "terms")
      let policies = dated(entry.optional("policies"), key: "terms")
      _ = entry.string("source")
      diagnostics += entry.finish()
      guard let id else { return nil }
      return CatalogService(
        id: id, title: title ?? id, called: called, maker: maker, models: models, terms: terms, policies: policies,
        location: node.location)
    }
  }

  /// A name, or a list of names with the days on which they count.
  private mutating func dated(_ node: YAMLNode?, key: String) -> [DatedLicense] {
    (node?.oneOrMany ?? []).compactMap { item in
      if let name = item.text { return DatedLicense(license: name, window: DateWindow()) }
      var entry = YAMLMapping(item, as: "a dated licence")
      let name = entry.requiredString(key)
      let window = entry.window()
      diagnostics += entry.finish()
      return name.map { DatedLicense(license: $0, window: window) }
    }
  }

  private mutating func source(_ node: YAMLNode) -> CatalogSource? {
    var entry = YAMLMapping(node, as: "a catalogued source")
    let model = entry.string("model")
    let dataset = entry.string("dataset")
    let relation = entry.word("relation", as: Relation.self)
    diagnostics += entry.finish()
    guard let id = model ?? dataset, let relation else { return nil }
    return CatalogSource(id: id, kind: model == nil ? .dataset : .model, relation: relation)
  }
}
