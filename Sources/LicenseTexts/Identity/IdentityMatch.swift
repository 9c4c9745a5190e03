/// What a text was recognised as.
public struct Identification: Sendable {
  /// The licences in it, in the order of the text.
  public let matches: [IdentityMatch]
  /// Licences that stretches of the text resemble and are no copies of: another version, one made from it, or one that
  /// was altered and goes by no title.
  public let kin: [IdentityMatch]
  /// Ranges of the text that are no part of the licences in it and say something: no titles, holders or addresses.
  public let rest: [Range<Int>]
  /// Words in `rest`.
  public let restCount: Int
  /// What says something and is part neither of the licences in the text nor of what resembles one.
  public let surroundings: [Range<Int>]

  /// The copies, and what is hardly worded otherwise and goes by no title: a licence somebody altered, or one
  /// that was made from it.
  public var adaptations: [IdentityMatch] {
    (matches + kin.filter(\.isUntitledAdaptation)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What kind of answer it is.
  public enum Kind: String, Sendable {
    /// One licence, all of it, unaltered, and nothing else.
    case exact
    /// One licence that was altered, and nothing else to speak of.
    case altered
    /// Licences with more around them, or several.
    case contains
    case unknown
  }

  /// The licence that the text is as it stands; nil where it is altered, unknown, more than one, or has more around it.
  public var license: String? { kind == .exact ? matches.first?.id : nil }

  /// The licence that the text is most like; nil where it is like none.
  public var nearest: IdentityMatch? { (matches + kin).max { $0.score < $1.score } }

  /// Whether a good part of a licence stands in the text, be it a copy or not.
  public var isLike: Bool { !matches.isEmpty || !kin.isEmpty }

  public var kind: Kind {
    guard let first = matches.first else { return .unknown }
    guard matches.count == 1, restCount == 0 else { return .contains }
    return first.isAltered ? .altered : .exact
  }
}

/// A licence that stands in a text.
public struct IdentityMatch: Sendable {
  /// The signature that fits best.
  public let signature: LicenseSignature
  /// Other licences with the very same words, and other ids of this one.
  public let also: [String]
  /// Where it stands in the text.
  public let range: Range<Int>
  /// How alike the words are: 1 for a copy.
  public let score: Double
  /// Where it differs from the licence, in order; nothing that copies may differ in.
  public let changes: [TextChange]
  /// What title stands over it.
  let title: WordSequence.Title

  /// The licence's id.
  public var id: String { signature.id }
  /// Whether nothing but a few words tells the text from the licence, and no title from another.
  var isUntitledAdaptation: Bool {
    switch title {
    case .none: score >= Self.leastUntitled
    case .own, .other: false
    }
  }
  private static let leastUntitled = 0.9

  /// Whether the licence's own title stands over it.
  public var isTitled: Bool { title == .own }
  /// Whether a clause was changed, added or lost.
  public var isAltered: Bool { !changes.isEmpty }
}

/// A clause in which a text differs from the licence.
public struct TextChange: Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// A clause of the licence is not there.
    case missing
    /// A clause is worded otherwise.
    case changed
    /// Words stand between clauses that the licence does not have.
    case added
  }

  public let kind: Kind
  /// The number of the licence's clause; of the clause above for something added; nil before the first.
  public let clause: String?
  /// Where it stands in the text, from the first word that differs to the last; where it would stand, if it is missing.
  public let range: Range<Int>
  /// Words of the licence that are not there.
  public let missing: Int
  /// Words that the licence does not have.
  public let added: Int
}
