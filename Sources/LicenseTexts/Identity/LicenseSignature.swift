/// What a licence's text is recognised by: the hashes of its words in order, and where its clauses begin.
///
/// A signature holds no text. It is made from the original by `pedigree signature`, and kept in
/// `licenses/signatures/`.
public struct LicenseSignature: Sendable {
  /// The licence's id.
  public let id: String
  /// Other ids of the same licence.
  public let also: [String]
  /// Its version or date, as it calls itself; empty without one.
  public let version: String
  /// The words.
  let words: [UInt16]
  /// Words of the title, which copies may leave out.
  let titleCount: Int
  /// The clauses in order.
  let clauses: [Clause]
  /// Where its publisher lets copies differ.
  let slots: [Slot]
  /// Words that copies may leave out, the title's among them: ranges apart from each other, in order.
  private let leavable: [Range<Int>]
  /// Words of the head, before the first that every copy has.
  let headCount: Int
  /// Words that every copy has.
  let mandatoryCount: Int

  init(
    id: String, also: [String], version: String, words: [UInt16], titleCount: Int, clauses: [Clause], slots: [Slot]
  ) {
    self.id = id
    self.also = also
    self.version = version
    self.words = words
    self.titleCount = titleCount
    self.clauses = clauses
    self.slots = slots
    let title = titleCount > 0 ? [0..<titleCount] : []
    var ranges: [Range<Int>] = []
    for range in (title + slots.filter(\.isOptional).map(\.words)).sorted(by: { $0.lowerBound < $1.lowerBound })
    where !range.isEmpty {
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    leavable = ranges
    headCount = ranges.first.map { $0.lowerBound == 0 ? $0.upperBound : 0 } ?? 0
    mandatoryCount = words.count - ranges.reduce(0) { $0 + $1.count }
  }

  /// The same text under another id.
  func named(_ id: String, also: [String], version: String) -> LicenseSignature {
    LicenseSignature(
      id: id, also: also, version: version, words: words, titleCount: titleCount, clauses: clauses, slots: slots)
  }

  /// The signature of a text in whose file other texts follow, such as the policy of a licence: copies may have
  /// theirs in another file.
  func lettingGo(of parts: LicenseIdentifier) -> LicenseSignature {
    let found = parts.stretches(in: words).filter { $0.lowerBound > titleCount }
    return LicenseSignature(
      id: id, also: also, version: version, words: words, titleCount: titleCount, clauses: clauses,
      slots: slots + found.map { Slot(words: $0, wordings: [[]]) })
  }

  /// Whether copies may leave out a word.
  func isLeavable(_ word: Int) -> Bool {
    var low = 0
    var high = leavable.count
    while low < high {
      let middle = (low + high) / 2
      if leavable[middle].upperBound <= word { low = middle + 1 } else { high = middle }
    }
    return low < leavable.count && leavable[low].contains(word)
  }

  /// A clause's number, and the first of its words.
  struct Clause: Sendable, Equatable {
    let start: Int
    let citation: String
  }

  /// Index of the clause that a word belongs to; -1 before the first.
  func clauseIndex(of word: Int) -> Int {
    var low = 0
    var high = clauses.count
    while low < high {
      let middle = (low + high) / 2
      if clauses[middle].start <= word { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// Whether a clause ends before a word, or the whole text.
  func isBoundary(_ word: Int) -> Bool {
    if word == words.count { return true }
    let clause = clauseIndex(of: word)
    return clause >= 0 && clauses[clause].start == word
  }
}
