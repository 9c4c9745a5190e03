import Diagnostics
import LicenseKnowledge
import MarkupText
import Obligations

@testable import LicenseTexts

/// What a text of the tests' own gives with the lexicon that the program holds.
struct WordingReading {
  /// The lexicon, and words that no lexicon has, so that tests see where they end up.
  private static let lexicon: Lexicon = {
    let lexicon = Knowledge().lexicon()
    let marks = ["boat", "oar", "sail", "harbour"].map { WordingConcept(name: $0, phrases: [$0]) }
    return Lexicon(concepts: lexicon.concepts + marks, rules: lexicon.rules)
  }()

  static let reader = Result { try ObligationReader(Self.lexicon) }
  private static let book = Result { try PhraseBook(Self.lexicon.concepts) }

  /// Records as the embedded lexicon reads them.
  static func parse(_ text: String, as path: String = "sample.txt") throws -> ParsedText {
    try reader.get().read(ReadableText.read(SourceFile(path: path, text: text)))
  }

  /// `must-not compete (train-on-outputs)`, with the threshold behind: `above 5000 monthly-active-users`.
  static func line(_ obligation: ParsedObligation) -> String {
    let triggers = obligation.triggers.map(\.rawValue).joined(separator: ", ")
    let threshold = obligation.threshold.map { " above \($0.value) \($0.unit.rawValue)" } ?? ""
    return "\(obligation.modality.rawValue) \(obligation.kind.rawValue) (\(triggers))\(threshold)"
  }

  private let text: ReadableText
  private let tokens: [Token]
  private let read: [Statement]
  private let all: [Statement]
  private let scopes: [StatementScope]
  private let book: PhraseBook

  init(_ text: String, as path: String = "sample.txt") throws {
    let book = try Self.book.get()
    let grammar = try Grammar(book)
    let parties = try PartyBook(Self.lexicon)
    let text = ReadableText.read(SourceFile(path: path, text: text))
    let outline = ClauseReader.read(text)
    let reader = text.text.bytes.withUnsafeBufferPointer { bytes in
      var reader = StatementReader(bytes, book: book, parties: parties)
      reader.read(outline)
      return reader
    }
    let frames = FrameReader(
      reader.tokens, reader.statements, headings: reader.headings, outline: outline, grammar: grammar)
    tokens = reader.tokens
    // Headings govern, but say nothing themselves.
    let places = frames.statements.indices.filter { !frames.statements[$0].isHeading }
    read = places.map { frames.statements[$0] }
    scopes = places.map { frames.scopes[$0] }
    all = frames.statements
    self.text = text
    self.book = book
  }

  /// The words of all statements.
  var sentences: [String] { read.map { words($0.tokens) } }

  /// The statements, each with its number in a list and what governs it: `(a) keep it < You must`.
  var statements: [String] {
    read.map { statement in
      let number = statement.suffix.isEmpty ? "" : "\(statement.suffix) "
      return number + words(statement.tokens) + (statement.lead.map { " < \(words(all[$0].tokens))" } ?? "")
    }
  }

  /// The frames, `must licensee`, each with the marks among its words: `must licensee: boat`.
  var frames: [String] {
    scopes.flatMap(\.frames).map { frame in
      let marks = names(in: frame.own)
      return "\(frame.form.rawValue) \(frame.subject.rawValue)" + (marks.isEmpty ? "" : ": \(marks)")
    }
  }

  /// The marks among the conditions of all statements.
  var conditions: String { names(in: scopes.reduce(into: ConceptSet()) { $0.formUnion($1.conditions) }) }

  /// The marks before the modal verb of the last frame, among its main verbs, and behind its modal verb.
  var parts: [String] {
    guard let frame = scopes.last?.frames.last else { return [] }
    return [frame.subjectWords, frame.verbs, frame.predicate].map(names)
  }

  /// Whether the first statement only says what a word means.
  var isDefinition: Bool { scopes.first?.isDefinition ?? false }

  private func words(_ range: Range<Int>) -> String {
    text.words(in: Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end))
  }

  private func names(in set: ConceptSet) -> String {
    ["boat", "oar", "sail", "harbour"].filter { book.number(of: $0).map(set.contains) ?? false }.joined(separator: " ")
  }
}
