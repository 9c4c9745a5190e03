import Diagnostics
import MarkupText
import Obligations

/// Makes sources of mentions: what a role means for a model and for a dataset.
struct SourceMaker {
  let file: SourceFile
  let release: ReleaseName
  /// What the release is.
  let kind: ArtefactKind
  /// What an id is known to be; nil where nobody knows.
  let kindOfID: (String) -> ArtefactKind?
  /// Of what a text speaks that names no child: nil for the release, or the model whose card is quoted.
  var subject: StatementChild?

  /// The source that a mention in a role makes; nil where it makes none.
  func source(
    _ mention: Mention, role: SourceRole, child: StatementChild?, basis: StatementBasis, in block: MarkdownBlock,
    certainty: Certainty = .stated
  ) -> SourceStatement? {
    guard !release.isContinued(by: mention) else { return nil }
    let child = child ?? subject
    if case .artefact(let id, _) = child, id == mention.id { return nil }
    let childIsDataset: Bool
    switch child {
    case nil: childIsDataset = kind == .dataset
    case .artefact(_, let its): childIsDataset = its == .dataset
    }
    if child == nil, childIsDataset, !role.makesDatasets(of: mention.kind) { return nil }
    guard let (parent, relation) = relation(of: mention, role, childIsDataset: childIsDataset, basis) else {
      return nil
    }
    return SourceStatement(
      id: mention.id, kind: parent, relation: relation, child: child, certainty: certainty,
      location: SourceLocation(file, block.text.sourceRange(of: mention.range)), basis: basis)
  }

  private func relation(
    of mention: Mention, _ role: SourceRole, childIsDataset: Bool, _ basis: StatementBasis
  ) -> (kind: ArtefactKind, Relation)? {
    switch mention.kind {
    case .dataset: return (.dataset, childIsDataset ? .derivedFrom : .trainedOn)
    case .service, .code: return nil
    case .model: break
    }
    switch role {
    case .weights(let word):
      // What is itself quantized is offered beside the release, and is not what it was made from.
      if word == .quantized, mention.id.isQuantized { return nil }
      return (.model, childIsDataset ? .generatedBy : word)
    case .outputs, .gathered: return (.model, childIsDataset ? .generatedBy : .distilled)
    case .training:
      // Trained on a model: its weights are the start. An id in a list of data names a dataset.
      if mention.family == nil, basis.isLabel || kindOfID(mention.id.text) != .model { return (.dataset, .trainedOn) }
      return (.model, .finetune)
    }
  }
}

extension SourceRole {
  /// Whether a dataset can come from an artefact in this way: its card also tells which models were trained on it, and
  /// from which weights.
  fileprivate func makesDatasets(of kind: ArtefactKind) -> Bool {
    switch self {
    case .training: false
    case .weights: kind == .dataset
    case .outputs, .gathered: true
    }
  }
}

extension StatementBasis {
  fileprivate var isLabel: Bool { if case .label = self { true } else { false } }
}
