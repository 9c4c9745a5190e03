import Obligations

/// How generators of bills of materials word a relation, for which the formats have no field.
enum BomRelation {
  /// The relation that a text names, `finetune of acme/base` or `relation=adapter`; nil where it names none, or two.
  static func named(in text: String) -> Relation? {
    var named: Set<Relation> = []
    var words = ArtefactID.words(of: text)[...]
    while let word = words.popFirst() {
      // `fine-tuned` falls into two words.
      if let next = words.first, let relation = wordings[word + next] {
        named.insert(relation)
        words.removeFirst()
      } else if let relation = wordings[word] {
        named.insert(relation)
      }
    }
    return named.count == 1 ? named.first : nil
  }

  /// The relation that notes name for one of several sources, `finetune of acme/base; distilled from acme/teacher`.
  static func named(in notes: String, of source: ArtefactID) -> Relation? {
    let parts = notes.split { $0 == ";" || $0.isNewline }.filter { $0.contains(source.name) }
    return named(in: parts.count == 1 ? String(parts[0]) : notes)
  }

  /// How `child` came from `parent` where the document says that it did; `hint` counts where it fits the two.
  static func between(_ child: ArtefactID, _ childKind: ArtefactKind, _ parent: ArtefactKind, hint: Relation?)
    -> Relation
  {
    switch (childKind, parent) {
    case (.dataset, .dataset): .derivedFrom
    case (.dataset, .model), (.dataset, .service), (.dataset, .code):
      hint == .preferenceBy ? .preferenceBy : .generatedBy
    case (.model, .dataset), (.service, .dataset), (.code, .dataset):
      hint == .evaluatedWith ? .evaluatedWith : .trainedOn
    case (.model, .model), (.model, .service), (.model, .code), (.service, .model), (.service, .service),
      (.service, .code), (.code, .model), (.code, .service), (.code, .code):
      hint.flatMap { betweenWorks($0) } ?? (child.isQuantized ? .quantized : .finetune)
    }
  }

  /// The relation of two works of which neither is data; nil for one that needs data at one of its ends.
  private static func betweenWorks(_ relation: Relation) -> Relation? {
    switch relation {
    case .finetune, .adapter, .merge, .quantized, .pruned, .converted, .initialised, .continued, .distilled,
      .preferenceBy, .evaluatedWith, .tokenizerOf, .contains, .serves:
      relation
    case .trainedOn, .derivedFrom, .generatedBy: nil
    }
  }

  private static let wordings: [String: Relation] = [
    "finetune": .finetune, "finetuned": .finetune, "finetuning": .finetune, "finetunes": .finetune,
    "adapter": .adapter, "adapted": .adapter, "lora": .adapter, "qlora": .adapter, "peft": .adapter,
    "merge": .merge, "merged": .merge,
    "quantized": .quantized, "quantised": .quantized, "quantization": .quantized, "quantisation": .quantized,
    "quantize": .quantized,
    "distilled": .distilled, "distillation": .distilled, "distill": .distilled, "teacher": .distilled,
    "converted": .converted, "conversion": .converted, "pruned": .pruned, "pruning": .pruned,
    "continuedpretraining": .continued, "continuedpretrained": .continued,
    "initialised": .initialised, "initialized": .initialised,
  ]
}
