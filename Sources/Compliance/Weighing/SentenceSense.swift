/// What a folded sentence does with the words in it, told by the words beside them.
struct SentenceSense {
  private let words: [Substring]
  private let isQuestion: Bool
  /// Whether all that stands beside the wording is a label before it: `Attribution: …`.
  private let isLabelled: Bool

  /// A sentence, without the wording that it is asked about.
  init(_ sentence: ArraySlice<UInt8>, without wording: String = "") {
    var text = String(decoding: sentence, as: UTF8.self)
    if !wording.isEmpty {
      text = text.replacing(String(decoding: FoldedText.folding(wording), as: UTF8.self), with: " ")
    }
    self.words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    self.isQuestion = sentence.last == UInt8(ascii: "?")
    self.isLabelled = text.last { $0 != " " && $0 != "*" && $0 != "_" } == ":"
  }

  /// Whether it denies something, demands it, asks for it, or leaves it for later, instead of doing it.
  var isMereMention: Bool {
    isQuestion || words.contains { Self.denials.contains($0) || Self.demands.contains($0) }
  }

  /// Whether it says something about a wording that it quotes, and is not only a label for it.
  var speaksAbout: Bool { !words.isEmpty && !(isLabelled && words.count <= Self.longestLabel) }

  private static let longestLabel = 2

  /// Whether it tells that something was changed: not that it may be, that others did it, or how it compares.
  var tellsOfChange: Bool {
    words.indices.contains { index in
      guard Self.changes.contains(words[index]) else { return false }
      return !words[max(0, index - Self.nearby)..<index].contains { Self.elsewhere.contains($0) }
    }
  }

  /// How many words before a change say whose it is.
  private static let nearby = 4

  /// Whether it is about the release itself.
  var isAboutRelease: Bool { words.contains { Self.ownWords.contains($0) } }

  /// Whether what it is about is data, and no model.
  var isAboutData: Bool {
    words.contains { Self.data.contains($0) } && !words.contains { Self.models.contains($0) }
      && !words.contains { $0.contains("tune") || $0.contains("tuning") }
  }

  private static let denials: Set<Substring> = [
    "not", "no", "none", "nothing", "nobody", "never", "without", "neither", "nor", "cannot", "dont", "doesnt", "isnt",
    "arent", "wasnt", "werent", "cant", "didnt", "removed", "dropped", "missing", "lacks", "lacking", "forgot",
    "formerly", "previously", "wrong", "instead", "unlike", "unmodified", "unchanged",
  ]
  private static let demands: Set<Substring> = [
    "must", "should", "shall", "need", "needs", "needed", "require", "requires", "required", "requiring", "ask", "asks",
    "prescribes", "prescribed", "demands", "obliged", "display", "add", "put", "todo", "fixme", "tbd", "xxx", "will",
    "plan", "planned", "pending", "later", "if", "whether", "show",
  ]
  private static let changes: Set<Substring> = [
    "changed", "modified", "altered", "adapted", "fine-tuned", "finetuned", "fine-tune", "finetune", "fine-tuning",
    "finetuning", "tuned", "instruction-tuned", "quantized", "quantised", "converted", "merged", "pruned", "retrained",
    "abliterated",
  ]
  /// What somebody may do or others did, and what something is held against.
  private static let elsewhere: Set<Substring> = [
    "can", "may", "could", "might", "would", "you", "your", "users", "user", "people", "others", "anyone", "everyone",
    "someone", "developers", "compare", "compared", "compares", "comparing", "comparison", "evaluate", "evaluated",
    "evaluates", "benchmark", "benchmarked", "outperform", "outperforms", "against", "than", "versus", "vs",
  ]
  private static let ownWords: Set<Substring> = ["we", "our", "this", "these", "i"]
  private static let data: Set<Substring> = [
    "data", "dataset", "datasets", "corpus", "text", "texts", "images", "image", "audio", "samples", "prompts",
  ]
  private static let models: Set<Substring> = [
    "model", "models", "weights", "checkpoint", "checkpoints", "parameters", "layers", "layer", "tokenizer",
    "embeddings",
    "network", "base", "version", "versions", "adapter", "lora", "llm", "llms", "encoder", "decoder", "head", "heads",
  ]
}
