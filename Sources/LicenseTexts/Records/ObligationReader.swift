import MarkupText
import Obligations

/// A text taken apart: its clauses, and the obligations that they state.
public struct ParsedText: Sendable {
  public let text: ReadableText
  public let outline: Outline
  /// In the order of the text.
  public let obligations: [ParsedObligation]
}

/// Reads obligations out of texts by the wordings of a lexicon.
public struct ObligationReader: Sendable {
  private let book: PhraseBook
  private let grammar: Grammar
  private let rules: [CompiledRule]
  private let circumstances: [(trigger: Trigger, concept: Int)]
  private let definitions: Definitions.Concepts

  /// Compiles a lexicon; what is wrong with it is said with the concept and the phrase.
  public init(_ lexicon: Lexicon) throws(LexiconError) {
    let book = try PhraseBook(lexicon.concepts)
    self.book = book
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
    let obligations = text.text.bytes.withUnsafeBufferPointer { bytes in
      var reader = StatementReader(bytes, book: book, grammar: grammar)
      reader.read(outline)
      let headings = headingSets(outline, &reader)
      let statements = PartyNames(bytes, reader.tokens, grammar: grammar).marked(reader.statements)
      let frames = FrameReader(reader.tokens, statements, grammar: grammar)
      var writer = RecordWriter(
        bytes: bytes, outline: outline, tokens: reader.tokens, statements: statements, scopes: frames.scopes,
        headings: headings,
        definitions: Definitions(statements, frames.scopes, definitions), circumstances: circumstances,
        thresholds: ThresholdReader(bytes, reader.tokens))
      writer.apply(rules)
      return writer.records()
    }
    return ParsedText(text: text, outline: outline, obligations: obligations)
  }

  /// What the headings over each clause speak of.
  private func headingSets(_ outline: Outline, _ reader: inout StatementReader) -> [ConceptSet] {
    var sets: [ConceptSet] = []
    for clause in outline.clauses {
      var set = clause.parent.map { sets[$0] } ?? ConceptSet()
      if let heading = clause.heading {
        for hit in reader.hits(inHeading: heading) { set.insert(hit.concept) }
      }
      sets.append(set)
    }
    return sets
  }
}
