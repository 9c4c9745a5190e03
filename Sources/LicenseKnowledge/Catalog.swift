import Diagnostics
import KnowledgeTables
import Obligations
import YAMLSource

/// Well-known models, datasets and services: facts with a source, never an authority over a
/// project's own files.
///
/// An entry is found by the index and decoded when it is first asked for, once for all threads.
public struct Catalog: Sendable {
  /// The names under which prose speaks of catalogued artefacts.
  public let knownNames: KnownNames
  private let files: [KnowledgeFile]
  private let models: CatalogIndex
  private let datasets: CatalogIndex
  private let services: CatalogIndex
  private let reUploads: ReUploads
  private let readFiles = Memo<Int, SourceFile>()
  private let decodedModels = Memo<CatalogIndex.Entry, CatalogModel?>()
  private let decodedDatasets = Memo<CatalogIndex.Entry, CatalogDataset?>()
  private let decodedServices = Memo<CatalogIndex.Entry, CatalogService?>()

  /// The catalogue of an index, whose numbers of files are those of `files`.
  init(_ index: KnowledgeIndex, files: [KnowledgeFile]) {
    self.files = files
    models = CatalogIndex(index.models)
    datasets = CatalogIndex(index.datasets)
    services = CatalogIndex(index.services)
    reUploads = ReUploads(by: index.mirrors, suffixes: index.mirrorSuffixes, of: models)
    knownNames = KnownNames(index.names, addresses: index.datasetAddresses)
  }

  /// The entry for a model id; mirrors' re-uploads find the original's entry.
  public func model(_ id: String) -> CatalogModel? {
    if let entry = entry(id) { return decode(entry) }
    return mirrored(id).flatMap { entry($0) }.flatMap { decode($0) }
  }

  /// Who makes the model of this very id; nil for re-uploads, whose makers are others.
  public func maker(of id: String) -> String? { entry(id).flatMap { decode($0) }?.maker }

  /// The entry whose pattern matches; a family's bare name (`meta-llama/Llama-3.1`) finds the family.
  private func entry(_ id: String) -> CatalogIndex.Entry? {
    models.first(matching: id) ?? models.first(matching: "\(id)-")
  }

  /// The original's id for a mirror's re-upload (`unsloth/Llama-3.2-1B-bnb-4bit`); nil for everything else.
  public func mirrored(_ id: String) -> String? {
    models.first(matching: id) == nil ? reUploads.original(of: id) : nil
  }

  /// The id of which `id` is said to hold the weights under another name: a mirror's re-upload, or an entry whose only
  /// source is the original that it was converted from.
  public func original(of id: String) -> String? {
    if let mirrored = mirrored(id) { return mirrored }
    guard let entry = models.first(matching: id), let sources = decode(entry)?.sources, sources.count == 1,
      sources[0].relation == .converted
    else { return nil }
    return sources[0].id
  }

  private func decode(_ entry: CatalogIndex.Entry) -> CatalogModel? {
    decodedModels.value(of: entry) {
      var decoder = CatalogDecoder()
      return root(of: entry, in: models).flatMap { decoder.models($0, maker: models.maker(of: entry)).first }
    }
  }

  private func root(of entry: CatalogIndex.Entry, in index: CatalogIndex) -> YAMLNode? {
    let number = index.file(of: entry)
    let file = readFiles.value(of: number) { files[number].read() }
    return YAMLDocument(reading: file, in: index.range(of: entry), limits: .strict).root
  }

  /// Whether a model is listed under this very id, and not only matched by the pattern of a family.
  public func lists(_ id: String) -> Bool { models.holds(id) }

  /// Whether an id is catalogued as a model or as a dataset; nil where it is neither.
  public func kind(of id: String) -> ArtefactKind? {
    if models.first(matching: id) != nil { return .model }
    return datasets.first(matching: id) == nil ? nil : .dataset
  }

  /// The entry for a dataset id.
  public func dataset(_ id: String) -> CatalogDataset? {
    guard let entry = datasets.first(matching: id) else { return nil }
    return decodedDatasets.value(of: entry) {
      var decoder = CatalogDecoder()
      return root(of: entry, in: datasets).flatMap { decoder.datasets($0).first }
    }
  }

  /// All services, in the order of the catalogue.
  func allServices() -> [CatalogService] {
    var decoder = CatalogDecoder()
    return services.entries.compactMap { root(of: $0, in: services) }.flatMap { decoder.services($0) }
  }

  /// The service with this id.
  public func service(_ id: String) -> CatalogService? {
    guard let entry = services.first(matching: id) else { return nil }
    return decodedServices.value(of: entry) {
      var decoder = CatalogDecoder()
      return root(of: entry, in: services).flatMap { decoder.services($0).first }
    }
  }

  /// Everything that is wrong in the catalogue's files.
  func lint() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for file in files {
      let section: Section
      switch file.kind {
      case .models: section = .models
      case .datasets: section = .datasets
      case .services: section = .services
      case .license, .mirrors, .signatures, .lexicon, .cardWordings, .edition, .families, .interpretations, .makers,
        .places, .customary:
        continue
      }
      let source = file.read()
      let document = YAMLDocument(reading: source, limits: .strict)
      diagnostics += document.diagnostics
      guard let root = document.root else { continue }
      var decoder = CatalogDecoder()
      let skimmed = CatalogFile(skimming: source.bytes).entries
      let list = root[section.rawValue]
      switch section {
      case .models: _ = list.map { decoder.models($0, maker: nil) }
      case .datasets: _ = list.map { decoder.datasets($0) }
      case .services: _ = list.map { decoder.services($0) }
      }
      let parsed = list?.items ?? []
      for (node, entry) in zip(parsed, skimmed) where !Self.agree(node, entry) {
        diagnostics.append(.notSkimmable(node.location))
      }
      if parsed.count != skimmed.count { diagnostics.append(.notSkimmable(root.location)) }
      diagnostics += decoder.diagnostics
    }
    return diagnostics
  }

  /// The list that a file of the catalogue holds.
  private enum Section: String {
    case models, datasets, services
  }

  private static func agree(_ node: YAMLNode, _ entry: CatalogFile.Entry) -> Bool {
    func texts(_ key: String) -> [String] { node[key]?.oneOrMany.compactMap(\.text) ?? [] }
    return node["id"]?.text == entry.id && texts("called") == entry.called && texts("urls") == entry.urls
      && node["title"]?.text == entry.title && node["maker"]?.text == entry.maker
  }
}
