/// What a licence's text is recognised by: the hashes of its words in order, and where its clauses begin.
///
/// A signature holds no text. It is made from the original by `pedigree signature`, and kept in
/// `licenses/signatures/`.
public struct LicenseSignature: Sendable {
  /// The licence's id.
  public let id: String
  /// Other ids of the same licence.
  public let also: [String]
  /// What people call it; empty where that is its id.
  public let title: String
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

  /// The number of the clause that a word belongs to; nil before the first.
  func clause(of word: Int) -> String? {
    var low = 0
    var high = clauses.count
    while low < high {
      let middle = (low + high) / 2
      if clauses[middle].start <= word { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? clauses[low - 1].citation : nil
  }
}
