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

  /// The source that a mention in a role makes; nil where it makes none.
  func source(
    _ mention: Mention, role: Cue.Role, child: StatementChild?, basis: StatementBasis, in block: MarkdownBlock,
    certainty: Certainty = .stated
  ) -> SourceStatement? {
    guard !release.isContinued(by: mention) else { return nil }
    let child = child ?? (block.isQuotedCard ? .original : nil)
    let childIsDataset: Bool
    switch child {
    case nil: childIsDataset = kind == .dataset
    case .artefact(_, let its): childIsDataset = its == .dataset
    case .original: childIsDataset = false
    }
    if child == nil, childIsDataset, !role.makesDatasets(of: mention.kind) { return nil }
    let relation: Relation
    switch (role, mention.kind) {
    case (.weights(let word), .model):
      // What is itself quantized is offered beside the release, and is not what it was made from.
      if word == .quantized, mention.id.isQuantized { return nil }
      relation = childIsDataset ? .generatedBy : word
    case (.outputs, .model): relation = childIsDataset ? .generatedBy : .distilled
    case (.training, .model):
      // Trained on a model: its weights are the start. An id in a list of data names a dataset.
      if mention.family == nil, basis.isLabel || kindOfID(mention.id.text) != .model {
        return SourceStatement(
          id: mention.id, kind: .dataset, relation: .trainedOn, child: child, certainty: certainty,
          location: SourceLocation(file, block.text.sourceRange(of: mention.range)), basis: basis)
      }
      relation = .finetune
    case (.gathered, .model): relation = childIsDataset ? .generatedBy : .distilled
    case (.weights, .dataset), (.training, .dataset), (.gathered, .dataset), (.outputs, .dataset):
      relation = childIsDataset ? .derivedFrom : .trainedOn
    default: return nil
    }
    return SourceStatement(
      id: mention.id, kind: mention.kind, relation: relation, child: child, certainty: certainty,
      location: SourceLocation(file, block.text.sourceRange(of: mention.range)), basis: basis)
  }
}

extension Cue.Role {
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

extension MarkdownBlock {
  /// Whether the block belongs to the original's card, which converters quote below their own.
  var isQuotedCard: Bool {
    headings.contains { heading in
      heading.containsIgnoringCase("original model card") || heading.containsIgnoringCase("original readme")
        || heading.containsIgnoringCase("original model's card")
    }
  }
}
