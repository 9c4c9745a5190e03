/// A set of words and stems by their numbers.
struct AtomSet {
  /// A bit for each number.
  fileprivate(set) var bits: [UInt64]

  /// The empty set of numbers below `atomCount`.
  init(atomCount: Int) { bits = Array(repeating: 0, count: (atomCount + 63) / 64) }

  mutating func insert(_ atom: Int) { bits[atom >> 6] |= 1 << UInt64(atom & 63) }

  mutating func formUnion(_ other: AtomSet) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  /// The numbers in ascending order.
  var numbers: [Int] {
    var numbers: [Int] = []
    for (index, word) in bits.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }
}

/// Sets of words and stems by their numbers.
struct AtomSets: Sendable {
  /// A bit for each number, one set after the other.
  let bits: [UInt64]
  /// Elements of `bits` for each set.
  let rowLength: Int

  /// Sets of numbers below `atomCount`.
  init(_ sets: [[Int]], atomCount: Int) {
    self.init(
      sets.map { $0.reduce(into: AtomSet(atomCount: atomCount)) { $0.insert($1) } }, atomCount: atomCount)
  }

  /// Sets of numbers below `atomCount`.
  init(_ sets: [AtomSet], atomCount: Int) {
    bits = sets.flatMap(\.bits)
    rowLength = (atomCount + 63) / 64
  }

  /// Whether a set holds a number.
  @inline(__always) func has(_ atom: Int, in set: Int) -> Bool {
    bits[set * rowLength + atom >> 6] & 1 << UInt64(atom & 63) != 0
  }
}
