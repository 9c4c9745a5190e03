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
        guard let relation = relation(hit.concept, isUsed: isUsed) else { return nil }
        return UnnamedSource(
          relation, of: maker.subject, basis: .words(passage.text(of: hit.words).lowercased()),
          at: SourceLocation(maker.file, block.text.sourceRange(of: passage.bytes(of: hit.words))))
      }
    }
  }

  /// Wordings that say that something was used to make something.
  private static let uses: Set<CardConcept> = [.trainedOn, .gatheredFrom, .asData, .uses]

  private func relation(_ concept: CardConcept, isUsed: Bool) -> Relation? {
    let isDataset = kind == .dataset
    if concept == .unnamedData, isUsed { return isDataset ? .derivedFrom : .trainedOn }
    if concept == .unnamedGenerator, isUsed || isDataset { return isDataset ? .generatedBy : .distilled }
    return nil
  }
}
