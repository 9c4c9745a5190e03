import Diagnostics
import Obligations
import YAMLSource

/// Well-known models, datasets and services: facts with a source, never an authority over a
/// project's own files.
///
/// Names are skimmed from all entries; an entry is decoded when it is first asked for, once for all threads.
public struct Catalog: Sendable {
  /// The names under which prose speaks of catalogued artefacts.
  public let knownNames: KnownNames
  private let files: [SourceFile]
  private let models: CatalogIndex
  private let datasets: CatalogIndex
  private let services: CatalogIndex
  private let reUploads: ReUploads
  private let decodedModels = Memo<CatalogIndex.Place, CatalogModel?>()
  private let decodedDatasets = Memo<CatalogIndex.Place, CatalogDataset?>()
  private let decodedServices = Memo<CatalogIndex.Place, CatalogService?>()

  init(reading knowledge: [KnowledgeFile]) {
    let files = knowledge.map { $0.read() }
    let size = files.reduce(0) { $0 + $1.bytes.count }
    var models = CatalogIndex(capacity: size / Self.bytesOfEntry)
    var datasets = CatalogIndex()
    var services = CatalogIndex()
    var mirrors: [[String]] = [[], []]
    for (number, file) in knowledge.enumerated() {
      let source = files[number]
      let skim = Skim(source.bytes)
      if file.path == "catalog/mirrors.yaml" {
        mirrors = skim.values(of: Skim.Keys("mirrors", "suffixes"), in: 0..<source.bytes.count, indent: 0)
        continue
      }
      for range in skim.entries(in: 0..<source.bytes.count) {
        let entry = Self.entry(skim, range, file: number)
        switch file.path {
        case "catalog/datasets.yaml": datasets.add(entry)
        case "catalog/services.yaml": services.add(entry)
        default: models.add(entry)
        }
      }
    }
    self.files = files
    self.models = models
    self.datasets = datasets
    self.services = services
    self.reUploads = ReUploads(by: mirrors[0], suffixes: mirrors[1], of: models)
    self.knownNames = Self.names(models, datasets)
  }

  /// About how long an entry is.
  private static let bytesOfEntry = 200
  private static let nameKeys = Skim.Keys("called", "urls")

  private static func entry(_ skim: Skim, _ range: Range<Int>, file: Int) -> CatalogIndex.Entry {
    let id = skim.id(of: range)
    let lists = skim.values(of: nameKeys, in: range, indent: 4)
    return CatalogIndex.Entry(
      id: id, called: lists[0], urls: lists[1],
      place: CatalogIndex.Place(file: file, range: SourceRange(range.lowerBound, range.upperBound)),
      isPattern: id.utf8.contains(UInt8(ascii: "*")))
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
    decodedModels.value(of: entry.place) {
      var decoder = CatalogDecoder()
      return root(of: entry).flatMap { decoder.models($0, maker: maker(of: entry)).first }
    }
  }

  /// The maker that an entry's file names above its entries.
  private func maker(of entry: CatalogIndex.Entry) -> String? {
    let head = 0..<min(entry.place.range.lowerBound, Self.longestHead)
    return Skim(files[entry.place.file].bytes).values(of: Self.makerKey, in: head, indent: 0)[0].first
  }

  private static let longestHead = 4_096
  private static let makerKey = Skim.Keys("maker")

  private func root(of entry: CatalogIndex.Entry) -> YAMLNode? {
    YAMLDocument(reading: files[entry.place.file], in: entry.place.range, limits: .strict).root
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
    return decodedDatasets.value(of: entry.place) {
      var decoder = CatalogDecoder()
      return root(of: entry).flatMap { decoder.datasets($0).first }
    }
  }

  /// The owners of catalogued ids, each with its maker.
  func owners() -> [(name: String, maker: String)] {
    var makers: [Int: String] = [:]
    return models.entries.compactMap { entry in
      let (file, range) = (entry.place.file, entry.place.range)
      if makers[file] == nil {
        makers[file] =
          Skim(files[file].bytes).values(of: Skim.Keys("maker"), in: 0..<range.lowerBound, indent: 0)[0].first
      }
      guard let maker = makers[file], let slash = entry.id.firstIndex(of: "/") else { return nil }
      return (String(entry.id[..<slash]), maker)
    }
  }

  /// All services, in the order of the catalogue.
  func allServices() -> [CatalogService] {
    var decoder = CatalogDecoder()
    return services.entries.compactMap { root(of: $0) }.flatMap { decoder.services($0) }
  }

  /// The service with this id.
  public func service(_ id: String) -> CatalogService? {
    guard let entry = services.first(matching: id) else { return nil }
    return decodedServices.value(of: entry.place) {
      var decoder = CatalogDecoder()
      return root(of: entry).flatMap { decoder.services($0).first }
    }
  }

  /// Shorter names of datasets stand in too many ids by chance.
  private static let shortestHint = 6

  private static func names(_ models: CatalogIndex, _ datasets: CatalogIndex) -> KnownNames {
    var names = KnownNames()
    for model in models.entries {
      for name in model.called { names.add(name, id: model.id, kind: .model) }
    }
    for dataset in datasets.entries {
      for name in dataset.called { names.add(name, id: dataset.id, kind: .dataset) }
      for url in dataset.urls { names.add(url: url, id: dataset.id) }
      // Derived datasets carry the original's name in their ids.
      if let name = dataset.id.split(separator: "/").last, name.utf8.count >= shortestHint, !dataset.id.contains("*") {
        names.add(String(name), id: dataset.id, kind: .dataset, isForProse: false)
      }
    }
    return names
  }

  /// Everything that is wrong in the catalogue's files.
  func lint() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (number, file) in files.enumerated() {
      let document = YAMLDocument(reading: file, limits: .strict)
      diagnostics += document.diagnostics
      guard let root = document.root else { continue }
      var decoder = CatalogDecoder()
      let sections = [("models", models), ("datasets", datasets), ("services", services)]
      for (key, index) in sections {
        let parsed = root[key]?.items ?? []
        let skimmed = index.entries.filter { $0.place.file == number }
        switch key {
        case "models": _ = root[key].map { decoder.models($0, maker: nil) }
        case "datasets": _ = root[key].map { decoder.datasets($0) }
        default: _ = root[key].map { decoder.services($0) }
        }
        for (node, entry) in zip(parsed, skimmed) where !Self.agree(node, entry) {
          diagnostics.append(.notSkimmable(node.location))
        }
        if parsed.count != skimmed.count { diagnostics.append(.notSkimmable(root.location)) }
      }
      diagnostics += decoder.diagnostics
    }
    return diagnostics
  }

  private static func agree(_ node: YAMLNode, _ entry: CatalogIndex.Entry) -> Bool {
    func texts(_ key: String) -> [String] { node[key]?.oneOrMany.compactMap(\.text) ?? [] }
    return node["id"]?.text == entry.id && texts("called") == entry.called && texts("urls") == entry.urls
  }
}
