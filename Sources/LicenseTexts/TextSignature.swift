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
    TextMatch(
      runs: hashes.count, shared: hashes.count { text.hashes.contains($0) }, runsOfText: text.hashes.count)
  }
}

/// How much of a licence a text holds, and how much beside it.
public struct TextMatch: Sendable, Comparable {
  /// The licence's sampled runs.
  private let runs: Int
  /// Runs of the licence that the text lacks.
  private let missing: Int
  /// Runs of the text that the licence does not have.
  private let added: Int

  /// Counts the runs of a licence, those that a text shares with it, and the text's own.
  init(runs: Int, shared: Int, runsOfText: Int) {
    self.runs = runs
    self.missing = runs - shared
    self.added = runsOfText - shared
  }

  /// Most runs that may be missing, and that may be added: about sixteen words of a title or a footer.
  ///
  /// A share of the whole would let a long text lose or gain a clause.
  private static let tolerance = 2

  /// The share of the licence's runs that the text holds, from 0 to 1.
  public var containment: Double { runs == 0 ? 0 : 1 - Double(missing) / Double(runs) }
  /// Runs of the text that the licence does not have, as a share of the licence's.
  public var surplus: Double { runs == 0 ? 0 : Double(added) / Double(runs) }

  /// Whether the text is the licence, but for layout: next to nothing is missing and nothing is added.
  public var isCopy: Bool {
    containment >= 0.99 && surplus <= 0.05 && missing <= Self.tolerance && added <= Self.tolerance
  }
  /// Whether the text is at least akin to the licence: an altered copy, another version.
  public var isKin: Bool { containment >= 0.6 }

  /// The better match holds more, then has less beside.
  public static func < (left: TextMatch, right: TextMatch) -> Bool {
    (left.containment, -left.surplus) < (right.containment, -right.surplus)
  }
}
