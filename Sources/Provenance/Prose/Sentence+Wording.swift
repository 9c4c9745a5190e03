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

  /// Whether the wording is negated, or says only what somebody may do.
  func denies(_ cue: Cue) -> Bool {
    Self.isNegated(words[max(0, cue.start - 3)...cue.end])
      || words[max(0, cue.start - 2)..<cue.start].contains { Self.possibilities.contains($0.text) }
  }

  /// Whether the wording says outright that something was taken from its object: "a subset of", "derived from".
  func takes(from cue: Cue) -> Bool {
    switch cue.role {
    case .weights, .gathered: !cue.isVague && ["from", "of", "on", "upon"].contains(words[cue.end].text)
    case .outputs, .training: false
    }
  }

  /// Whether one of the words says no.
  static func isNegated(_ words: ArraySlice<Word>) -> Bool {
    words.contains { negations.contains($0.text) }
  }

  /// Whether the words between two names only list the second behind the first.
  static func isEnumeration(_ words: ArraySlice<Word>) -> Bool {
    words.count <= 4 && words.allSatisfy { listWords.contains($0.text) }
  }

  private static let negations: Set<String> = ["not", "no", "never", "without", "isn't", "wasn't", "neither"]
  private static let possibilities: Set<String> = ["may", "can", "could", "might", "should"]
  private static let listWords: Set<String> = [
    ",", "and", "or", "&", "the", "plus", "with", "as", "well", "model", "models",
  ]
  private static let asideWords: Set<String> = [
    "vs", "versus", "than", "unlike", "inspired", "omitted", "compatible", "you", "your", "e.g", "instead", "template",
    "mt-bench", "alpacaeval", "leaderboard", "thanks", "thank", "acknowledge", "acknowledgements", "cite",
    "architecture",
  ]
  private static let asideStems = [
    "outperform", "surpass", "compar", "benchmark", "evaluat", "rival", "similar", "exceed", "acknowledg", "beats",
  ]
}
