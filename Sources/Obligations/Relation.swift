/// How a child artefact came from its parent: the label of an edge of the lineage.
public enum Relation: String, Sendable, CaseIterable {
  // The Hub's four words, `base_model_relation`.
  case finetune, adapter, merge, quantized
  // Other ways in which the child holds the parent's weights.
  case pruned, converted, initialised, continued
  /// The parent was the teacher: its outputs or logits trained the child.
  case distilled
  /// A dataset that holds what the parent model said.
  case generatedBy = "generated-by"
  /// The parent judged or rewarded what the child was trained on.
  case preferenceBy = "preference-by"
  /// A model trained on the parent dataset.
  case trainedOn = "trained-on"
  /// A dataset made from the parent dataset.
  case derivedFrom = "derived-from"
  case evaluatedWith = "evaluated-with"
  case tokenizerOf = "tokenizer-of"
  /// The child ships the parent as it is, unchanged.
  case contains
  /// The child offers the parent, unchanged, to people who use it as a service.
  case serves

  /// Whether the child was made from weights of the parent.
  public var carriesWeights: Bool {
    switch self {
    case .finetune, .adapter, .merge, .quantized, .pruned, .converted, .initialised, .continued: true
    case .distilled, .generatedBy, .preferenceBy, .trainedOn, .derivedFrom, .evaluatedWith, .tokenizerOf, .contains,
      .serves:
      false
    }
  }
}

extension Relation {
  /// Whether the edge carries what the parent said, so that it matters how that was obtained.
  public var carriesOutputs: Bool {
    switch self {
    case .distilled, .generatedBy, .preferenceBy: true
    case .finetune, .adapter, .merge, .quantized, .pruned, .converted, .initialised, .continued, .trainedOn,
      .derivedFrom, .evaluatedWith, .tokenizerOf, .contains, .serves:
      false
    }
  }
}

extension Relation {
  /// Whether the child used the parent only for evaluation or tokenising.
  public var isAuxiliary: Bool { self == .evaluatedWith || self == .tokenizerOf }

  /// What the relation comes to where the child is a dataset: its datasets are upstream of it, its models made it.
  public func ofDataset(from parent: ArtefactKind) -> Relation {
    switch (self, parent) {
    case (.preferenceBy, _), (.evaluatedWith, _), (.tokenizerOf, _), (.contains, _), (.serves, _): self
    case (_, .dataset): .derivedFrom
    case (_, .model), (_, .service): .generatedBy
    case (_, .code): self
    }
  }
}

/// What a node of the lineage is.
public enum ArtefactKind: String, Sendable, CaseIterable {
  case model, dataset, service, code
}
