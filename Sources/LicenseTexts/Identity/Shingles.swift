/// The runs of five words by which texts are found: one in eight, chosen by its own hash.
enum Shingles {
  static let length = 5

  /// Calls `body` with the position of the first word and the hash of each sampled run.
  @inline(__always)
  static func forEachSampled(_ words: UnsafeBufferPointer<UInt16>, _ body: (_ position: Int, _ hash: UInt32) -> Void) {
    guard words.count >= length else { return }
    var window: UInt64 = 0
    for index in 0..<words.count {
      // The window holds the last four words; the fifth leaves it as the next comes in.
      let hash = (window &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(words[index])) &* 0xD6E8_FEB8_6659_FD93
      window = window << 16 | UInt64(words[index])
      if index >= length - 1, hash >> 61 == 0 { body(index - (length - 1), UInt32(truncatingIfNeeded: hash >> 29)) }
    }
  }
}
