import Obligations
import Provenance

/// What an edge of the lineage does to the effect with which an ancestor reaches the parent.
struct EffectTransfer {
  /// The effect on the child.
  let effect: Effect
  /// The question of law on which the transfer hangs, if it does.
  var interpretation: String?

  /// An artefact's effect on itself.
  static func ownEffect(of kind: ArtefactKind) -> Effect {
    switch kind {
    case .model, .service, .code: .derivative
    case .dataset: .data
    }
  }

  /// The transfers along an edge, of which each reaches the child for itself; `childIsDataset` tells judged data
  /// from judged models.
  static func along(_ relation: Relation, from effect: Effect, childIsDataset: Bool) -> [EffectTransfer] {
    if effect == .tool { return [EffectTransfer(effect: .tool)] }
    switch relation {
    case .finetune, .merge, .quantized, .pruned, .converted, .initialised, .continued:
      return [EffectTransfer(effect: weights(effect))]
    case .adapter:
      guard weights(effect) == .derivative else { return [EffectTransfer(effect: weights(effect))] }
      // Whatever it is in law, it was made by using the parent, and runs on it.
      return [
        EffectTransfer(effect: .derivative, interpretation: "adapter-is-derivative"), EffectTransfer(effect: .adapter),
      ]
    case .distilled:
      return [said(effect, as: .outputTrained, inData: .dataTrained)]
    case .generatedBy:
      return [said(effect, as: .outputs, inData: .data)]
    case .preferenceBy:
      return [said(effect, as: .judged, inData: childIsDataset ? .data : .dataTrained)]
    case .trainedOn:
      return [EffectTransfer(effect: trained(effect))]
    case .derivedFrom:
      return [EffectTransfer(effect: effect)]
    case .evaluatedWith, .tokenizerOf:
      return [EffectTransfer(effect: .tool)]
    case .contains:
      return [EffectTransfer(effect: unchanged(effect, as: .contained))]
    case .serves:
      return [EffectTransfer(effect: unchanged(effect, as: .served))]
    }
  }

  /// The child passes the parent on as it is; what the parent was made from stays what it was.
  private static func unchanged(_ effect: Effect, as passed: Effect) -> Effect {
    switch effect {
    case .derivative, .adapter, .data, .contained, .served: passed
    case .outputTrained, .outputs, .judged, .dataTrained, .tool: effect
    }
  }

  /// The child holds the parent's weights.
  private static func weights(_ effect: Effect) -> Effect {
    switch effect {
    case .outputs: .outputTrained
    case .data: .dataTrained
    // Who changes what holds a model is taken to have changed the model.
    case .contained, .served: .derivative
    case .derivative, .adapter, .outputTrained, .judged, .dataTrained, .tool: effect
    }
  }

  /// The child was made from what the parent said: `passed` comes of outputs, `data` of a dataset that is no output.
  private static func said(_ effect: Effect, as passed: Effect, inData data: Effect) -> EffectTransfer {
    switch effect {
    case .derivative, .adapter, .outputs, .contained, .served: EffectTransfer(effect: passed)
    // What a model says that learnt from another's outputs: whether the first one's terms still count
    // is a question of law.
    case .outputTrained, .judged: EffectTransfer(effect: passed, interpretation: "second-hand-outputs")
    case .data: EffectTransfer(effect: data)
    case .dataTrained, .tool: EffectTransfer(effect: .tool)
    }
  }

  /// The child was trained on the parent.
  private static func trained(_ effect: Effect) -> Effect {
    switch effect {
    case .data: .dataTrained
    case .outputs, .derivative, .adapter, .contained, .served: .outputTrained
    case .outputTrained, .judged, .dataTrained, .tool: effect
    }
  }
}
