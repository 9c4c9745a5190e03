/// Tells apart what has the same name, by counting.
struct Occurrences {
  private var counts: [String: Int] = [:]

  /// How often a name was there with this time: 1 for the first.
  mutating func number(_ name: String) -> Int {
    counts[name, default: 0] += 1
    return counts[name, default: 1]
  }
}
