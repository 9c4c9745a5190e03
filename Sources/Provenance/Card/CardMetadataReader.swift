import Diagnostics
import MarkupText
import Obligations
import YAMLSource

/// Reads the front matter of a model or dataset card.
struct CardMetadataReader {
  /// What was wrong, in file order.
  private(set) var diagnostics: [Diagnostic] = []
  private let finder: MentionFinder

  init(finder: MentionFinder) {
    self.finder = finder
  }

  /// Reads the YAML in `yaml` into `card`, of which `text` is the body.
  mutating func read(_ yaml: SourceRange, of file: SourceFile, _ text: CardText, into card: inout ModelCard) {
    let document = YAMLDocument(reading: file, in: yaml, limits: .lenient)
    diagnostics += document.diagnostics
    guard let root = document.root else { return }
    guard root.entries != nil else {
      fail(
        .cardMetadata, "the front matter must be a mapping, not \(root.kindName)", at: root.location,
        help: "write `key: value` lines")
      return
    }
    for key in ["base_model", "base_models", "finetuned_from"] {
      card.baseModels += texts(root[key], key: key)
    }
    card.datasets = texts(root["datasets"], key: "datasets") + texts(root["dataset"], key: "dataset")
    card.tags = texts(root["tags"], key: "tags")
    card.isDatasetCard = card.baseModels.isEmpty && Self.describesDataset(root, card, text)
    if let task = root["pipeline_tag"], let text = task.text { card.task = Fact(text, at: task.location) }
    if let prompt = root["extra_gated_prompt"], let text = prompt.text {
      card.gatedPrompt = Fact(text, at: prompt.location)
    }
    let tags = CardTags(card.tags, kind: card.isDatasetCard ? .dataset : .model, finder: finder)
    readLicense(root, tags: tags, into: &card)
    card.relation = relation(root, tags: tags, card: card)
    card.tagSources = tags.sources(defaultRelation: card.relation?.value)
    card.unnamed = tags.unnamed
    if card.isDatasetCard {
      card.sourceDatasets = sourceDatasets(root["source_datasets"])
      card.unnamed += machineMade(root)
    }
  }

  /// Whether the keys are those of a dataset's card, or nobody's and the text is.
  ///
  /// Whoever names a base model describes a model, whatever else was copied into the card.
  private static func describesDataset(_ root: YAMLNode, _ card: ModelCard, _ text: CardText) -> Bool {
    if datasetKeys.contains(where: { root[$0] != nil }) { return true }
    guard !modelKeys.contains(where: { root[$0] != nil }) else { return false }
    return ["pretty_name", "configs"].contains { root[$0] != nil }
      || (card.datasets.isEmpty && text.describesDataset)
  }

  private static let datasetKeys = [
    "task_categories", "size_categories", "dataset_info", "annotations_creators", "language_creators",
    "source_datasets", "multilinguality",
  ]
  private static let modelKeys = ["library_name", "pipeline_tag", "model-index", "base_model_relation"]

  private mutating func readLicense(_ root: YAMLNode, tags: CardTags, into card: inout ModelCard) {
    for misspelt in ["licence", "licenses", "License"] {
      guard let node = root[misspelt], root["license"] == nil else { continue }
      warn(
        .cardMisspeltKey, "`\(misspelt)` is not a key of a model card, so the Hub shows no licence",
        at: node.location, help: "write `license:`")
    }
    guard let node = root["license"] else {
      card.licenses = tags.licenses
      return
    }
    let name = root["license_name"].flatMap { $0.isNull ? nil : $0.text }
    let link = root["license_link"].flatMap { $0.isNull ? nil : $0.text }
    for item in node.oneOrMany {
      if let text = item.text, Placeholder.isOne(text) {
        warn(
          .cardTemplateResidue, "`\(text)` stands where a licence belongs", at: item.location,
          help: "fill the template in")
        continue
      }
      guard let text = item.text, !text.isEmpty else {
        fail(
          .cardLicenseType, "`license` must be a licence id or a list of them, not \(item.kindName)",
          at: item.location, help: "write `license: apache-2.0`")
        continue
      }
      // `other` hands over to license_name.
      if text.lowercased() == "other", let name, let nameNode = root["license_name"] {
        card.licenses.append(LicenseClaim(name: name, link: link, location: nameNode.location, basis: .project))
        continue
      }
      card.licenses.append(LicenseClaim(name: text, link: link, location: item.location, basis: .project))
      if link == nil, let tool = tags.tool(writing: text) {
        warn(
          .cardLicenseByTool,
          "`license: \(text)` is what \(tool) writes whatever a card is about, so nobody may have chosen it",
          at: item.location, help: "write down the licence under which it goes out, and under which its sources let it")
      }
    }
  }

  /// `base_model_relation`, else what several bases, the library and the tags say.
  private mutating func relation(_ root: YAMLNode, tags: CardTags, card: ModelCard) -> Fact<Relation>? {
    if let node = root["base_model_relation"], let text = node.text, !node.isNull {
      if let relation = Relation(rawValue: text), relation.carriesWeights || relation == .distilled {
        return Fact(relation, at: node.location)
      }
      let words = ["finetune", "adapter", "merge", "quantized"]
      fail(
        .cardUnknownRelation, "`\(text)` is not a valid base_model_relation", at: node.location,
        help: text.nearest(in: words).map { "did you mean `\($0)`?" } ?? "one of: \(words.joined(separator: ", "))")
    }
    if let relation = tags.relation { return relation }
    let library = root["library_name"].flatMap { node in node.text.map { Fact($0, at: node.location) } }
    if let relation = CardTags.relation(
      saidBy: card.tags + (library.map { [$0] } ?? []), hasOneBase: card.baseModels.count == 1,
      wordings: finder.wordings)
    {
      return relation
    }
    guard card.baseModels.count > 1 else { return nil }
    return Fact(Self.isFamily(card.baseModels) ? .finetune : .merge, at: card.baseModels[0].location)
  }

  /// Whether several bases are one in several sizes, of which a family's models were made each from its own.
  private static func isFamily(_ bases: [Fact<String>]) -> Bool {
    let names = bases.map { ArtefactID($0.value).family }
    return Set(names.map(\.size)).count == names.count && Set(names.map(\.rest)).count == 1
  }

  /// The datasets that `source_datasets` names: ids, and those behind `extended|`, which may be none of the Hub's.
  private mutating func sourceDatasets(_ node: YAMLNode?) -> [Fact<String>] {
    texts(node, key: "source_datasets").compactMap { fact in
      var name = Substring(fact.value)
      for prefix in ["extended|", "other-"] where name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
      let isNone = name.isEmpty || finder.wordings.list(.ownSource, holds: name.lowercased())
      return isNone ? nil : Fact(String(name), at: fact.location)
    }
  }

  /// The generator that `machine-generated` texts or annotations tell of.
  private func machineMade(_ root: YAMLNode) -> [UnnamedSource] {
    ["annotations_creators", "language_creators"].flatMap { key in
      (root[key]?.oneOrMany ?? []).filter { $0.text?.lowercased() == "machine-generated" }.map {
        UnnamedSource(.generatedBy, basis: .key(key), at: $0.location)
      }
    }
  }

  /// The texts of a key that takes one or several.
  private mutating func texts(_ node: YAMLNode?, key: String) -> [Fact<String>] {
    var facts: [Fact<String>] = []
    let items = node?.oneOrMany ?? []
    if items.count > ProseReader.mostSources {
      warn(
        .cardManySources, "`\(key)` lists \(items.count) ids; only the first \(ProseReader.mostSources) are read",
        at: items[ProseReader.mostSources].location)
    }
    for item in items.prefix(ProseReader.mostSources) where !item.isNull {
      guard let text = item.text else {
        warn(.cardWrongType, "`\(key)` holds \(item.kindName) where an id is expected", at: item.location)
        continue
      }
      // The Trainer writes its loaders' names where no dataset has one.
      if !text.isEmpty, !Placeholder.isOne(text) { facts.append(Fact(text, at: item.location)) }
    }
    return facts
  }

  private mutating func fail(_ id: DiagnosticID, _ summary: String, at location: SourceLocation, help: String? = nil) {
    diagnostics.append(Diagnostic(id, .error, summary, at: location, help: help))
  }

  private mutating func warn(_ id: DiagnosticID, _ summary: String, at location: SourceLocation, help: String? = nil) {
    diagnostics.append(Diagnostic(id, .warning, summary, at: location, help: help))
  }
}
