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
  /// Whether the word says only that something was used.
  var isUse = false

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
    Pattern(
      stems: ["train", "pretrain", "pre-train", "posttrain", "post-train", "retrain", "learn", "refined", "sft"],
      prepositions: ["on", "with", "using"], role: .training),
    Pattern(
      stems: ["initiali", "resum", "warm-start", "bootstrapp"], prepositions: ["from", "with", "by"],
      role: .weights(.initialised)),
    Pattern(stems: ["foundation"], prepositions: ["of"], role: .weights(.finetune)),
    Pattern(stems: ["port", "ported"], prepositions: ["of", "from"], role: .weights(.converted), isVague: true),
    Pattern(stems: ["continu"], prepositions: ["from", "of", "on", "top"], role: .weights(.continued)),
    Pattern(stems: ["pretraining", "pre-training"], prepositions: ["of"], role: .weights(.continued)),
    Pattern(
      stems: ["merg", "blend"], prepositions: ["of", "from", "between", "using", "with", "in"], role: .weights(.merge)),
    Pattern(
      stems: ["consist", "compris", "compos", "combin", "mixture", "mix"], prepositions: ["of", "from", "with"],
      role: .weights(.merge)),
    // What a dataset is made of: "articles from …".
    Pattern(
      stems: [
        "article", "post", "text", "sentence", "review", "tweet", "comment", "image", "photo", "abstract", "document",
        "recording", "caption", "book", "transcript", "page", "passage", "case",
      ], prepositions: ["from"], role: .gathered),
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
      stems: [
        "collect", "gather", "obtain", "scrap", "sourced", "shared", "extract", "taken", "drawn", "sampl", "crawl",
        "compil",
        "assembl", "aggregat", "retriev", "select", "filtered", "cleaned", "available", "adapted",
        "originat",
      ], prepositions: ["from", "via", "on"], role: .gathered),
    Pattern(
      stems: ["subset", "compilation", "collection", "portion", "split"], prepositions: ["of", "from"],
      role: .gathered),
    Pattern(
      stems: ["dataset", "data", "corpus"], prepositions: ["from", "is", "include", "includes", "was"], role: .gathered),
  ]

  /// "We use the Harbour dataset": of the objects of these only datasets count.
  private static let uses: Set<String> = [
    "use", "uses", "used", "utilize", "utilized", "utilizes", "leverage", "leveraged", "leverages", "employ",
    "employed",
    "combine", "combines", "combined",
  ]

  /// Chinese says how something was used in front of it: "基于 X 微调".
  private static let chinese: [(stems: [String], role: Role)] = [
    (["基于", "微调自", "源自"], .weights(.finetune)),
    (["蒸馏自", "依托", "调用"], .outputs),
    (["整合", "来自", "来源于", "包括", "包含", "采集自"], .gathered),
  ]

  /// With wordings that say how a dataset came from others or from models, and mean other things of models.
  private static let patternsOfDatasets: [Pattern] =
    patterns + [
      Pattern(
        stems: ["superset", "extension", "translation", "translat", "adaptation", "excerpt", "construct", "curat"],
        prepositions: ["of", "from"], role: .gathered),
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
      for (stems, role) in chinese where stems.contains(where: { word.text.hasSuffix($0) }) {
        cues.append(Cue(role: role, start: start, end: start, isVague: false))
      }
      if uses.contains(word.text) {
        cues.append(Cue(role: .training, start: start, end: start, isVague: true, isUse: true))
      }
      // Names of files and functions say nothing.
      guard !word.text.contains("."), !word.text.contains("_") else { continue }
      for pattern in kind == .dataset ? patternsOfDatasets : patterns
      where pattern.stems.contains(where: { word.text.hasPrefix($0) || word.text.hasSuffix("-\($0)") }) {
        let following = words[(start + 1)..<min(words.count, start + 2 + pattern.gap)]
        if let preposition = following.firstIndex(where: { pattern.prepositions.contains($0.text) }),
          // A mixture of experts is an architecture.
          !(words.indices.contains(preposition + 1) && words[preposition + 1].text.hasPrefix("expert"))
        {
          cues.append(Cue(role: pattern.role, start: start, end: preposition, isVague: pattern.isVague))
        }
        if pattern.takesDirectObject {
          cues.append(Cue(role: pattern.role, start: start, end: start, isVague: false))
        }
      }
    }
    // Of two cues with one preposition the last counts: "a quantized version of" is quantized.
    return cues.sorted {
      ($0.end, $0.isVague ? 0 : 1, $0.start) < ($1.end, $1.isVague ? 0 : 1, $1.start)
    }
  }

  /// What a label says about what stands behind it ("Base model:", a table's column, a heading).
  static func role(ofLabel label: String, for kind: ArtefactKind) -> Role? {
    if let role = chineseRole(ofLabel: label) { return role }
    let words = label.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    guard !words.isEmpty, words.count <= 6 else { return nil }
    func has(_ stems: String...) -> Bool { words.contains { word in stems.contains { word.hasPrefix($0) } } }
    if has(
      "evaluat", "benchmark", "test", "license", "licence", "citation", "paper", "demo", "field", "column", "structure",
      "feature", "format", "split", "schema", "instance", "statistic", "size", "loader", "card", "viewer", "example",
      "preview", "download", "usage", "limitation", "language", "method", "type", "config", "level", "bits", "scheme",
      "stage", "status", "script", "hub", "quality")
    {
      return nil
    }
    if kind == .dataset {
      if has("teacher", "generator") || (has("generated", "annotated", "translated") && has("by", "with")) {
        return .outputs
      }
      let names = has("dataset", "data", "corpus", "corpora", "collection", "text")
      let isUpstream = has("derived", "upstream", "parent", "source", "origin", "base") && (names || words.count == 1)
      return isUpstream ? .gathered : nil
    }
    if has("merg") || (has("model", "lora", "ingredient") && has("used", "included", "involved")) {
      return .weights(.merge)
    }
    if has("teacher", "distil", "generator", "synthes") { return .outputs }
    if has("source", "origin"), has("data", "dataset", "corpus", "text") { return .gathered }
    if has("quantiz", "quantis") { return .weights(.quantized) }
    if has("finetun", "fine-tun"), has("from", "of") { return .weights(.finetune) }
    let namesModel = words.count == 1 || has("model", "checkpoint", "weight", "llm")
    if has("base", "parent", "backbone") || (has("original", "source", "starting", "foundation") && namesModel) {
      return has("data", "dataset", "code", "repo", "paper") ? nil : .weights(.finetune)
    }
    if has("dataset", "corpus", "corpora") || (has("data") && words.count <= 3 && !has("synthetic", "personal", "meta"))
      || (has("train", "tun") && has("on", "with"))
    {
      return .training
    }
    return nil
  }
}

extension Cue {
  fileprivate static func chineseRole(ofLabel label: String) -> Role? {
    if label.count > 12 || label.contains("评") { return nil }
    if label.contains("教师") || label.contains("蒸馏") { return .outputs }
    if ["基座", "基础模型", "底座", "基模"].contains(where: { label.contains($0) }) { return .weights(.finetune) }
    if label.contains("数据来源") { return .gathered }
    return label.contains("训练数据") || label.contains("训练语料") ? .training : nil
  }
}

extension Sentence {
  /// The preposition of a cue; of a Chinese one, which has none, what it would be in English.
  func preposition(of cue: Cue) -> String {
    let word = words[cue.end].text
    return word.utf8.first.map { $0 >= 0x80 } ?? false ? "from" : word
  }

  /// The words of a cue as the text has them: `distilled from`.
  func wording(of cue: Cue) -> String {
    cue.start == cue.end ? words[cue.start].text : "\(words[cue.start].text) \(words[cue.end].text)"
  }
}

extension Cue.Role {
  /// Whether its objects are data.
  var isOfData: Bool {
    switch self {
    case .training, .gathered: true
    case .weights, .outputs: false
    }
  }
}
