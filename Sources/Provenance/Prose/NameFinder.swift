import MarkupText
import Obligations

/// Finds names that no catalogue knows, where a sentence uses something: "trained on the Tallinn Speech corpus".
///
/// Only the object of a wording that speaks of training, gathering or generating is looked at, so a capitalised word
/// elsewhere names nothing. A name is written like one: it ends in a word such as `dataset`, is a link, has capitals or
/// digits inside its words, or is several capitalised words.
struct NameFinder {
  let block: MarkdownBlock
  /// Ranges that known names and links already take.
  let taken: [Range<Int>]

  /// The unknown names of a sentence, in its order.
  func mentions(in sentence: Sentence) -> [Mention] {
    var mentions: [Mention] = []
    var index = 0
    while index < sentence.words.count {
      guard let end = endOfName(sentence, from: index) else {
        index += 1
        continue
      }
      if let mention = mention(sentence, index..<end) { mentions.append(mention) }
      index = end
    }
    return mentions
  }

  /// The index behind the words of a name that begins at `start`; nil where none does.
  private func endOfName(_ sentence: Sentence, from start: Int) -> Int? {
    var end = start
    while end < sentence.words.count, end - start < Self.mostWords {
      let word = sentence.words[end]
      guard isNameWord(word, isFirst: end == start), !isTaken(word.range),
        end == start || isNext(sentence.words[end - 1], word)
      else { break }
      end += 1
    }
    return end > start ? end : nil
  }

  /// Longest name, in words.
  private static let mostWords = 6

  private func mention(_ sentence: Sentence, _ words: Range<Int>) -> Mention? {
    // What opens a sentence is capitalised anyway.
    let opens = words.lowerBound == 0 || sentence.words[words.lowerBound - 1].text == ":"
    let range =
      sentence.words[words.lowerBound].range.lowerBound..<sentence.words[words.upperBound - 1].range.upperBound
    let text = String(decoding: block.text.bytes[range], as: UTF8.self)
    guard !Self.others.contains(text.lowercased()), text.utf8.count >= 2 else { return nil }
    let noun = nounBefore(sentence, words.lowerBound) ?? nounBehind(sentence, words.upperBound)
    let isMarked = words.contains { Self.isMarked(original(sentence.words[$0])) }
    guard noun != nil || isMarked || !opens else { return nil }
    // "the PubMed ID" names an identifier.
    if words.upperBound < sentence.words.count, Self.afterOthers.contains(sentence.words[words.upperBound].text) {
      return nil
    }
    if let first = ArtefactID(text).words.first, Self.licenses.contains(first) { return nil }
    return Mention(
      id: ArtefactID(text), kind: noun ?? .dataset, range: range, family: nil,
      standing: .written(noun: noun, isMarked: isMarked || words.count > 1))
  }

  /// "the training set of …", "the dataset …".
  private func nounBefore(_ sentence: Sentence, _ index: Int) -> ArtefactKind? {
    let before = sentence.words[max(0, index - 2)..<index].map(\.text)
    guard let last = before.last else { return nil }
    if ["dataset", "datasets", "corpus", "corpora"].contains(last) { return .dataset }
    return last == "of" && before.first.map { Self.datasetNouns.contains($0) } ?? false ? .dataset : nil
  }

  /// What the noun behind a name says that it is: "… training dataset", "… model".
  private func nounBehind(_ sentence: Sentence, _ index: Int) -> ArtefactKind? {
    let rest = sentence.words[min(index, sentence.words.count)...].prefix(3)
    let end = rest.first.map { block.text.bytes[..<$0.range.lowerBound] } ?? []
    // What stands in brackets behind a name is said about it.
    guard end.last == UInt8(ascii: " "), end.dropLast().last.map({ $0 != UInt8(ascii: "(") }) ?? false else {
      return nil
    }
    for word in rest {
      if Self.datasetNouns.contains(word.text) { return .dataset }
      if Self.modelNouns.contains(word.text) { return .model }
      if Self.links.contains(word.text) { return nil }
    }
    return nil
  }

  private func original(_ word: Sentence.Word) -> String {
    String(decoding: block.text.bytes[word.range], as: UTF8.self)
  }

  private func isTaken(_ range: Range<Int>) -> Bool { taken.contains { $0.overlaps(range) } }

  /// Whether nothing but a blank stands between two words.
  private func isNext(_ word: Sentence.Word, _ next: Sentence.Word) -> Bool {
    next.range.lowerBound - word.range.upperBound == 1
      && block.text.bytes[word.range.upperBound] == UInt8(ascii: " ")
  }

  private func isNameWord(_ word: Sentence.Word, isFirst: Bool) -> Bool {
    let bytes = block.text.bytes[word.range]
    guard let first = bytes.first, !Self.others.contains(word.text), !word.text.contains("/"),
      !word.text.hasSuffix("'s"), !word.text.hasSuffix("’s"), !Self.isCode(word.text)
    else { return false }
    if (0x41...0x5A).contains(first) { return !(isFirst && Self.openings.contains(word.text)) }
    if !isFirst || !(0x30...0x39).contains(first), bytes.contains(where: { (0x41...0x5A).contains($0) }) { return true }
    if isFirst, (0x30...0x39).contains(first) { return false }
    let hasDigit = bytes.contains { (0x30...0x39).contains($0) }
    let hasLetter = bytes.contains { (0x61...0x7A).contains($0) }
    // `wikitext-103`, `thai_wiki_qa`; `sent1` is a column, and "real-world" a word. A version may stand behind a name.
    if hasLetter, isFirst {
      let parts = word.text.split { $0 == "-" || $0 == "_" }
      return parts.count > 1 && (hasDigit || word.text.contains("_") || parts.count > 2) && !Self.isVersion(word.text)
        && (0x61...0x7A).contains(first)
    }
    return hasDigit
      && (hasLetter ? (0x61...0x7A).contains(first) && !Self.isVersion(word.text) : !isFirst && bytes.count <= 4)
  }

  /// `v1.0`
  private static func isVersion(_ word: String) -> Bool {
    word.first == "v" && word.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
  }

  /// Names of files and of things in programs: `README.md`, `trainer.train`, `quant_type`.
  private static func isCode(_ word: String) -> Bool {
    guard let dot = word.lastIndex(of: ".") else { return false }
    return word[word.index(after: dot)...].allSatisfy { $0.isLetter || $0 == "_" }
  }

  /// Whether a word is written as only names are: with capitals or digits inside.
  private static func isMarked(_ word: String) -> Bool {
    let inner = word.dropFirst()
    let hasLetter = word.contains { $0.isLetter }
    let capitals = word.count { $0.isUppercase }
    return inner.contains { $0.isUppercase } && (capitals < word.count || word.count >= 3)
      || (hasLetter && word.contains { $0.isNumber })
  }

  /// Words behind names of identifiers and machines.
  private static let afterOthers: Set<String> = [
    "id", "ids", "cluster", "clusters", "gpu", "gpus", "node", "nodes", "machine", "machines", "server", "servers",
    "instance", "instances", "supercomputer", "tpu", "tpus", "pod", "pods", "framework", "library", "toolkit", "api",
  ]
  /// First words of licences' names.
  private static let licenses: Set<String> = [
    "cc", "mit", "apache", "gpl", "lgpl", "agpl", "bsd", "odc", "odbl", "cdla",
  ]
  private static let datasetNouns: Set<String> = [
    "dataset", "datasets", "corpus", "corpora", "data", "collection", "dump", "subset", "treebank", "set",
  ]
  private static let modelNouns: Set<String> = ["model", "models", "checkpoint", "llm", "weights"]
  private static let links: Set<String> = [
    ",", ":", "and", "or", "of", "for", "in", "on", "by", "with", "from", "to", "is", "are", "was", "were", "which",
    "that", "using", "as", "the", "a", "an",
  ]
  /// Capitalised words that open a name without belonging to it.
  private static let openings: Set<String> = [
    "the", "a", "an", "this", "these", "our", "we", "it", "its", "all", "some", "both", "each", "i", "in", "on", "for",
    "new", "original", "official", "see", "note", "using", "here", "after", "then", "additionally", "however", "part",
  ]
  /// Capitalised words in such sentences that are no artefacts: languages, hardware, tools, methods, makers, months.
  private static let others: Set<String> = [
    "english", "chinese", "french", "german", "spanish", "italian", "portuguese", "russian", "japanese", "korean",
    "arabic", "hindi", "turkish", "dutch", "polish", "vietnamese", "indonesian", "thai", "greek", "hebrew", "czech",
    "swedish", "finnish", "norwegian", "danish", "ukrainian", "romanian", "hungarian", "persian", "farsi", "bengali",
    "tamil", "telugu", "urdu", "catalan", "basque", "latin", "mandarin", "american", "british", "european", "indian",
    "code", "data", "model", "models", "dataset", "datasets", "base", "training", "instruct", "chat", "tsv", "mp3",
    "wav", "loras", "moe", "python", "java",
    "javascript", "c", "rust", "json", "jsonl", "csv", "markdown", "html", "xml", "yaml", "parquet",
    "gpu", "gpus", "cpu", "tpu", "tpus", "tpuv3", "tpuv4", "nvidia", "amd", "cuda", "a100", "a100s", "h100", "h100s",
    "v100", "t4", "rtx", "a6000", "l40s", "l4", "aws", "azure", "gcp", "colab", "kaggle", "runpod", "google cloud",
    "jean", "zay", "pytorch", "tensorflow", "jax", "keras", "flax", "transformers", "deepspeed", "zero", "zero-3",
    "fsdp", "axolotl", "unsloth", "trl", "peft", "lora", "qlora", "dora", "galore", "dpo", "ppo", "grpo", "orpo", "kto",
    "simpo", "sft", "rlhf", "rlaif", "rl", "cpt", "qat", "gptq", "awq", "gguf", "exl2", "bf16", "fp16", "fp8", "fp32",
    "int4", "int8", "nf4", "4-bit", "8-bit", "4bit", "8bit", "adam", "adamw", "sgd", "adafactor", "llm", "llms", "ai",
    "ml", "nlp", "ocr", "asr", "tts", "ner", "qa", "nli", "api", "apis", "sota", "hf", "hub", "github", "hugging face",
    "huggingface", "hugging", "face", "openai", "anthropic", "google", "meta", "microsoft", "mistral ai", "spacy",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "sunday", "i", "ii", "iii", "mit", "apache", "apache 2.0", "cc-by", "chatml", "alpaca format",
    "megatron", "megatron-lm", "nemo", "fairseq", "openrlhf", "verl", "mergekit", "slurm", "docker", "linux", "ubuntu",
    "flash", "attention", "flashattention", "bpe", "sentencepiece", "wandb", "internet", "web", "url", "urls", "pdf",
    "sql", "bash", "latex", "unicode", "utf-8", "stem", "1e-4", "2e-5", "1e-5", "2x", "4x", "8x", "fig", "table",
    "eos", "bos", "dare", "ties", "slerp", "cot", "rag", "ui", "id", "ids", "usa", "uk", "us", "eu", "1k", "10k",
    "100k",
    "2k", "4k", "8k", "16k", "32k", "52k", "1m", "pre-training", "fine-tuning",
  ]
}
