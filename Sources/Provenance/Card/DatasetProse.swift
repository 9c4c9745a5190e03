import MarkupText

extension Markdown {
  /// Whether the text introduces itself as a dataset's: in its title, or in its first sentences, before it speaks of a
  /// model.
  var describesDataset: Bool {
    var sentences = 0
    for block in blocks {
      let opening = Array(block.text.bytes.prefix(Self.opening))
      switch block.kind {
      case .heading(let level):
        let title = Sentence(of: opening, in: 0..<opening.count)
        if title.speaksOfModels { return false }
        // "Dataset Card for X" and "X Dataset".
        if level == 1, title.words.contains(where: { ["datasheet", "dataset"].contains($0.text) }) { return true }
      case .paragraph:
        for sentence in Sentence.sentences(of: opening) {
          if sentence.introducesDataset { return true }
          sentences += 1
          guard sentences < Self.mostSentences, !sentence.speaksOfModels else { return false }
        }
      case .listItem, .tableRow, .code: continue
      }
    }
    return false
  }

  /// Bytes of a paragraph that are looked at.
  private static let opening = 2_048
  /// Sentences within which a card says what it is about.
  private static let mostSentences = 8
}

extension Sentence {
  /// "This dataset …", "X is a large dataset of …", but not "X is a model trained on a dataset".
  fileprivate var introducesDataset: Bool {
    let words = self.words.map(\.text)
    if let first = words.first, ["this", "our"].contains(first), words.count > 1, Self.data.contains(words[1]) {
      return true
    }
    // A subtitle, or what a sentence says of its subject.
    if isDatasetPhrase(words[...]) { return true }
    for index in words.indices where words[index] == "is" || words[index] == "are" {
      if !words[..<index].contains("model"), isDatasetPhrase(words[(index + 1)...]) { return true }
    }
    return false
  }

  fileprivate var speaksOfModels: Bool {
    words.contains { word in ["model", "fine-tun", "finetun"].contains { word.text.hasPrefix($0) } }
  }

  /// Whether words begin with an article and the noun "dataset", with nothing between them that is about another noun.
  private func isDatasetPhrase(_ words: ArraySlice<String>) -> Bool {
    let said = words.prefix(Self.longestNounPhrase)
    guard let article = said.first, ["a", "an", "the"].contains(article),
      let noun = said.firstIndex(where: { Self.data.contains($0) })
    else { return false }
    let isCompound = noun + 1 < words.endIndex && words[noun + 1].hasPrefix("model")
    return !isCompound && !said[..<noun].contains { Self.turns.contains($0) }
  }

  private static let data: Set<String> = ["dataset", "corpus"]
  /// Words with which a sentence turns from what it introduces to something else.
  private static let turns: Set<String> = [
    "on", "of", "for", "from", "with", "using", "by", "in", "to", "and", "that", "model", "models", "trained",
    "finetuned", "fine-tuned", "version",
  ]
  private static let longestNounPhrase = 12
}
