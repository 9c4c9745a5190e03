/// A numbered or headed part of a licence.
public struct Clause: Sendable {
  /// How a reader cites it: `1.b.i`, `3.2(c)`, `Attachment A`, `Governing Law`; empty where a text has neither
  /// numbers nor headings.
  public let citation: String
  /// Its heading, if it has one.
  public let heading: String?
  /// The words of the heading in the text.
  let headingRange: Range<Int>?
  /// Index of the clause that it is part of.
  public let parent: Int?
  /// Its words in the text, with the clauses below it.
  public internal(set) var range: Range<Int>
}

/// A stretch of a clause's own words: a paragraph or a list item, without its number and run-in heading.
struct Passage: Sendable {
  /// Its bytes in the text.
  let range: Range<Int>
  /// Index of its clause.
  let clause: Int
  /// Index of the passage that governs it, as `You shall:` governs the items below; nil where it stands alone.
  let leadIn: Int?
  /// Whether a bullet or a number begins it.
  let isBullet: Bool
  /// Whether it belongs to the terms; examples, appendices on how to apply a licence and the like do not.
  let isOperative: Bool
}

/// A licence as a tree of clauses.
public struct Outline: Sendable {
  /// All clauses in the order of the text; a parent stands before its children.
  public internal(set) var clauses: [Clause] = []
  /// The words of the clauses in the order of the text.
  var passages: [Passage] = []

  /// The clause and those that it is part of, innermost first.
  func ancestry(of clause: Int) -> [Int] {
    var chain = [clause]
    while let parent = clauses[chain[chain.count - 1]].parent { chain.append(parent) }
    return chain
  }
}
