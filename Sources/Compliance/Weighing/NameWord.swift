/// A word that a licence wants in a name: a blank stands for any separator, or for none.
struct NameWord {
  private let parts: [[UInt8]]

  init(_ word: String) {
    self.parts = word.split(separator: " ").map { Array($0.utf8) }
  }

  /// Whether a name starts with the word; open where only case differs, or where the word may go on.
  func starts(_ name: Substring) -> Truth { matches(Array(name.utf8), at: 0) }

  /// Whether the word stands somewhere in a name, likewise.
  func stands(in name: Substring) -> Truth {
    let name = Array(name.utf8)
    return name.indices.map { start in
      start == 0 || Self.kind(name[start - 1]) != .lower || Self.kind(name[start]) == .upper
        ? matches(name, at: start) : .no
    }.max() ?? .no
  }

  private func matches(_ name: [UInt8], at start: Int) -> Truth {
    var index = start
    var isExact = true
    for (number, part) in parts.enumerated() {
      if number > 0, index < name.count, Self.kind(name[index]) == .separator { index += 1 }
      guard index + part.count <= name.count else { return .no }
      for offset in part.indices {
        if name[index + offset] == part[offset] { continue }
        guard Self.lowered(name[index + offset]) == Self.lowered(part[offset]) else { return .no }
        isExact = false
      }
      index += part.count
    }
    return min(isExact ? .yes : .unknown, ending(of: name, at: index))
  }

  /// Whether the word ends where the name goes on.
  private func ending(of name: [UInt8], at end: Int) -> Truth {
    guard end > 0, end < name.count else { return .yes }
    switch (Self.kind(name[end - 1]), Self.kind(name[end])) {
    // "Hare-30B" is no Hare 3; "Hare-3.1" may be one.
    case (.digit, .digit): return .no
    case (.digit, .separator) where name[end] == UInt8(ascii: ".") && end + 1 < name.count:
      return Self.kind(name[end + 1]) == .digit ? .unknown : .yes
    // "Harefied" is another word, "HareChat" and "Hare3" are two.
    case (.lower, .lower), (.upper, .upper), (.upper, .lower): return .unknown
    case (.lower, .upper), (.lower, .digit), (.upper, .digit), (.digit, .lower), (.digit, .upper), (.separator, _),
      (_, .separator):
      return .yes
    }
  }

  private enum Kind { case upper, lower, digit, separator }

  private static func kind(_ byte: UInt8) -> Kind {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: .lower
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    default: .separator
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { kind(byte) == .upper ? byte | 0x20 : byte }
}
