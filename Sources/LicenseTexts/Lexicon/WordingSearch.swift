/// Finds the wordings of a book in texts of any kind, one after the other.
public struct WordingSearch {
  private var tokenizer = Tokenizer()
  private var matcher: PhraseMatcher

  /// A search for all phrases of `book`.
  public init(_ book: PhraseBook) { self.matcher = PhraseMatcher(book) }

  /// The words of a text, and the wordings in it.
  public mutating func read(_ text: [UInt8]) -> WordedText {
    text.withUnsafeBufferPointer { bytes in
      let tokens = tokenizer.tokens(bytes, 0..<bytes.count)
      matcher.learn(tokenizer.words)
      return WordedText(
        words: tokens.map { WordedText.Word(range: $0.range, number: Int($0.word), before: $0.before) },
        hits: matcher.hits(tokens, 0..<tokens.count).map {
          WordedText.Hit(concept: $0.concept, words: $0.start..<$0.end)
        })
    }
  }
}

/// A text cut into words, with the wordings that were found in it.
public struct WordedText: Sendable {
  public let words: [Word]
  /// By where they start; of one concept only the longest at each place.
  public let hits: [Hit]

  public struct Word: Sendable {
    /// Its bytes in the text.
    public let range: Range<Int>
    /// The same for the same word, whatever its case.
    public let number: Int
    let before: Token.Marks

    /// Whether a sentence ends before it.
    public var opensSentence: Bool { !before.isDisjoint(with: [.stop, .question, .semicolon]) }
    public var followsComma: Bool { before.contains(.comma) }
    public var followsColon: Bool { before.contains(.colon) }
    public var followsBracket: Bool { before.contains(.opening) }
    public var followsClosedBracket: Bool { before.contains(.closing) }
  }

  /// A wording of a concept.
  public struct Hit: Sendable {
    public let concept: Int
    public let words: Range<Int>
  }
}

extension PhraseBook {
  /// Makes sure that the book holds all concepts that `user` asks for.
  public func require(_ concepts: some Sequence<String>, for user: String) throws(LexiconError) {
    for concept in concepts { _ = try number(of: concept, neededBy: user) }
  }
}
