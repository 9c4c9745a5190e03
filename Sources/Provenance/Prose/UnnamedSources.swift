import Diagnostics
import MarkupText
import Obligations

extension BlockReader {
  /// Sources that sentences tell of without naming them: "trained on an in-house corpus".
  func unnamed() -> [UnnamedSource] {
    switch block.kind {
    case .paragraph, .listItem: break
    case .heading, .tableRow, .code: return []
    }
    return passage.sentences.flatMap { sentence -> [UnnamedSource] in
      guard !passage.has(.aside, in: sentence), !passage.has(.negation, in: sentence),
        mentions(in: sentence).isEmpty
      else { return [] }
      let hits = passage.hits(in: sentence)
      guard hits.contains(where: { $0.concept == .unnamedData || $0.concept == .unnamedGenerator }) else { return [] }
      let isUsed = hits.contains { Self.uses.contains($0.concept) }
      return hits.compactMap { hit in
        guard !passage.isBroken(hit.words), let relation = relation(hit.concept, isUsed: isUsed) else { return nil }
        return UnnamedSource(
          relation, of: maker.subject, basis: .words(passage.text(of: hit.words).lowercased()),
          at: SourceLocation(maker.file, block.text.sourceRange(of: passage.bytes(of: hit.words))))
      }
    }
  }

  /// Data that a sentence says the release was trained on, by nothing but its kind: "trained on 40,000 dialogues".
  ///
  /// Where the card names its data elsewhere, this is no other.
  func plainData() -> UnnamedSource? {
    guard kind == .model, maker.subject == nil, block.kind == .paragraph || block.kind == .listItem else { return nil }
    for sentence in passage.sentences
    where !passage.has(.aside, in: sentence) && !passage.has(.negation, in: sentence)
      && !passage.has(.possibility, in: sentence) && mentions(in: sentence).isEmpty
    {
      if let open = openData(in: sentence) { return open }
      for cue in passage.cues(in: sentence, for: kind) where cue.role == .training && !cue.isUse && !cue.isBehindObject
      {
        let object = cue.words.upperBound..<min(cue.words.upperBound + Self.objectReach, sentence.upperBound)
        guard let noun = object.first(where: { passage.is(.dataPlural, at: $0) }),
          !passage.has(.barrier, in: cue.words.upperBound..<noun),
          // "with a batch size of 4M tokens"
          !passage.has(.labelVoid, in: cue.words.upperBound..<noun)
        else { continue }
        return UnnamedSource(
          .trainedOn, of: nil, basis: .words(passage.wording(of: cue.words.lowerBound..<(noun + 1))),
          at: SourceLocation(
            maker.file, block.text.sourceRange(of: passage.bytes(of: cue.words.lowerBound..<(noun + 1)))))
      }
    }
    return nil
  }

  /// "trained on several public data sets"
  private func openData(in sentence: Range<Int>) -> UnnamedSource? {
    let hits = passage.hits(in: sentence)
    guard hits.contains(where: { Self.uses.contains($0.concept) }),
      let data = hits.first(where: { $0.concept == .openData && !passage.isBroken($0.words) })
    else { return nil }
    return UnnamedSource(
      .trainedOn, of: nil, basis: .words(passage.text(of: data.words).lowercased()),
      at: SourceLocation(maker.file, block.text.sourceRange(of: passage.bytes(of: data.words))))
  }

  /// How far behind a wording its object's noun may stand, in words.
  private static let objectReach = 10

  /// Wordings that say that something was used to make something.
  private static let uses: Set<CardConcept> = [.trainedOn, .asData, .uses, .distilledOf]

  private func relation(_ concept: CardConcept, isUsed: Bool) -> Relation? {
    let isDataset = kind == .dataset
    if concept == .unnamedData, isUsed { return isDataset ? .derivedFrom : .trainedOn }
    if concept == .unnamedGenerator, isUsed || isDataset { return isDataset ? .generatedBy : .distilled }
    return nil
  }
}

extension WordedPassage {
  /// Whether a wording is part of an address, or runs over the end of a phrase: "volunteers labelling the data".
  fileprivate func isBroken(_ words: Range<Int>) -> Bool {
    isPartOfCode(words)
      || words.dropFirst().contains { word in
        let before = self.words[word]
        return before.followsBracket || before.followsClosedBracket || text(of: word..<(word + 1)) == "the"
      }
  }
}
