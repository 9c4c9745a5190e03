import Obligations

/// What the words around a name say about it, where no cue does.
extension Sentence {
  /// Whether what a name said is meant: its outputs stand behind it.
  func speaksOfOutputs(from index: Int) -> Bool {
    let words = self.words[min(index, self.words.count)...].prefix(2).map(\.text)
    guard let first = words.first else { return false }
    if MentionFinder.outputWords.contains(first) { return true }
    // "Mistral 7B on answers …": the answers are not Mistral's.
    return words.count == 2 && !Self.linkWords.contains(first) && MentionFinder.outputWords.contains(words[1])
  }

  /// Words that end what is said about a name.
  private static let linkWords: Set<String> = [
    "on", "with", "using", "from", "by", "via", "for", "in", "to", "and", "or", ",", ":", "plus",
  ]

  /// What words in front of a name call it: "on a mixture of instruction data, including …".
  func noun(in range: Range<Int>) -> ArtefactKind? {
    words[range].contains { ["data", "datasets", "dataset", "corpora", "corpus"].contains($0.text) } ? .dataset : nil
  }

  /// "GPT-4 generated data": the name itself carries the cue.
  func isGenerator(before index: Int) -> Bool {
    let words = self.words[min(index, self.words.count)...].prefix(2).map(\.text)
    guard let first = words.first else { return false }
    return ["generated", "synthesized", "distilled", "labeled", "annotated"].contains(first)
      || (words.count == 2 && ["outputs", "responses", "completions"].contains(first))
  }

  /// "It is a Llama 3.2 model": the name says what the release is.
  func isPredicate(at word: Int, behind: Int) -> Bool {
    var word = word
    // "This is a 7B LLaMA model".
    if word >= 1, words[word - 1].text.first?.isNumber == true { word -= 1 }
    guard word >= 2, behind < words.count, ["a", "an"].contains(words[word - 1].text), words[word - 2].text == "is",
      ["model", "variant", "finetune", "fine-tune", "derivative", "merge", "quant"].contains(words[behind].text)
    else { return false }
    return words[..<(word - 2)].contains { ["it", "this", "which", "model"].contains($0.text) }
  }

  /// "the Zephyr recipe", "the Orca 2 paper": the name only says which recipe, and nothing was taken.
  func isModifier(_ mention: Mention) -> Bool {
    let before = wordIndex(at: mention.range.lowerBound)
    // "converted to ShareGPT": a dataset's name also stands for its format.
    if mention.kind == .dataset, before > 0, ["to", "into"].contains(words[before - 1].text) { return true }
    let behind = wordIndex(at: mention.range.upperBound)
    guard mention.kind == .model, behind < words.count else { return false }
    if behind + 1 < words.count, words[behind].text == "model", words[behind + 1].text == "card" { return true }
    return Self.modified.contains { words[behind].text.hasPrefix($0) }
  }

  private static let modified = [
    "paper", "recipe", "tokenizer", "template", "format", "prompt", "architecture", "script", "code", "repo", "author",
    "team", "library", "licen", "blog", "benchmark", "leaderboard", "style", "vocab", "blueprint", "approach", "method",
    "config",
  ]

  private func isModel(behind index: Int) -> Bool {
    words[min(index, words.count)...].prefix(4).contains { $0.text.hasPrefix("model") || $0.text == "llm" }
  }

  /// "Llama 2 and Code Llama as base models", "a Llama-2 based model".
  func isBase(before behind: Int) -> Bool {
    if behind > 0, self.words[behind - 1].text.hasSuffix("-based") { return isModel(behind: behind) }
    if behind < self.words.count, self.words[behind].text.hasSuffix("-based") { return isModel(behind: behind + 1) }
    let words = self.words.dropFirst(behind).prefix(8).map(\.text)
    if words.first == "based" || words.first == "-based" { return words.dropFirst().contains { $0.hasPrefix("model") } }
    return (0..<max(0, words.count - 1)).contains { index in
      words[index] == "as"
        && words[(index + 1)...].prefix(4).contains { ["base", "backbone", "foundation"].contains($0) }
    }
  }
}
