import Obligations
import Provenance

/// Says in the card what the declaration says: the models and data sets that the release was made from, and whose outputs
/// trained it.
struct CardCompletion {
  private let project: Project
  private let library: Library
  private let lineage: Lineage

  init(assessment: Assessment) {
    project = assessment.project
    library = assessment.library
    lineage = assessment.lineage
  }

  func complete(_ draft: inout FixDraft) {
    guard let manifest = project.manifest, let card = project.card, !card.isDatasetCard, manifest.kind != .dataset
    else {
      return
    }
    let sources = manifest.sources.filter { $0.isOwn?.value != true }
    let bases = sources.filter { $0.kind == .model && $0.relation.value.carriesWeights }
    add(bases, named: card.baseModels, to: .baseModel, &draft)
    if let first = bases.first { addRelation(first, of: bases, &draft) }
    add(
      sources.filter { $0.kind == .dataset && $0.relation.value == .trainedOn }, named: card.datasets, to: .datasets,
      &draft)
    for source in sources { disclose(source, in: card, &draft) }
  }

  private func add(
    _ sources: [ManifestSource], named: [Fact<String>], to field: CardField, _ draft: inout FixDraft
  ) {
    let known = Set(named.compactMap { lineage.index(of: ArtefactID($0.value)) })
    for source in sources where ArtefactID.isHubID(source.id.value) && source.id.value.contains("/") {
      guard let node = lineage.index(of: ArtefactID(source.id.value)), !known.contains(node) else { continue }
      guard draft.card?.add(source.id.value, to: field.rawValue) == true, let path = draft.card?.file.path else {
        continue
      }
      draft.note(path, "\(field.rawValue): \(source.id.value)", because: Self.declared(source))
    }
  }

  /// The Hub's word for how the release came from its bases, where all came about in one way and it has a word for that.
  private func addRelation(_ first: ManifestSource, of bases: [ManifestSource], _ draft: inout FixDraft) {
    let relation = first.relation.value
    guard [.finetune, .adapter, .merge, .quantized].contains(relation),
      bases.allSatisfy({ $0.relation.value == relation }), project.card?.relation == nil,
      draft.card?.field(CardField.baseModel.rawValue) != nil, draft.card?.field(Self.relationField) == nil,
      draft.card?.set(Self.relationField, to: relation.rawValue) == true, let path = draft.card?.file.path
    else { return }
    draft.note(path, "\(Self.relationField): \(relation.rawValue)", because: Self.declared(first))
  }

  private static let relationField = "base_model_relation"

  /// Tells whose outputs the release was trained on, where the card names nobody.
  private func disclose(_ source: ManifestSource, in card: ModelCard, _ draft: inout FixDraft) {
    guard source.relation.value == .distilled, source.kind == .model else { return }
    let node = lineage.index(of: ArtefactID(source.id.value))
    let isNamed = (card.proseSources + card.tagSources).contains { statement in
      statement.certainty != .hinted && lineage.index(of: statement.id) == node && node != nil
    }
    guard !isNamed else { return }
    _ = draft.addToCard("This model was trained on outputs of \(source.id.value).", because: Self.declared(source))
  }

  private static func declared(_ source: ManifestSource) -> String {
    let place = source.id.location
    return "declared in \(place.path):\(place.start.line)"
  }
}
