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

  /// The transfer along an edge; `childIsDataset` tells judged data from judged models.
  static func along(_ relation: Relation, from effect: Effect, childIsDataset: Bool) -> EffectTransfer {
    if effect == .tool { return EffectTransfer(effect: .tool) }
    switch relation {
    case .finetune, .merge, .quantized, .pruned, .converted, .initialised, .continued:
      return EffectTransfer(effect: weights(effect))
    case .adapter:
      let passed = weights(effect)
      return EffectTransfer(effect: passed, interpretation: passed == .derivative ? "adapter-is-derivative" : nil)
    case .distilled:
      return outputs(effect, asData: false)
    case .generatedBy:
      return outputs(effect, asData: true)
    case .preferenceBy:
      return outputs(effect, asData: childIsDataset)
    case .trainedOn:
      return EffectTransfer(effect: trained(effect))
    case .derivedFrom:
      return EffectTransfer(effect: effect)
    case .evaluatedWith, .tokenizerOf:
      return EffectTransfer(effect: .tool)
    case .contains:
      return EffectTransfer(effect: unchanged(effect, as: .contained))
    case .serves:
      return EffectTransfer(effect: unchanged(effect, as: .served))
    }
  }

  /// The child passes the parent on as it is; what the parent was made from stays what it was.
  private static func unchanged(_ effect: Effect, as passed: Effect) -> Effect {
    switch effect {
    case .derivative, .data, .contained, .served: passed
    case .outputTrained, .outputs, .dataTrained, .tool: effect
    }
  }

  /// The child holds the parent's weights.
  private static func weights(_ effect: Effect) -> Effect {
    switch effect {
    case .outputs: .outputTrained
    case .data: .dataTrained
    // Who changes what holds a model is taken to have changed the model.
    case .contained, .served: .derivative
    case .derivative, .outputTrained, .dataTrained, .tool: effect
    }
  }

  /// The child was made from what the parent said.
  private static func outputs(_ effect: Effect, asData: Bool) -> EffectTransfer {
    let passed: Effect = asData ? .outputs : .outputTrained
    switch effect {
    case .derivative, .contained, .served: return EffectTransfer(effect: passed)
    // What a model says that learnt from another's outputs: whether the first one's terms still count
    // is a question of law.
    case .outputTrained: return EffectTransfer(effect: passed, interpretation: "second-hand-outputs")
    case .outputs: return EffectTransfer(effect: passed)
    case .data: return EffectTransfer(effect: asData ? .data : .dataTrained)
    case .dataTrained, .tool: return EffectTransfer(effect: .tool)
    }
  }

  /// The child was trained on the parent.
  private static func trained(_ effect: Effect) -> Effect {
    switch effect {
    case .data: .dataTrained
    case .outputs, .derivative, .contained, .served: .outputTrained
    case .outputTrained, .dataTrained, .tool: effect
    }
  }
}
