/// Finds which of several words a text holds, in one pass that skips most of it (Wu and Manber, 1994).
struct MarkSearch {
  private let marks: [[UInt8]]
  /// Length of the shortest mark, in bytes.
  private let width: Int
  /// For each pair of bytes at the end of the window, how far the window may move.
  private let shifts: [UInt8]
  /// For each pair on which the first `width` bytes of marks end, the marks' indices.
  private let ending: [UInt16: [Int]]

  /// A search for `marks`, each of two bytes or more.
  init(_ marks: [String]) {
    self.marks = marks.map { Array($0.utf8) }
    let width = min(255, self.marks.map(\.count).min() ?? 2)
    precondition(width >= 2, "a mark has two bytes or more")
    var shifts = [UInt8](repeating: UInt8(width - 1), count: 1 << 16)
    var ending: [UInt16: [Int]] = [:]
    for (index, mark) in self.marks.enumerated() {
      for end in 1..<width {
        let pair = Self.pair(mark[end - 1], mark[end])
        shifts[Int(pair)] = min(shifts[Int(pair)], UInt8(width - 1 - end))
        if end == width - 1 { ending[pair, default: []].append(index) }
      }
    }
    self.width = width
    self.shifts = shifts
    self.ending = ending
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(second) }

  /// The indices of the marks that occur.
  func found(in text: [UInt8]) -> Set<Int> {
    var found: Set<Int> = []
    text.withUnsafeBufferPointer { text in
      shifts.withUnsafeBufferPointer { shifts in
        var end = width - 1
        while end < text.count {
          let pair = Self.pair(text[end - 1], text[end])
          let shift = shifts[Int(pair)]
          if shift > 0 {
            end += Int(shift)
            continue
          }
          let start = end - (width - 1)
          for index in ending[pair] ?? [] where !found.contains(index) {
            let mark = marks[index]
            if text.count - start >= mark.count, text[start..<(start + mark.count)].elementsEqual(mark) {
              found.insert(index)
            }
          }
          end += 1
        }
      }
    }
    return found
  }
}
