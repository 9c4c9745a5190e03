/// A sentence, an item of a list within or below one, or a heading.
struct Statement: Sendable {
  /// Its tokens, without its own number.
  let tokens: Range<Int>
  let clause: Int
  /// Index of its passage; nil for headings.
  let passage: Int?
  /// What is added to the clause's citation: `(ii)` for an item of a list within a sentence.
  let suffix: String
  /// Index of the statement that governs it.
  var lead: Int?
  /// Whether it is an item of a list.
  var isItem: Bool
  /// Whether a bullet, or the number of a list, stands before it.
  let isBullet: Bool
  /// Whether it belongs to the terms.
  let isOperative: Bool
  /// Whether it goes on with what the statement before it forbids: `This includes …`.
  var goesOn = false
  /// Wordings found in it.
  var hits: [Hit] = []

  /// Whether it heads a clause. A heading says nothing by itself, but governs what stands below it.
  var isHeading: Bool { passage == nil }
}
