/// Copies of a text, each cut off or damaged at places that only the seed decides.
///
/// The same text and seed give the same copies on every machine, so a failure can be repeated.
public struct DamagedCopies: Sequence, IteratorProtocol {
  private let original: [UInt8]
  private let alphabet: [UInt8]
  private var left: Int
  private var state: UInt64

  /// Makes `count` copies of `text`; `alphabet` holds the bytes that mean something to the format.
  public init(of text: String, count: Int, seed: UInt64 = 1, alphabet: String) {
    self.original = Array(text.utf8)
    self.alphabet = Array(alphabet.utf8) + [0, 0x80, 0xBF, 0xC2, 0xE2, 0xF0, 0xFF]
    self.left = count
    self.state = seed
  }

  public mutating func next() -> [UInt8]? {
    guard left > 0 else { return nil }
    left -= 1
    var copy = original
    if random(below: 3) == 0 { copy.removeLast(random(below: copy.count)) }
    for _ in 0..<random(below: 6) where !copy.isEmpty {
      let place = random(below: copy.count)
      let byte = alphabet[random(below: alphabet.count)]
      switch random(below: 4) {
      case 0: copy[place] = byte
      case 1: copy.remove(at: place)
      case 2: copy.insert(byte, at: place)
      default:
        let end = Swift.min(copy.count, place + 1 + random(below: 40))
        copy.insert(contentsOf: copy[place..<end], at: random(below: copy.count))
      }
    }
    return copy
  }

  /// SplitMix64.
  private mutating func random(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(Swift.max(1, limit)))
  }
}
