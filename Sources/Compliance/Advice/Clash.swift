/// Why no licence is left: the sources that no licence satisfies together, and which to give up.
struct Clash {
  /// The smallest sets of sources that clash.
  let smallest: [[String]]
  /// The fewest sources without which a licence is left.
  let ways: [Solution.WayOut]

  /// Largest set that is looked for.
  private static let mostSources = 4
  /// Most sets that are tried.
  private static let mostTries = 100_000

  /// The clash of licences of which each is excluded by some sources.
  init(_ excluded: [(license: String, sources: [String])]) {
    // Sources that exclude the same licences are one for this purpose.
    let excluders = excluded.map { Set($0.sources) }
    var sources: [String] = []
    for source in excluded.flatMap(\.sources).unique() {
      let mine = excluders.map { $0.contains(source) }
      if !sources.contains(where: { other in excluders.map { $0.contains(other) } == mine }) { sources.append(source) }
    }
    smallest = Self.hittingSets(of: excluders.map { $0.intersection(sources) }, among: sources)
    let fewest = excluders.map(\.count).min() ?? 0
    var licenses: [[String]: [String]] = [:]
    for entry in excluded where Set(entry.sources).count == fewest {
      licenses[entry.sources.unique().sorted(), default: []].append(entry.license)
    }
    ways = licenses.map { Solution.WayOut(sources: $0.key, licenses: $0.value) }.sorted {
      ($1.licenses.count, $0.sources.joined(separator: " ")) < ($0.licenses.count, $1.sources.joined(separator: " "))
    }
  }

  /// All smallest sets that share an element with each of the others.
  private static func hittingSets(of sets: [Set<String>], among elements: [String]) -> [[String]] {
    guard !sets.isEmpty, sets.allSatisfy({ !$0.isEmpty }) else { return [] }
    var tries = 0
    var open: [[Int]] = [[]]
    for _ in 0..<mostSources {
      open = open.flatMap { chosen in (((chosen.last ?? -1) + 1)..<elements.count).map { chosen + [$0] } }
      tries += open.count
      guard tries <= mostTries else { return [] }
      let hitting = open.map { $0.map { elements[$0] } }.filter { chosen in
        sets.allSatisfy { set in chosen.contains { set.contains($0) } }
      }
      if !hitting.isEmpty { return hitting }
    }
    return []
  }
}
