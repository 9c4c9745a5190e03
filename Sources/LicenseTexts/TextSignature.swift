/// What a licence's text is recognised by: hashes of sampled runs of its words.
///
/// A signature holds no text. It is made from the original by `pedigree signature`, and kept in
/// `licenses/signatures/`.
public struct TextSignature: Sendable {
  /// The licence's id.
  public let id: String
  /// Hashes of the runs.
  private let hashes: Set<UInt32>

  /// Makes the signature of a text.
  public init(id: String, of bytes: [UInt8]) {
    self.id = id
    self.hashes = ShingleSet(of: bytes).hashes
  }

  /// Reads what `words` printed; nil where a word is no number.
  public init?(id: String, words: some Sequence<Substring>) {
    var hashes: Set<UInt32> = []
    for word in words {
      guard let hash = UInt32(word, radix: 36) else { return nil }
      hashes.insert(hash)
    }
    self.id = id
    self.hashes = hashes
  }

  /// The hashes in base 36, sorted.
  public var words: [String] { hashes.sorted().map { String($0, radix: 36) } }

  /// How a text compares with the licence's own.
  public func match(_ text: ShingleSet) -> TextMatch {
    guard !hashes.isEmpty else { return TextMatch(containment: 0, surplus: 0) }
    let shared = hashes.count { text.hashes.contains($0) }
    return TextMatch(
      containment: Double(shared) / Double(hashes.count),
      surplus: Double(text.hashes.count - shared) / Double(hashes.count))
  }
}

/// How much of a licence a text holds, and how much beside it.
public struct TextMatch: Sendable, Comparable {
  /// The share of the licence's runs that the text holds, from 0 to 1.
  public let containment: Double
  /// Runs of the text that the licence does not have, as a share of the licence's.
  public let surplus: Double

  /// Whether the text is the licence, but for layout: next to nothing is missing and nothing is added.
  public var isCopy: Bool { containment >= 0.99 && surplus <= 0.05 }
  /// Whether the text is at least akin to the licence: an altered copy, another version.
  public var isKin: Bool { containment >= 0.6 }

  /// The better match holds more, then has less beside.
  public static func < (left: TextMatch, right: TextMatch) -> Bool {
    (left.containment, -left.surplus) < (right.containment, -right.surplus)
  }
}
