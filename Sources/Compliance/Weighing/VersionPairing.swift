import Obligations

/// What several versions of a text ask for, of which one governs: each row is one obligation in the versions that have it.
///
/// Versions renumber and reword, so obligations are paired by kind first, then by clause and by what they say.
struct VersionPairing: Sendable {
  /// An obligation as each version words it, by the version's place in the list; at least one of them does.
  struct Row: Sendable {
    fileprivate(set) var byVersion: [Int: Obligation]
    /// The first version that has it, and how it words it.
    let first: (version: Int, obligation: Obligation)
  }

  private(set) var rows: [Row] = []

  /// Pairs the obligations of some versions; without other wishes those that can be met or broken now.
  init(
    _ versions: [License], of isPaired: (Obligation) -> Bool = { $0.requirement != nil && $0.requirement != .later }
  ) {
    var wordsOfRows: [Set<Substring>] = []
    for (version, license) in versions.enumerated() {
      let obligations = license.obligations.filter(isPaired)
      let words = versions.count > 1 ? obligations.map { Self.words(of: $0.summary) } : []
      let pairs = rows.indices.flatMap { row in
        obligations.indices.compactMap { index -> (row: Int, index: Int, likeness: Double)? in
          let (left, right) = (rows[row].first.obligation, obligations[index])
          guard left.kind == right.kind, left.modality == right.modality else { return nil }
          return (row, index, Self.likeness(left, right, words: wordsOfRows[row], words[index]))
        }
      }
      var paired: [Int: Int] = [:]
      var taken: Set<Int> = []
      for pair in pairs.sorted(by: { ($1.likeness, $0.row, $0.index) < ($0.likeness, $1.row, $1.index) })
      where paired[pair.index] == nil && !taken.contains(pair.row) {
        paired[pair.index] = pair.row
        taken.insert(pair.row)
      }
      for (index, obligation) in obligations.enumerated() {
        if let row = paired[index] {
          rows[row].byVersion[version] = obligation
        } else {
          rows.append(Row(byVersion: [version: obligation], first: (version, obligation)))
          if versions.count > 1 { wordsOfRows.append(words[index]) }
        }
      }
    }
  }

  /// How much two obligations of one kind say the same.
  private static func likeness(
    _ left: Obligation, _ right: Obligation, words: Set<Substring>, _ others: Set<Substring>
  ) -> Double {
    let all = words.union(others).count
    let shared = all == 0 ? 0 : Double(words.intersection(others).count) / Double(all)
    return 3 * shared + (left.clause == right.clause ? 1 : 0) + (left.condition == right.condition ? 1 : 0)
      + (left.requirement == right.requirement ? 1 : 0)
  }

  private static func words(of summary: String) -> Set<Substring> {
    Set(summary.lowercased()[...].split { !$0.isLetter && !$0.isNumber })
  }
}
