/// A set of concepts by number.
struct ConceptSet: Sendable, Equatable {
  private var bits: SIMD8<UInt64> = .zero

  /// Concepts that a lexicon can have.
  static let capacity = 512

  init() {}

  init(_ concepts: some Sequence<Int>) {
    for concept in concepts { insert(concept) }
  }

  mutating func insert(_ concept: Int) { bits[concept >> 6] |= 1 << UInt64(concept & 63) }

  mutating func formUnion(_ other: ConceptSet) { bits |= other.bits }

  func contains(_ concept: Int) -> Bool { bits[concept >> 6] & (1 << UInt64(concept & 63)) != 0 }

  func meets(_ other: ConceptSet) -> Bool { bits & other.bits != .zero }
}
