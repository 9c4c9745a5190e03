/// Finds which of several words a text holds, in one pass that skips most of it (Wu and Manber, 1994).
struct MarkSearch {
  /// A word, with its index among those that are searched.
  private struct Mark {
    let bytes: [UInt8]
    let index: Int
    /// The pair of bytes on which the part of it ends that fits into the window.
    let pair: UInt16
  }

  /// The marks, those with the same pair side by side.
  private let marks: [Mark]
  /// Length of the window, that of the shortest mark, in bytes.
  private let width: Int
  /// For each pair of bytes at the end of the window, how far the window may move.
  private let shifts: [UInt8]
  /// For each pair, where its marks begin.
  private let starts: [UInt16]

  /// A search for `words`, each of two bytes or more.
  init(_ words: [String]) {
    let width = min(255, words.map(\.utf8.count).min() ?? 2)
    precondition(width >= 2, "a mark has two bytes or more")
    var shifts = [UInt8](repeating: UInt8(width - 1), count: 1 << 16)
    var marks: [Mark] = []
    for (index, word) in words.enumerated() {
      let bytes = Array(word.utf8)
      for end in 1..<width {
        let pair = Int(Self.pair(bytes[end - 1], bytes[end]))
        shifts[pair] = min(shifts[pair], UInt8(width - 1 - end))
      }
      marks.append(Mark(bytes: bytes, index: index, pair: Self.pair(bytes[width - 2], bytes[width - 1])))
    }
    marks.sort { ($0.pair, $0.index) < ($1.pair, $1.index) }
    var starts = [UInt16](repeating: 0, count: 1 << 16)
    for (place, mark) in marks.enumerated().reversed() { starts[Int(mark.pair)] = UInt16(place) }
    self.marks = marks
    self.width = width
    self.shifts = shifts
    self.starts = starts
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(second) }

  /// The indices of the words that occur.
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
          var place = Int(starts[Int(pair)])
          while place < marks.count, marks[place].pair == pair {
            if Self.holds(text, marks[place].bytes, at: end - (width - 1)) { found.insert(marks[place].index) }
            place += 1
          }
          end += 1
        }
      }
    }
    return found
  }

  private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ mark: [UInt8], at start: Int) -> Bool {
    guard text.count - start >= mark.count else { return false }
    for offset in mark.indices where text[start + offset] != mark[offset] { return false }
    return true
  }
}
