/// Counts how often places of a text were covered by ranges, in blocks of a few words.
struct RangeCounter {
  private var counts: [UInt8]
  private static let block = 16

  init(count: Int) { counts = [UInt8](repeating: 0, count: count / Self.block + 1) }

  /// Covers a range once more.
  mutating func add(_ range: Range<Int>) {
    for block in blocks(range) where counts[block] < .max { counts[block] += 1 }
  }

  /// How often the least covered place of a range is covered.
  func least(in range: Range<Int>) -> Int {
    blocks(range).reduce(Int.max) { min($0, Int(counts[$1])) }
  }

  /// About how many places of a range are covered.
  func covered(in range: Range<Int>) -> Int {
    blocks(range).count { counts[$0] > 0 } * range.count / max(blocks(range).count, 1)
  }

  /// The blocks whose greater part lies in a range; at least one.
  private func blocks(_ range: Range<Int>) -> Range<Int> {
    let start = min((range.lowerBound + Self.block / 2) / Self.block, counts.count - 1)
    let end = min((range.upperBound + Self.block / 2) / Self.block, counts.count)
    return start..<max(start + 1, end)
  }
}
