/// Sets of words and stems by their numbers.
struct AtomSets: Sendable {
  /// A bit for each number, one set after the other.
  let bits: [UInt64]
  /// Elements of `bits` for each set.
  let rowLength: Int

  /// Sets of numbers below `atomCount`.
  init(_ sets: [[Int]], atomCount: Int) {
    let length = (atomCount + 63) / 64
    var bits = [UInt64](repeating: 0, count: sets.count * length)
    for (index, set) in sets.enumerated() {
      for atom in set { bits[index * length + atom >> 6] |= 1 << UInt64(atom & 63) }
    }
    self.bits = bits
    rowLength = length
  }

  /// Whether a set holds a number.
  @inline(__always) func has(_ atom: Int, in set: Int) -> Bool {
    bits[set * rowLength + atom >> 6] & 1 << UInt64(atom & 63) != 0
  }
}
