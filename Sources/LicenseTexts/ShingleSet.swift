/// The runs of five words of a text, sampled by their hashes: what texts are compared by.
///
/// Case, punctuation, layout and markup do not matter, only the words and their order. One run in
/// eight is kept, chosen by its hash, so that two texts keep the same ones.
public struct ShingleSet: Sendable {
  /// Hashes of the sampled runs, cut to 32 bits.
  public let hashes: Set<UInt32>

  static let length = 5
  private static let sampling: UInt64 = 8

  /// Takes the runs of a UTF-8 text. Linear in its size.
  public init(of bytes: [UInt8]) {
    var window: [UInt64] = []
    var hashes: Set<UInt32> = []
    var word: UInt64 = Self.seed
    var isInWord = false
    for byte in bytes {
      let lowered = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if (0x61...0x7A).contains(lowered) || (0x30...0x39).contains(lowered) {
        word = (word ^ UInt64(lowered)) &* Self.prime
        isInWord = true
      } else if isInWord {
        Self.close(word, &window, &hashes)
        word = Self.seed
        isInWord = false
      }
    }
    if isInWord { Self.close(word, &window, &hashes) }
    self.hashes = hashes
  }

  /// The FNV-1a constants for 64 bits.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  private static func close(_ word: UInt64, _ window: inout [UInt64], _ hashes: inout Set<UInt32>) {
    window.append(word)
    if window.count > length { window.removeFirst() }
    guard window.count == length else { return }
    var hash = seed
    for part in window { hash = (hash ^ part) &* prime }
    // The low bits of a product are weak; the high ones choose the sample.
    hash ^= hash >> 29
    if hash % sampling == 0 { hashes.insert(UInt32(truncatingIfNeeded: hash >> 16)) }
  }
}
