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
