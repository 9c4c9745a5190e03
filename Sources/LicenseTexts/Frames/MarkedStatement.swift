import Diagnostics

/// A statement with what the grammar says of each of its words, so that it is asked in constant time.
struct MarkedStatement {
  let tokens: Range<Int>
  /// Wordings by where they start.
  private let hits: [Hit]
  private let allTokens: [Token]
  private let grammar: Grammar
  private var marks: [Mark]

  /// What a word does in its sentence.
  struct Mark: OptionSet {
    let rawValue: UInt16
    static let conjunction = Mark(rawValue: 1 << 0)
    static let relative = Mark(rawValue: 1 << 1)
    static let preposition = Mark(rawValue: 1 << 2)
    static let possessive = Mark(rawValue: 1 << 3)
    /// Stands in a condition or an exception.
    static let condition = Mark(rawValue: 1 << 4)
    /// Turns over the verb of its clause: `under no circumstances may you`.
    static let negator = Mark(rawValue: 1 << 5)
    /// Does so where it opens the clause: `no one may`.
    static let openingNegator = Mark(rawValue: 1 << 6)
    /// Belongs to what only looks like a modal verb: `as may be amended`.
    static let mentioned = Mark(rawValue: 1 << 7)
    static let article = Mark(rawValue: 1 << 8)
    /// Makes a limit of the leave behind it, where it opens the clause: `only students may`.
    static let openingLimit = Mark(rawValue: 1 << 9)
  }

  init(_ statement: Statement, _ allTokens: [Token], grammar: Grammar) {
    self.tokens = statement.tokens
    self.hits = statement.hits
    self.allTokens = allTokens
    self.grammar = grammar
    self.marks = Array(repeating: [], count: statement.tokens.count)
    for hit in hits {
      switch hit.concept {
      case grammar.conjunction: for index in hit.start..<hit.end { mark(.conjunction, at: index) }
      case grammar.relative: mark(.relative, at: hit.start)
      case grammar.preposition: mark(.preposition, at: hit.start)
      case grammar.article: mark(.article, at: hit.start)
      case grammar.possessive: mark(.possessive, at: hit.start)
      case grammar.negator: mark(.negator, at: hit.start)
      case grammar.openingNegator: mark(.openingNegator, at: hit.start)
      case grammar.openingLimit: mark(.openingLimit, at: hit.start)
      case grammar.noModal: for index in hit.start..<hit.end { mark(.mentioned, at: index) }
      default: break
      }
    }
  }

  private mutating func mark(_ mark: Mark, at index: Int) { marks[index - tokens.lowerBound].insert(mark) }

  /// Takes note of the words of a condition.
  mutating func markCondition(_ range: Range<Int>) {
    for index in range.clamped(to: tokens) { mark(.condition, at: index) }
  }

  /// Whether the word at `index` does this; no word outside does anything.
  func isMarked(_ mark: Mark, at index: Int) -> Bool {
    tokens.contains(index) && marks[index - tokens.lowerBound].contains(mark)
  }

  /// Whether one of these stands before the word at `index`.
  func isPreceded(by punctuation: Token.Marks, at index: Int) -> Bool {
    !allTokens[index].before.isDisjoint(with: punctuation)
  }

  /// Whether the word at `index` stands right behind the one before it, as Chinese characters do.
  func adjoins(_ index: Int) -> Bool { allTokens[index].before.isEmpty }

  /// The first word behind `start` before which one of these stands.
  func first(_ punctuation: Token.Marks, behind start: Int) -> Int? {
    guard start + 1 < tokens.upperBound else { return nil }
    return ((start + 1)..<tokens.upperBound).first { isPreceded(by: punctuation, at: $0) }
  }

  /// The wordings that start in a range, in order; found by bisection.
  func hits(in range: Range<Int>) -> ArraySlice<Hit> {
    let lower = hits.bisect { $0.start < range.lowerBound }
    return hits[lower..<max(lower, hits.bisect { $0.start < range.upperBound })]
  }

  /// What is spoken of in a range, conditions left out.
  func words(in range: Range<Int>) -> ConceptSet {
    var set = ConceptSet()
    for hit in hits(in: range) where !isMarked(.condition, at: hit.start) { set.insert(hit.concept) }
    return set
  }
}
