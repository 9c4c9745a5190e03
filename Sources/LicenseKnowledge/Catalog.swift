import Diagnostics
import Obligations
import YAMLSource

/// Well-known models, datasets and services: facts with a source, never an authority over a
/// project's own files.
public struct Catalog: Sendable {
  public private(set) var models: [CatalogModel] = []
  public private(set) var datasets: [CatalogDataset] = []
  public private(set) var services: [CatalogService] = []
  /// What was wrong in the catalogue's files.
  public private(set) var diagnostics: [Diagnostic] = []
  private var mirrors: Set<String> = []
  private var suffixes: [String] = []

  init(reading files: [SourceFile]) {
    for file in files {
      let document = YAMLDocument(reading: file, limits: .strict)
      diagnostics += document.diagnostics
      guard let root = document.root else { continue }
      var decoder = CatalogDecoder()
      models += decoder.models(root)
      datasets += decoder.datasets(root)
      services += decoder.services(root)
      mirrors.formUnion((root["mirrors"]?.items ?? []).compactMap { $0.text?.lowercased() })
      suffixes += (root["suffixes"]?.items ?? []).compactMap { $0.text?.lowercased() }
      diagnostics += decoder.diagnostics
    }
  }

  /// The entry for a model id; mirrors' re-uploads find the original's entry.
  public func model(_ id: String) -> CatalogModel? {
    if let entry = models.first(where: { $0.id.matches(id) }) { return entry }
    guard let original = mirrored(id) else { return nil }
    return models.first { $0.id.matches(original) }
  }

  /// The original's id for a mirror's re-upload (`unsloth/Llama-3.2-1B-bnb-4bit`); nil for everything else.
  public func mirrored(_ id: String) -> String? {
    let parts = id.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, mirrors.contains(parts[0].lowercased()) else { return nil }
    var name = String(parts[1])
    while let suffix = suffixes.first(where: { name.lowercased().hasSuffix($0) && name.utf8.count > $0.utf8.count }) {
      name = String(name.dropLast(suffix.count))
      if let original = original(named: name, notIn: parts[0]) { return original }
    }
    return original(named: String(parts[1]), notIn: parts[0])
  }

  private func original(named name: String, notIn namespace: Substring) -> String? {
    for entry in models {
      guard let slash = entry.id.pattern.firstIndex(of: "/") else { continue }
      let owner = entry.id.pattern[..<slash]
      guard owner.lowercased() != namespace.lowercased(), !owner.contains("*"), entry.service == nil,
        entry.id.pattern[entry.id.pattern.index(after: slash)...] != "*"
      else { continue }
      let id = "\(owner)/\(name)"
      if entry.id.matches(id) { return id }
    }
    return nil
  }

  /// The entry for a dataset id or the address of a dataset.
  public func dataset(_ id: String) -> CatalogDataset? {
    datasets.first { $0.id.matches(id) }
  }

  /// The service that serves a model.
  public func service(_ id: String) -> CatalogService? {
    services.first { $0.id == id }
  }

  /// The names under which prose speaks of catalogued artefacts.
  public func knownNames() -> KnownNames {
    var names = KnownNames()
    for model in models {
      for name in model.called { names.add(name, id: model.id, kind: .model) }
    }
    for dataset in datasets {
      for name in dataset.called { names.add(name, id: dataset.id, kind: .dataset) }
      for url in dataset.urls { names.add(url: url, id: dataset.id.pattern) }
    }
    return names
  }
}
