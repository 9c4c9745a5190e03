/// Which bracket closes which in a run of text, found in one pass.
struct BracketPairs {
  private let start: Int
  /// For each byte of the run the offset of the bracket that closes it, or 0; empty where there are no brackets.
  private var partners: [Int32] = []

  /// Farthest that a bracket may lie from its partner: links are short, and nesting stays shallow.
  private static let farthest = 2_000

  /// No brackets.
  init() { self.start = 0 }

  /// Pairs the square brackets and the parentheses in `range` of `bytes`, each kind by itself.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.start = range.lowerBound
    guard bytes[range].contains(UInt8(ascii: "[")) else { return }
    partners = Array(repeating: 0, count: range.count)
    var square: [Int] = []
    var round: [Int] = []
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "["): square.append(index)
      case UInt8(ascii: "("): round.append(index)
      case UInt8(ascii: "]"): if let open = square.popLast() { partners[open - start] = Int32(index) }
      case UInt8(ascii: ")"): if let open = round.popLast() { partners[open - start] = Int32(index) }
      default: break
      }
    }
  }

  /// The bracket that closes the one at `index`, if it stands before `end`.
  func partner(of index: Int, before end: Int) -> Int? {
    guard index - start < partners.count else { return nil }
    let partner = Int(partners[index - start])
    return partner > index && partner < min(end, index + Self.farthest) ? partner : nil
  }
}
