import MarkupText

extension LicenseSignature {
  /// Makes the signature of a licence from its text.
  public init(id: String, also: [String] = [], version: String = "", of text: ReadableText) {
    let (words, leavable) = WordSequence(text).forSignature
    self.init(
      id: id, also: also, version: version, words: words.hashes, titleCount: words.titleCount,
      clauses: Self.clauses(text, words),
      slots: Self.slots(text, words)
        + (leavable + Self.endMarks(text, words)).map { Slot(words: $0, wordings: [[]]) })
  }

  /// Lines that only say that the terms end: `END OF TERMS AND CONDITIONS`.
  private static func endMarks(_ text: ReadableText, _ words: WordSequence) -> [Range<Int>] {
    text.blocks.compactMap { block in
      let range = words.firstWord(from: block.range.lowerBound)..<words.firstWord(from: block.range.upperBound)
      let isMark =
        range.count <= longestMark && words.hashes[range].starts(with: KnownWord.endOf)
        && words.hashes[range].contains { KnownWord.documents.contains($0) }
      return isMark ? range : nil
    }
  }

  /// Words of a line that says where the terms end.
  private static let longestMark = 8

  /// The clauses that have a citation; where several begin with the same word, the innermost.
  private static func clauses(_ text: ReadableText, _ words: WordSequence) -> [Clause] {
    var clauses: [Clause] = []
    for clause in ClauseReader.read(text).clauses
    where !clause.citation.isEmpty && clause.citation.utf8.count <= longestCitation {
      let start = words.firstWord(from: clause.range.lowerBound)
      guard start < words.count else { continue }
      if let last = clauses.last, last.start >= start { clauses.removeLast() }
      clauses.append(Clause(start: start, citation: clause.citation))
    }
    return clauses
  }

  /// A longer heading is a sentence of the text.
  private static let longestCitation = 48
}
