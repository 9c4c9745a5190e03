/// The runs of five words of a text, sampled by their hashes: what texts are compared by.
///
/// Case, punctuation, layout and markup do not matter, only the words and their order. Lines that
/// state a copyright are left out, since every copy has its own (SPDX matching guidelines, section
/// "Copyright notice"). One run in eight is kept, chosen by its hash, so that two texts keep the same.
public struct ShingleSet: Sendable {
  /// Hashes of the sampled runs, cut to 32 bits.
  public let hashes: Set<UInt32>

  private static let length = 5
  private static let sampling: UInt64 = 8
  /// The FNV-1a constants for 64 bits.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  /// Takes the runs of a UTF-8 text. Linear in its size.
  public init(of bytes: [UInt8]) {
    var words: [UInt64] = []
    var lineStart = 0
    var word = Self.seed
    var isInWord = false
    func close() {
      if isInWord { words.append(word) }
      word = Self.seed
      isInWord = false
    }
    for byte in bytes {
      let lowered = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if (0x61...0x7A).contains(lowered) || (0x30...0x39).contains(lowered) {
        word = (word ^ UInt64(lowered)) &* Self.prime
        isInWord = true
      } else {
        close()
        if byte == UInt8(ascii: "\n") {
          if words.count > lineStart, words[lineStart] == Self.copyright { words.removeSubrange(lineStart...) }
          lineStart = words.count
        }
      }
    }
    close()
    self.hashes = Self.sample(words)
  }

  private static let copyright = "copyright".utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime }

  private static func sample(_ words: [UInt64]) -> Set<UInt32> {
    var hashes: Set<UInt32> = []
    guard words.count >= length else { return hashes }
    for start in 0...(words.count - length) {
      var hash = seed
      for part in words[start..<(start + length)] { hash = (hash ^ part) &* prime }
      // The low bits of a product are weak, and they choose the sample.
      hash ^= hash >> 29
      if hash % sampling == 0 { hashes.insert(UInt32(truncatingIfNeeded: hash >> 16)) }
    }
    return hashes
  }
}
