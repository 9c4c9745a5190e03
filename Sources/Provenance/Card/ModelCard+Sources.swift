import Obligations

/// What a card says about where its artefact came from, as statements.
extension ModelCard {
  /// What its fields declare and its tags say of `subject`, which is of such a kind.
  func fieldSources(of subject: ArtefactID, kind: ArtefactKind) -> [SourceStatement] {
    let converted: Relation = subject.isQuantized ? .quantized : .finetune
    let bases = baseModels.map { statement($0, .model, relation?.value ?? converted, key: "base_model") }
    let data: Relation = kind == .dataset ? .derivedFrom : .trainedOn
    return bases + datasets.map { statement($0, .dataset, data, key: "datasets") }
      + sourceDatasets.map { statement($0, .dataset, .derivedFrom, key: "source_datasets") } + tagSources
  }

  /// Whether anything names data that the artefact was trained on, or tells of it already.
  var namesTrainingData: Bool {
    !datasets.isEmpty || (tagSources + proseSources).contains { $0.child == nil && $0.kind == .dataset }
      || unnamed.contains { $0.child == nil }
  }

  private func statement(
    _ fact: Fact<String>, _ kind: ArtefactKind, _ relation: Relation, key: String
  ) -> SourceStatement {
    SourceStatement(
      id: ArtefactID(fact.value), kind: kind, relation: relation, certainty: .declared, location: fact.location,
      basis: .key(key))
  }

  /// What its prose says, full names first: what they name, a family's bare name in another sentence only repeats.
  var proseSourcesByPrecision: [SourceStatement] {
    proseSources.sorted { Self.precision(of: $0.id) > Self.precision(of: $1.id) }
  }

  /// How exactly a name says what it means: by its words, a closing "base" only between equals.
  private static func precision(of id: ArtefactID) -> Int {
    let words = id.words
    return words.last == "base" ? words.count * 2 - 3 : words.count * 2
  }
}
