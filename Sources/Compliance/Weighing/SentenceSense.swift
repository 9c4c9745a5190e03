/// What a folded sentence does with the words in it, told by the words beside them.
struct SentenceSense {
  private let words: [Substring]

  /// A sentence, without the wording that it is asked about.
  init(_ sentence: ArraySlice<UInt8>, without wording: String = "") {
    var text = String(decoding: sentence, as: UTF8.self)
    if !wording.isEmpty {
      text = text.replacing(String(decoding: FoldedText.folding(wording), as: UTF8.self), with: " ")
    }
    self.words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
  }

  /// Whether it denies something, demands it, or leaves it for later, instead of doing it.
  var isMereMention: Bool { words.contains { Self.denials.contains($0) || Self.demands.contains($0) } }

  /// Whether it tells that something was changed.
  var tellsOfChange: Bool { words.contains { Self.changes.contains($0) } }

  /// Whether it is about the release itself.
  var isAboutRelease: Bool { words.contains { Self.ownWords.contains($0) } }

  private static let denials: Set<Substring> = [
    "not", "no", "never", "without", "neither", "nor", "cannot", "dont", "doesnt", "isnt", "arent", "wasnt", "werent",
    "cant", "didnt", "removed", "dropped", "missing", "lacks", "lacking", "forgot", "formerly", "instead", "unlike",
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
  private static let ownWords: Set<Substring> = ["we", "our", "this", "these", "i"]
}
