import Obligations

extension Sentence {
  /// Whether it compares, evaluates, instructs or gives an example: such sentences declare nothing.
  func isAside(for kind: ArtefactKind) -> Bool {
    words.indices.contains { index in
      let word = words[index].text
      // Of a dataset "more than 60,000" counts, and compares nothing.
      if kind == .dataset, word == "than", index + 1 < words.count, words[index + 1].text.first?.isNumber == true {
        return false
      }
      return Self.asideWords.contains(word) || Self.asideStems.contains { word.hasPrefix($0) }
    }
  }

  /// Whether it tells of papers, licences, people and programs: what is written as a name there is mostly none.
  var isTold: Bool { words.contains { word in Self.toldStems.contains { word.text.hasPrefix($0) } } }

  /// Whether nothing stands within a wording but little words: "trained only on", not "trained by Jane on".
  ///
  /// Behind what was gathered its amount and kind may stand: "collected 64k prompts from".
  func isTight(_ cue: Cue) -> Bool {
    if case .gathered = cue.role, words[cue.end].text == "from" { return true }
    return cue.end - cue.start <= 2 && !cue.isVague
  }

  /// Whether no other preposition stands between a wording and its object: in "extracted from the site by Jane Doe" she
  /// is none.
  func isDirect(_ cue: Cue, to word: Int) -> Bool {
    !words[min(cue.end + 1, word)..<word].contains {
      ["by", "in", "at", "for", "via", "through", ":", "to"].contains($0.text)
    }
      || introducesExamples(before: word)
  }

  /// Whether the wording is negated, or says only what somebody may do.
  func denies(_ cue: Cue) -> Bool {
    Self.isNegated(words[max(0, cue.start - 3)...cue.end])
      || words[max(0, cue.start - 2)..<cue.start].contains { Self.possibilities.contains($0.text) }
  }

  /// Whether one of the words says no.
  static func isNegated(_ words: ArraySlice<Word>) -> Bool {
    words.contains { negations.contains($0.text) }
  }

  /// Whether the words between two names only list the second behind the first.
  ///
  /// What stands between commas may be a name that nobody knows: "A, B 1, and C".
  static func isEnumeration(_ words: ArraySlice<Word>) -> Bool {
    if words.count <= 4, words.allSatisfy({ listWords.contains($0.text) }) { return true }
    return words.count <= 7 && words.last.map { listWords.contains($0.text) } ?? false
      && words.contains { $0.text == "," } && !words.contains { clauseWords.contains($0.text) }
  }

  /// Words that begin something else than the next name of a list.
  private static let clauseWords: Set<String> = [
    "of", "from", "in", "by", "using", "on", "for", "to", "which", "that", "is", "are", "was", "were", "has", "have",
    "we", "it", "this", "while", "but", "whereas", "then", ":",
  ]

  /// Whether the words just before say that examples follow: "such as", "including".
  func introducesExamples(before word: Int) -> Bool {
    words[max(0, word - 4)..<word].contains { Self.exampleWords.contains($0.text) }
  }

  private static let exampleWords: Set<String> = ["such", "including", "includes", "include", "like", "namely", ":"]

  /// Whether a word may stand between two names of a list.
  static func isListWord(_ word: String) -> Bool { listWords.contains(word) }

  private static let negations: Set<String> = ["not", "no", "never", "without", "isn't", "wasn't", "neither"]
  private static let possibilities: Set<String> = ["may", "can", "could", "might", "should"]
  private static let listWords: Set<String> = [
    ",", "and", "or", "&", "the", "plus", "with", "as", "well", "model", "models", "dataset", "datasets", "corpus",
    "corpora", "data", "also",
  ]
  private static let asideWords: Set<String> = [
    "vs", "versus", "than", "unlike", "inspired", "omitted", "compatible", "you", "your", "e.g", "instead", "template",
    "mt-bench", "alpacaeval", "leaderboard", "thanks", "thank", "acknowledge", "acknowledgements", "cite",
    "architecture",
  ]
  private static let toldStems = [
    "licen", "tutorial", "notebook", "author", "maintain", "copyright", "bibtex", "howto",
    "created-by", "sponsor", "grateful", "contact", "e-mail",
  ]
  private static let asideStems = [
    "outperform", "surpass", "compar", "benchmark", "evaluat", "rival", "similar", "exceed", "acknowledg", "beats",
  ]
}
