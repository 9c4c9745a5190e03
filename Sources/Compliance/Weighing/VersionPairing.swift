import Obligations

/// What several versions of a text ask for, of which one governs: each row is one obligation in the versions that have it.
///
/// Versions renumber and reword, so obligations are paired by kind first, then by clause and by what they say.
struct VersionPairing {
  /// An obligation as each version words it, by the version's place in the list; at least one of them does.
  struct Row {
    fileprivate(set) var byVersion: [Int: Obligation]
    /// The first version that has it, and how it words it.
    let first: (version: Int, obligation: Obligation)
  }

  private(set) var rows: [Row] = []

  /// Pairs the obligations of some versions; without other wishes those that can be met or broken now.
  init(
    _ versions: [License], of isPaired: (Obligation) -> Bool = { $0.requirement != nil && $0.requirement != .later }
  ) {
    for (version, license) in versions.enumerated() {
      let obligations = license.obligations.filter(isPaired)
      let pairs = rows.indices.flatMap { row in
        obligations.indices.compactMap { index in
          Self.likeness(rows[row].first.obligation, obligations[index]).map { (row: row, index: index, likeness: $0) }
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
        }
      }
    }
  }

  /// How much two obligations say the same; nil for what cannot be one in two versions.
  private static func likeness(_ left: Obligation, _ right: Obligation) -> Double? {
    guard left.kind == right.kind, left.modality == right.modality else { return nil }
    let (words, others) = (words(of: left.summary), words(of: right.summary))
    let all = words.union(others).count
    let shared = all == 0 ? 0 : Double(words.intersection(others).count) / Double(all)
    return 3 * shared + (left.clause == right.clause ? 1 : 0) + (left.condition == right.condition ? 1 : 0)
      + (left.requirement == right.requirement ? 1 : 0)
  }

  private static func words(of summary: String) -> Set<Substring> {
    Set(summary.lowercased()[...].split { !$0.isLetter && !$0.isNumber })
  }
}
