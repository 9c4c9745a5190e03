import Diagnostics
import MarkupText
import Obligations
import YAMLSource

/// Reads a model or dataset card.
public struct ModelCardReader {
  /// What was wrong, in file order.
  public private(set) var diagnostics: [Diagnostic] = []
  private let finder: MentionFinder

  /// A reader that recognises the artefacts of `names` in prose; `kindOfID` tells what an id is known to be.
  public init(names: KnownNames, kindOfID: @escaping (String) -> ArtefactKind?) {
    self.finder = MentionFinder(names: names, kindOfID: kindOfID)
  }

  /// Reads the card of the artefact called `release`; nil where the file is no card at all.
  public mutating func read(_ file: SourceFile, release: ArtefactID) -> ModelCard? {
    guard isText(file) else { return nil }
    let frontMatter = FrontMatter(in: file)
    var card = ModelCard(file: file, body: Markdown(reading: file, from: frontMatter?.bodyStart ?? 0))
    if let frontMatter {
      diagnostics += frontMatter.diagnostics
      card.frontMatter = frontMatter.yaml
      readMetadata(in: frontMatter.yaml, of: file, into: &card)
    } else if let nearMiss = FrontMatter.nearMiss(in: file) {
      diagnostics.append(nearMiss)
    }
    let name = release.text.isEmpty ? ReleaseName(id: title(of: card), isTitle: true) : ReleaseName(id: release)
    let prose = ProseReader(file: file, release: name, finder: finder)
    card.proseSources = prose.sources(in: card.body)
    card.proseSources += EmbeddedConfigReader(file: file).sources(in: card.body)
    warnAboutLimits(card)
    card.proseLicenses = ProseLicenseReader(file: file).claims(in: card.body)
    return card
  }

  /// What the card's first heading calls the release, for cards whose repository nobody names.
  private func title(of card: ModelCard) -> ArtefactID {
    let heading = card.body.blocks.first { $0.kind == .heading(level: 1) }
    return ArtefactID(heading.map { $0.text.bytes.count <= Self.longestTitle ? $0.text.string : "" } ?? "")
  }

  private static let longestTitle = 80

  /// Says what the limits on prose left unread.
  private mutating func warnAboutLimits(_ card: ModelCard) {
    for block in card.body.blocks
    where block.kind != .code && block.text.bytes.count > ProseReader.longestBlock {
      warn(
        "card-long-paragraph",
        "a paragraph of \(block.text.bytes.count) bytes is not searched for sources; the limit is \(ProseReader.longestBlock)",
        at: SourceLocation(card.file, block.text.sourceRange(of: 0..<1)),
        help: "break it up, or declare the sources in pedigree.yaml")
    }
    if card.proseSources.count >= ProseReader.mostSources, let last = card.proseSources.last {
      warn(
        "card-many-sources", "the prose names more than \(ProseReader.mostSources) sources; the rest is not read",
        at: last.location, help: "declare the sources in pedigree.yaml")
    }
  }

  private mutating func isText(_ file: SourceFile) -> Bool {
    let start = SourceLocation(file, SourceRange(0, 0))
    if file.bytes.isEmpty {
      fail("card-empty", "the card is empty", at: start, help: "describe the model, or give the right file")
      return false
    }
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      fail("encoding-utf16", "the card is UTF-16", at: start, help: "save it as UTF-8")
      return false
    }
    if file.bytes.starts(with: Array("version https://git-lfs.github.com/spec/".utf8)) {
      fail(
        "card-lfs-pointer", "this is a git-LFS pointer, not the card itself", at: start,
        help: "fetch the file with `git lfs pull`")
      return false
    }
    if let damaged = file.bytes[...].firstInvalidUTF8 {
      fail(
        "encoding-invalid-utf8", "byte 0x\(String(file.bytes[damaged], radix: 16)) is not valid UTF-8",
        at: SourceLocation(file, SourceRange(damaged, damaged + 1)), help: "save the file as UTF-8")
    }
    return true
  }

  private mutating func readMetadata(in yaml: SourceRange, of file: SourceFile, into card: inout ModelCard) {
    let document = YAMLDocument(reading: file, in: yaml, limits: .lenient)
    diagnostics += document.diagnostics
    guard let root = document.root else { return }
    guard root.entries != nil else {
      fail(
        "card-metadata", "the front matter must be a mapping, not \(root.kindName)", at: root.location,
        help: "write `key: value` lines")
      return
    }
    readLicense(root, into: &card)
    for key in ["base_model", "base_models", "finetuned_from"] {
      card.baseModels += texts(root[key], key: key)
    }
    card.datasets = texts(root["datasets"], key: "datasets") + texts(root["dataset"], key: "dataset")
    card.tags = texts(root["tags"], key: "tags")
    // Whoever names a base model describes a model, whatever else was copied into the card.
    let datasetKeys = ["task_categories", "size_categories", "dataset_info", "annotations_creators"]
    card.isDatasetCard = card.baseModels.isEmpty && datasetKeys.contains { root[$0] != nil }
    if let prompt = root["extra_gated_prompt"], let text = prompt.text {
      card.gatedPrompt = Fact(text, at: prompt.location)
    }
    card.relation = relation(root, card: card)
  }

  private mutating func readLicense(_ root: YAMLNode, into card: inout ModelCard) {
    for misspelt in ["licence", "licenses", "License"] {
      guard let node = root[misspelt], root["license"] == nil else { continue }
      warn(
        "card-misspelt-key", "`\(misspelt)` is no key of a model card, so the Hub shows no licence",
        at: node.location, help: "write `license:`")
    }
    guard let node = root["license"] else { return }
    let name = root["license_name"].flatMap { $0.isNull ? nil : $0.text }
    let link = root["license_link"].flatMap { $0.isNull ? nil : $0.text }
    for item in node.oneOrMany {
      if let text = item.text, Placeholder.isOne(text) {
        warn(
          "card-template-residue", "`\(text)` stands where a licence belongs", at: item.location,
          help: "fill the template in")
        continue
      }
      guard let text = item.text, !text.isEmpty else {
        fail(
          "card-license-type", "`license` must be a licence id or a list of them, not \(item.kindName)",
          at: item.location, help: "write `license: apache-2.0`")
        continue
      }
      // `other` hands over to license_name.
      if text.lowercased() == "other", let name, let nameNode = root["license_name"] {
        card.licenses.append(LicenseClaim(name: name, link: link, location: nameNode.location, basis: .project))
      } else {
        card.licenses.append(LicenseClaim(name: text, link: link, location: item.location, basis: .project))
      }
    }
  }

  /// `base_model_relation`, else what several bases, the library and the tags say.
  private mutating func relation(_ root: YAMLNode, card: ModelCard) -> Fact<Relation>? {
    if let node = root["base_model_relation"], let text = node.text, !node.isNull {
      if let relation = Relation(rawValue: text), relation.carriesWeights || relation == .distilled {
        return Fact(relation, at: node.location)
      }
      let words = ["finetune", "adapter", "merge", "quantized"]
      fail(
        "card-unknown-relation", "`\(text)` is no base_model_relation", at: node.location,
        help: text.nearest(in: words).map { "did you mean `\($0)`?" } ?? "one of: \(words.joined(separator: ", "))")
    }
    var hints: [(Set<String>, Relation)] = [
      (["lora", "peft", "adapter", "qlora"], .adapter),
      (["gguf", "gptq", "awq", "exl2", "ggml", "quantized", "bnb"], .quantized),
    ]
    // A converted merge is tagged as a merge still, but has one base.
    hints.insert((["merge", "mergekit"], .merge), at: card.baseModels.count == 1 ? hints.count : 0)
    let library = root["library_name"].flatMap { node in node.text.map { Fact($0, at: node.location) } }
    for (words, relation) in hints {
      for fact in card.tags + (library.map { [$0] } ?? []) where words.contains(fact.value.lowercased()) {
        return Fact(relation, at: fact.location)
      }
    }
    if card.baseModels.count > 1 { return Fact(.merge, at: card.baseModels[0].location) }
    return nil
  }

  /// The texts of a key that takes one or several.
  private mutating func texts(_ node: YAMLNode?, key: String) -> [Fact<String>] {
    var facts: [Fact<String>] = []
    let items = node?.oneOrMany ?? []
    if items.count > ProseReader.mostSources {
      warn(
        "card-many-sources", "`\(key)` lists \(items.count) ids; only the first \(ProseReader.mostSources) are read",
        at: items[ProseReader.mostSources].location)
    }
    for item in items.prefix(ProseReader.mostSources) where !item.isNull {
      guard let text = item.text else {
        warn("card-wrong-type", "`\(key)` holds \(item.kindName) where an id is expected", at: item.location)
        continue
      }
      // The Trainer writes its loaders' names where no dataset has one.
      if !text.isEmpty, !Placeholder.isOne(text) { facts.append(Fact(text, at: item.location)) }
    }
    return facts
  }

  private mutating func fail(_ id: String, _ summary: String, at location: SourceLocation, help: String? = nil) {
    diagnostics.append(Diagnostic(id, .error, summary, at: location, help: help))
  }

  private mutating func warn(_ id: String, _ summary: String, at location: SourceLocation, help: String? = nil) {
    diagnostics.append(Diagnostic(id, .warning, summary, at: location, help: help))
  }
}
