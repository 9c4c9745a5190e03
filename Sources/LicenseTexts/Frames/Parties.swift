import Obligations

/// Finds who acts in a stretch of a statement.
struct Parties {
  private let statement: MarkedStatement
  private let grammar: Grammar

  /// Words within which a statement without a modal verb names who acts.
  private static let opening = 8

  init(_ statement: MarkedStatement, grammar: Grammar) {
    self.statement = statement
    self.grammar = grammar
  }

  /// The party that stands nearest to the verb behind `range`.
  func last(in range: Range<Int>) -> FrameSubject? {
    var best: (end: Int, subject: FrameSubject)?
    for hit in statement.hits(in: range) where hit.end <= range.upperBound {
      guard let subject = party(hit.concept), subject != .licensor || acts(hit, in: range) else { continue }
      if best.map({ $0.end <= hit.end }) ?? true { best = (hit.end, subject) }
    }
    return best?.subject
  }

  /// The party with which a statement begins.
  func first(in range: Range<Int>) -> FrameSubject {
    for hit in statement.hits(in: range) where hit.start < range.lowerBound + Self.opening {
      if let subject = party(hit.concept), subject != .licensor || !statement.isMarked(.possessive, at: hit.start) {
        return subject
      }
    }
    return .other
  }

  /// The party that begins at a word.
  func first(at index: Int) -> FrameSubject? {
    statement.hits(in: index..<(index + 1)).lazy.compactMap { party($0.concept) }.first
  }

  /// Whether the party at a word only belongs to something else: `by the licensee`.
  func isObject(_ index: Int) -> Bool {
    statement.isMarked(.preposition, at: statement.isMarked(.article, at: index - 1) ? index - 2 : index - 1)
  }

  /// Where the party that ends right before a verb begins, if it stands behind `start`.
  func start(before verb: Modal, behind start: Int) -> Int? {
    let reach = max(start, verb.tokens.lowerBound - Self.opening)..<verb.tokens.lowerBound
    return statement.hits(in: reach).first {
      party($0.concept) != nil && $0.end == verb.tokens.lowerBound && $0.start >= start + 2
    }?.start
  }

  /// Whether a licensor's name is what acts, and not a part of what is spoken of: `Acme may`, `Acme, at any time, may`;
  /// not `the marks of Acme may` or `Acme Materials may`.
  private func acts(_ hit: Hit, in range: Range<Int>) -> Bool {
    let before = statement.isMarked(.article, at: hit.start - 1) ? hit.start - 2 : hit.start - 1
    guard !statement.isMarked(.possessive, at: hit.start), !statement.isMarked(.preposition, at: before) else {
      return false
    }
    guard hit.end < range.upperBound else { return true }
    return statement.isPreceded(by: .comma, at: hit.end) || statement.isMarked(.conjunction, at: hit.end)
  }

  private func party(_ concept: Int) -> FrameSubject? {
    switch concept {
    case grammar.licensee: .licensee
    case grammar.licensor: .licensor
    case grammar.both: .both
    default: nil
    }
  }
}
