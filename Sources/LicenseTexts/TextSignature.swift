/// What a licence's text is recognised by: hashes of sampled runs of its words.
///
/// A signature holds no text. It is made from the original by `pedigree signature`, and kept in
/// `licenses/signatures/`.
public struct TextSignature: Sendable {
  /// The licence's id.
  public let id: String
  private let hashes: Set<UInt32>

  /// From this share of its runs on, a text counts as a copy.
  public static let copyThreshold = 0.97
  /// From this share on, a text is an altered copy or a kindred licence.
  public static let kinThreshold = 0.6

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

  /// The share of the licence's runs that a text holds, from 0 to 1.
  public func containment(in text: ShingleSet) -> Double {
    guard !hashes.isEmpty else { return 0 }
    return Double(hashes.count { text.hashes.contains($0) }) / Double(hashes.count)
  }
}
