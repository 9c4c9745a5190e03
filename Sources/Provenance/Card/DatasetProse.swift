import MarkupText

extension CardText {
  /// Whether the text introduces itself as a dataset's: in its title, or in its first sentences, before it speaks of a
  /// model.
  var describesDataset: Bool {
    var sentences = 0
    for (block, passage) in passages {
      switch block.kind {
      case .heading(let level):
        let words = 0..<passage.words.count
        if passage.has(.speaksOfModels, in: words) { return false }
        // "Dataset Card for X" and "X Dataset".
        if level == 1, passage.has(.datasetTitle, in: words) { return true }
      case .paragraph:
        for sentence in passage.sentences {
          if passage.introducesDataset(in: sentence) { return true }
          sentences += 1
          guard sentences < Self.mostSentences, !passage.has(.speaksOfModels, in: sentence) else { return false }
        }
      case .listItem, .tableRow, .code: continue
      }
    }
    return false
  }

  /// Sentences within which a card says what it is about.
  private static let mostSentences = 8
}

extension WordedPassage {
  /// "This dataset …", "X is a large dataset of …", but not "X is a model trained on a dataset".
  fileprivate func introducesDataset(in sentence: Range<Int>) -> Bool {
    hits.contains { hit in
      guard hit.concept == .datasetItself, sentence.contains(hit.words.lowerBound),
        !has(.datasetTurn, in: hit.words.dropFirst(2)), !self.is(.speaksOfModels, at: hit.words.upperBound)
      else { return false }
      // A subtitle, or what a sentence says of its subject.
      return hit.words.lowerBound == sentence.lowerBound
        || (self.is(.clauseWord, at: hit.words.lowerBound)
          && !has(.speaksOfModels, in: sentence.lowerBound..<hit.words.lowerBound))
    }
  }
}
