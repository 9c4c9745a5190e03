/// Who can settle what is open, those at hand first.
public enum Settler: String, Sendable, CaseIterable, Comparable {
  /// The author, from their own files and knowledge.
  case you
  /// People, who attest how they act; no file shows it.
  case conduct
  /// Whoever reads the law or the licence: an answer under `interpret:`.
  case law
  /// A third party that made or published a source.
  case upstream

  private var distance: Int {
    switch self {
    case .you: 0
    case .conduct: 1
    case .law: 2
    case .upstream: 3
    }
  }

  public static func < (left: Settler, right: Settler) -> Bool { left.distance < right.distance }
}
