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
      return passage.hits(in: sentence).compactMap { hit in
        guard let relation = relation(hit, in: sentence) else { return nil }
        return UnnamedSource(
          relation, of: maker.subject, basis: .words(passage.text(of: hit.words).lowercased()),
          at: SourceLocation(maker.file, block.text.sourceRange(of: passage.bytes(of: hit.words))))
      }
    }
  }

  private func relation(_ hit: WordedPassage.Hit, in sentence: Range<Int>) -> Relation? {
    let isUsed = passage.hits(in: sentence).contains { other in
      [.trainedOn, .gatheredFrom, .asData, .uses].contains(other.concept)
    }
    switch hit.concept {
    case .unnamedData: return isUsed ? (kind == .dataset ? .derivedFrom : .trainedOn) : nil
    case .unnamedGenerator: return isUsed || kind == .dataset ? (kind == .dataset ? .generatedBy : .distilled) : nil
    default: return nil
    }
  }
}
