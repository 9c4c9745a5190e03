import Obligations

/// The names that a manifest may use for what the knowledge lists: a name that is not understood must not read as no.
///
/// Whoever is in no catalogue is named on purpose, as `other:Acme`.
public struct ClosedWords: Sendable {
  /// What a name can stand for.
  public enum Kind: Sendable, CaseIterable {
    /// Who makes models, by name, legal name or product.
    case maker
    /// A service through which models are used.
    case service
    /// Terms of a service: an id, a series, or an id without its date.
    case terms
  }

  private let resolve: @Sendable (String, Kind) -> String?
  private let candidates: @Sendable (Kind) -> [String]
  private let place: @Sendable (String) -> Place?

  /// Words of which `resolve` gives the name that the knowledge uses, nil for what it does not know, and `candidates`
  /// all names that a misspelt one may mean; `place` finds countries and unions.
  public init(
    resolve: @escaping @Sendable (String, Kind) -> String?, candidates: @escaping @Sendable (Kind) -> [String],
    place: @escaping @Sendable (String) -> Place?
  ) {
    self.resolve = resolve
    self.candidates = candidates
    self.place = place
  }

  /// What a written name stands for.
  enum Meaning: Equatable {
    /// The name that the knowledge uses.
    case known(String)
    /// Somebody or something that is named on purpose although no catalogue lists it.
    case other(String)
    /// Nothing that is known; with the name that may have been meant.
    case unknown(suggestion: String?)
  }

  /// What begins the name of whoever is in no catalogue.
  static let other = "other:"

  func meaning(of name: String, as kind: Kind) -> Meaning {
    guard name.hasPrefix(Self.other) else {
      return resolve(name, kind).map { .known($0) }
        ?? .unknown(suggestion: name.nearest(in: candidates(kind)).flatMap { resolve($0, kind) })
    }
    let rest = String(name.dropFirst(Self.other.count)).trimmed
    guard !rest.isEmpty else { return .unknown(suggestion: nil) }
    // Whoever is known cannot be passed off as somebody else.
    return resolve(rest, kind).map { .known($0) } ?? .other(rest)
  }

  /// The place that a code or a name means.
  func place(called name: String) -> Place? { place(name) }
}
