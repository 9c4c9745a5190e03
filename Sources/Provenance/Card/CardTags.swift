import Obligations

/// What the tags of a card, or the keywords of a dataset's description, say about where the artefact came from.
struct CardTags {
  private let tags: [Fact<String>]
  /// What the card describes.
  private let kind: ArtefactKind
  private let finder: MentionFinder
  /// The tags as tools write them: lower case, with hyphens.
  private let words: Set<String>

  init(_ tags: [Fact<String>], kind: ArtefactKind, finder: MentionFinder) {
    self.tags = tags
    self.kind = kind
    self.finder = finder
    self.words = Set(tags.map { Self.word($0.value) })
  }

  private static func word(_ tag: String) -> String {
    tag.lowercased().replacing(" ", with: "-").replacing("_", with: "-")
  }

  /// The way in which the artefact came from its base, by `base_model:adapter:owner/name`.
  var relation: Fact<Relation>? {
    for tag in tags {
      guard let (relation, _) = Self.base(in: tag.value), let relation else { continue }
      return Fact(relation, at: tag.location)
    }
    return nil
  }

  /// The artefacts that tags name, in their order.
  ///
  /// `defaultRelation` is how the artefact came from a base whose tag does not say it. Datasets are tagged with the
  /// models that wrote them, and with those that they are about.
  func sources(defaultRelation: Relation?) -> [SourceStatement] {
    tags.compactMap { tag in
      if let (relation, id) = Self.base(in: tag.value) {
        return statement(id, .model, relation ?? defaultRelation ?? .finetune, .stated, of: tag)
      }
      if let id = Self.value(of: "dataset:", in: tag.value) {
        return statement(id, .dataset, .trainedOn, .stated, of: tag)
      }
      guard kind == .dataset, let named = finder.artefact(called: tag.value), named.kind == .model else { return nil }
      return statement(named.id.text, .model, .generatedBy, .hinted, of: tag)
    }
  }

  private func statement(
    _ id: String, _ parent: ArtefactKind, _ relation: Relation, _ certainty: Certainty, of tag: Fact<String>
  ) -> SourceStatement? {
    guard case .artefact(let id, let revision) = SourceName(id) else { return nil }
    return SourceStatement(
      id: ArtefactID(id), kind: parent, relation: kind == .dataset ? relation.ofDataset(from: parent) : relation,
      certainty: certainty, location: tag.location, basis: .tag(tag.value), revision: revision)
  }

  /// The licences of tags `license:mit`.
  var licenses: [LicenseClaim] {
    tags.compactMap { tag in
      guard let name = Self.value(of: "license:", in: tag.value), !Placeholder.isOne(name) else { return nil }
      return LicenseClaim(name: name, location: tag.location, basis: .project)
    }
  }

  /// Sources that tags tell of without naming them, each relation once.
  var unnamed: [UnnamedSource] {
    var found: [UnnamedSource] = []
    for tag in tags {
      let word = Self.word(tag.value)
      guard let relation = kind == .dataset ? generation(word) : training(word),
        !found.contains(where: { $0.relation == relation })
      else { continue }
      found.append(UnnamedSource(relation, basis: .tag(tag.value), at: tag.location))
    }
    return found
  }

  /// The relation to the model that a way of training needs beside the one that is trained.
  private func training(_ word: String) -> Relation? {
    if holds(.tagDistilled, word) { return .distilled }
    if holds(.tagJudged, word) { return .preferenceBy }
    // Short names of trainers are words for other things too, unless the trainers' library stands beside them.
    guard words.contains("trl") else { return nil }
    if holds(.tagDistilledByTrainer, word) { return .distilled }
    return holds(.tagJudgedByTrainer, word) ? .preferenceBy : nil
  }

  /// The relation to the model that wrote or rated a dataset.
  private func generation(_ word: String) -> Relation? {
    if holds(.tagGenerated, word) { return .generatedBy }
    return holds(.tagGeneratedJudged, word) ? .preferenceBy : nil
  }

  /// The way in which a tag says that the artefact came from its base. A converted merge is tagged as a merge still, but
  /// has one base.
  static func relation(
    saidBy tags: [Fact<String>], hasOneBase: Bool, wordings: CardWordings
  ) -> Fact<Relation>? {
    var order: [(CardWordList, Relation)] = [(.tagAdapter, .adapter), (.tagQuantized, .quantized)]
    order.insert((.tagMerge, .merge), at: hasOneBase ? order.count : 0)
    for (list, relation) in order {
      for tag in tags where wordings.list(list, holds: word(tag.value)) { return Fact(relation, at: tag.location) }
    }
    return nil
  }

  private func holds(_ list: CardWordList, _ word: String) -> Bool { finder.wordings.list(list, holds: word) }

  /// The tool that left its tag and writes this licence into every card; nil where there is none.
  func tool(writing license: String) -> String? {
    Self.tools.first { words.contains($0.tag) && $0.license == license.lowercased() && $0.kind == kind }?.name
  }

  private static let tools: [(tag: String, kind: ArtefactKind, license: String, name: String)] = [
    ("unsloth", .model, "apache-2.0", "unsloth"), ("autotrain", .model, "other", "AutoTrain"),
    ("llama-factory", .model, "other", "LLaMA-Factory"), ("curator", .dataset, "mit", "curator"),
  ]

  /// What follows a prefix.
  private static func value(of prefix: String, in tag: String) -> String? {
    tag.lowercased().hasPrefix(prefix) ? String(tag.dropFirst(prefix.count)) : nil
  }

  /// The base of `base_model:owner/name` or `base_model:adapter:owner/name`.
  private static func base(in tag: String) -> (relation: Relation?, id: String)? {
    guard let rest = value(of: "base_model:", in: tag) else { return nil }
    guard let colon = rest.firstIndex(of: ":"), let relation = Relation(rawValue: rest[..<colon].lowercased()) else {
      return (nil, rest)
    }
    return (relation, String(rest[rest.index(after: colon)...]))
  }
}
