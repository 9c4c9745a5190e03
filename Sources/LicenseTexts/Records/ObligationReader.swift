import MarkupText
import Obligations

/// A text taken apart: its clauses, and the obligations that they state.
public struct ParsedText: Sendable {
  public let text: ReadableText
  public let outline: Outline
  /// In the order of the text.
  public let obligations: [ParsedObligation]
  /// Sentences that bind or allow by their form, and of which nothing was read.
  public let unread: [Range<Int>]
}

/// Reads obligations out of texts by the wordings of a lexicon.
public struct ObligationReader: Sendable {
  private let book: PhraseBook
  private let parties: PartyBook
  private let grammar: Grammar
  private let rules: [CompiledRule]
  private let circumstances: [(trigger: Trigger, concept: Int)]
  private let definitions: Definitions.Concepts

  /// Compiles a lexicon; what is wrong with it is said with the concept and the phrase.
  public init(_ lexicon: Lexicon) throws(LexiconError) {
    let book = try PhraseBook(lexicon.concepts)
    self.book = book
    self.parties = try PartyBook(lexicon)
    self.grammar = try Grammar(book)
    self.definitions = try Definitions.Concepts(book)
    var rules: [CompiledRule] = []
    for rule in lexicon.rules { rules.append(try CompiledRule(rule, book: book)) }
    self.rules = rules
    self.circumstances = Trigger.allCases.compactMap { trigger in
      book.number(of: "when-\(trigger.rawValue)").map { (trigger, $0) }
    }
  }

  /// Reads a whole text. Linear in its size.
  public func read(_ text: ReadableText) -> ParsedText {
    let outline = ClauseReader.read(text)
    let (obligations, unread) = text.text.bytes.withUnsafeBufferPointer { bytes in
      var reader = StatementReader(bytes, book: book, parties: parties)
      reader.read(outline)
      let frames = FrameReader(
        reader.tokens, reader.statements, headings: reader.headings, outline: outline, grammar: grammar)
      var writer = RecordWriter(
        bytes: bytes, outline: outline, tokens: reader.tokens, statements: frames.statements, scopes: frames.scopes,
        headings: headingSets(outline, reader),
        definitions: Definitions(frames.statements, frames.scopes, definitions), circumstances: circumstances,
        thresholds: ThresholdReader(bytes, reader.tokens))
      writer.apply(rules)
      let records = writer.records()
      let sentences = UnreadSentences(frames.statements, frames.scopes, reader.tokens)
      return (records, sentences.ranges(besides: records.map(\.range)))
    }
    return ParsedText(text: text, outline: outline, obligations: obligations, unread: unread)
  }

  /// What the headings over each clause speak of.
  private func headingSets(_ outline: Outline, _ reader: StatementReader) -> [ConceptSet] {
    var sets: [ConceptSet] = []
    for (clause, heading) in zip(outline.clauses, reader.headings) {
      var set = clause.parent.map { sets[$0] } ?? ConceptSet()
      if let heading {
        for hit in reader.statements[heading].hits { set.insert(hit.concept) }
      }
      sets.append(set)
    }
    return sets
  }
}
