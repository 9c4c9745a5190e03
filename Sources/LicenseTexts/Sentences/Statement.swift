/// A sentence, or an item of a list within or below one.
struct Statement: Sendable {
  /// Its tokens, without its own number.
  let tokens: Range<Int>
  let clause: Int
  /// Index of its passage.
  let passage: Int
  /// What is added to the clause's citation: `(ii)` for an item of a list within a sentence.
  let suffix: String
  /// Index of the statement that governs it.
  let lead: Int?
  /// Whether it is an item of a list.
  let isItem: Bool
  let isOperative: Bool
  /// Wordings found in it.
  var hits: [Hit] = []
}
