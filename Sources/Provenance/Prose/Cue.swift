import Obligations

/// A wording that says how one thing came from another: a word and the preposition that goes with it.
struct Cue {
  let role: Role
  /// Index of the word that carries the meaning.
  let start: Int
  /// Index of the preposition; the same as `start` where the object follows directly.
  let end: Int
  /// Whether the word says only that there is a relation: "version of", before which a better word may stand.
  let isVague: Bool

  /// What the wording says about its object.
  enum Role {
    /// The child holds the object's weights.
    case weights(Relation)
    /// The object's outputs made, or were learnt by, the child.
    case outputs
    /// The child was trained on the object, or with it.
    case training
    /// The child is a dataset gathered from the object.
    case gathered
  }

  private struct Pattern {
    let stems: [String]
    let prepositions: Set<String>
    let role: Role
    var takesDirectObject = false
    var isVague = false
    /// Most words between the word and its preposition.
    var gap = 5
  }

  private static let patterns: [Pattern] = [
    Pattern(
      stems: ["quantiz", "quantis", "gguf", "gptq", "awq", "exl2", "ggml"], prepositions: ["of", "from", "for"],
      role: .weights(.quantized)),
    Pattern(
      stems: ["finetun", "fine-tun"], prepositions: ["from", "of", "upon", "top"], role: .weights(.finetune),
      takesDirectObject: true),
    Pattern(stems: ["finetun", "fine-tun", "tuned"], prepositions: ["on", "with", "using"], role: .training),
    Pattern(stems: ["fine", "instruction"], prepositions: ["from", "of", "top"], role: .weights(.finetune)),
    Pattern(stems: ["top"], prepositions: ["of"], role: .weights(.finetune)),
    Pattern(stems: ["base", "backbone"], prepositions: ["is"], role: .weights(.finetune)),
    Pattern(stems: ["deriv"], prepositions: ["from", "of"], role: .weights(.finetune)),
    Pattern(
      stems: ["based", "builds", "built", "build"], prepositions: ["on", "upon", "top", "from", "around"],
      role: .weights(.finetune)),
    Pattern(stems: ["train"], prepositions: ["from", "upon", "top"], role: .weights(.finetune)),
    Pattern(stems: ["train", "learn"], prepositions: ["on", "with", "using"], role: .training),
    Pattern(stems: ["initiali"], prepositions: ["from", "with"], role: .weights(.initialised)),
    Pattern(stems: ["continu"], prepositions: ["from", "of", "on", "top"], role: .weights(.continued)),
    Pattern(stems: ["pretraining", "pre-training"], prepositions: ["of"], role: .weights(.continued)),
    Pattern(
      stems: ["merg", "blend"], prepositions: ["of", "from", "between", "using", "with"], role: .weights(.merge)),
    Pattern(stems: ["convert", "conversion"], prepositions: ["from", "of"], role: .weights(.converted)),
    Pattern(stems: ["prun"], prepositions: ["from", "of"], role: .weights(.pruned)),
    Pattern(stems: ["adapter", "lora", "qlora"], prepositions: ["for", "of", "to", "on"], role: .weights(.adapter)),
    Pattern(
      stems: ["abliterated", "uncensored", "version", "variant", "checkpoint"], prepositions: ["of"],
      role: .weights(.finetune), isVague: true),
    Pattern(stems: ["distil"], prepositions: ["from", "of", "using", "with", "by"], role: .outputs),
    Pattern(
      stems: [
        "generat", "creat", "produc", "synthesi", "written", "rewrit", "curat", "label", "annotat", "translat",
        "augment",
      ],
      prepositions: ["by", "with", "using", "from", "through", "via"], role: .outputs),
    // "Provided that" and "provided they comply with" are conditions.
    Pattern(stems: ["provided"], prepositions: ["by"], role: .outputs),
    Pattern(
      stems: ["output", "response", "conversation", "completion", "trace", "sample", "dialog", "answer"],
      prepositions: ["of", "from", "by", "with"], role: .outputs),
    Pattern(
      stems: ["collect", "gather", "obtain", "scrap", "sourced", "shared"], prepositions: ["from", "via", "on"],
      role: .gathered),
    Pattern(
      stems: ["dataset", "data", "corpus"], prepositions: ["from", "is", "include", "includes", "was"], role: .gathered),
  ]

  /// Wordings that say how a dataset came from others, and mean other things of models.
  private static let datasetPatterns: [Pattern] = [
    Pattern(
      stems: ["subset", "superset", "split", "extension", "translation", "adaptation", "portion", "excerpt", "mix"],
      prepositions: ["of", "from"], role: .gathered),
    Pattern(
      stems: [
        "extract", "sampled", "taken", "drawn", "select", "compil", "filter", "crawl", "adapted", "translat",
        "originat", "aggregat", "construct", "curat",
      ],
      prepositions: ["from", "of"], role: .gathered),
    Pattern(
      stems: [
        "sentence", "text", "article", "document", "abstract", "question", "prompt", "image", "passage", "page",
        "paragraph", "example", "instance", "record", "entit", "material", "dialogue", "conversation",
      ],
      prepositions: ["from"], role: .gathered, gap: 1),
    Pattern(stems: ["combin"], prepositions: ["of", "from"], role: .gathered),
    Pattern(stems: ["extend"], prepositions: [], role: .gathered, takesDirectObject: true),
    Pattern(
      stems: ["prompted", "prompting", "asked", "queried", "querying"], prepositions: [], role: .outputs,
      takesDirectObject: true),
    Pattern(
      stems: ["generat", "annotat", "translat", "label", "rewrit", "synthesi"], prepositions: ["using", "via"],
      role: .outputs, gap: 10),
  ]

  /// All cues of a sentence, in the order of their ends; of those with the same end the most telling last.
  static func cues(in words: [Sentence.Word], for kind: ArtefactKind) -> [Cue] {
    var cues: [Cue] = []
    for (start, word) in words.enumerated() {
      for pattern in kind == .dataset ? patterns + datasetPatterns : patterns
      where pattern.stems.contains(where: { word.text.hasPrefix($0) || word.text.hasSuffix("-\($0)") }) {
        let following = words[(start + 1)..<min(words.count, start + 2 + pattern.gap)]
        if let preposition = following.firstIndex(where: { pattern.prepositions.contains($0.text) }) {
          cues.append(Cue(role: pattern.role, start: start, end: preposition, isVague: pattern.isVague))
        }
        if pattern.takesDirectObject { cues.append(Cue(role: pattern.role, start: start, end: start, isVague: false)) }
      }
    }
    // Of two cues with one preposition the last counts: "a quantized version of" is quantized.
    return cues.sorted {
      ($0.end, $0.isVague ? 0 : 1, $0.start) < ($1.end, $1.isVague ? 0 : 1, $1.start)
    }
  }

  /// What a label says about what stands behind it ("Base model:", a table's column, a heading).
  static func role(ofLabel label: String, for kind: ArtefactKind) -> Role? {
    let words = label.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    guard !words.isEmpty, words.count <= 6 else { return nil }
    func has(_ stems: String...) -> Bool { words.contains { word in stems.contains { word.hasPrefix($0) } } }
    if has("evaluat", "benchmark", "test", "license", "licence", "citation", "paper", "demo") { return nil }
    if kind == .dataset {
      if has("teacher", "generator") || (has("generated", "annotated", "translated") && has("by", "with")) {
        return .outputs
      }
      let names = has("dataset", "data", "corpus", "corpora", "collection")
      if has("derived", "upstream", "parent", "source", "original", "base"), names || words.count == 1 {
        return .gathered
      }
      return nil
    }
    if has("merg") || (has("model", "lora", "ingredient") && has("used", "included", "involved")) {
      return .weights(.merge)
    }
    if has("teacher", "distil", "generator") { return .outputs }
    if has("quantiz", "quantis") { return .weights(.quantized) }
    if has("finetun", "fine-tun"), has("from", "of") { return .weights(.finetune) }
    if has("base", "parent", "backbone", "foundation", "original", "source", "starting") {
      return has("data", "dataset", "code", "repo", "paper") ? nil : .weights(.finetune)
    }
    if has("dataset", "corpus", "corpora") || (has("data") && words.count <= 3)
      || (has("train", "tun") && has("on", "with"))
    {
      return .training
    }
    return nil
  }
}

extension Sentence {
  /// The words of a cue as the text has them: `distilled from`.
  func wording(of cue: Cue) -> String {
    cue.start == cue.end ? words[cue.start].text : "\(words[cue.start].text) \(words[cue.end].text)"
  }
}
