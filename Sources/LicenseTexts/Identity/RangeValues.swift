/// A number for each place of a text, kept for blocks of a few words.
struct RangeValues {
  private var values: [Int]
  private static let block = 16

  /// Zero for each of so many places.
  init(count: Int) { values = [Int](repeating: 0, count: count / Self.block + 1) }

  /// Counts a range once more.
  mutating func add(_ range: Range<Int>) {
    for block in blocks(range) { values[block] += 1 }
  }

  /// Raises a range to a value.
  mutating func raise(_ range: Range<Int>, to value: Int) {
    for block in blocks(range) { values[block] = max(values[block], value) }
  }

  /// The least value in a range.
  func least(in range: Range<Int>) -> Int { values[blocks(range)].min() ?? 0 }

  /// The blocks whose greater part lies in a range; at least one.
  private func blocks(_ range: Range<Int>) -> Range<Int> {
    let start = min((range.lowerBound + Self.block / 2) / Self.block, values.count - 1)
    let end = min((range.upperBound + Self.block / 2) / Self.block, values.count)
    return start..<max(start + 1, end)
  }
}
