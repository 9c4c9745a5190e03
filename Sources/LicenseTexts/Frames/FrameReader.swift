import Obligations

/// Takes statements apart into frames.
///
/// A modal verb (`must`, `may not`, `grants you a licence to`) makes a frame of the words before it, up to the
/// beginning of its clause, and of those behind it. List items without a modal verb take that of their lead-in.
struct FrameReader {
  private let tokens: [Token]
  private let statements: [Statement]
  private let grammar: Grammar
  private(set) var scopes: [StatementScope] = []

  /// Words before the modal verb of an item that says by itself what is to be done, at the most.
  private static let longestItemSubject = 15
  /// Words within which a definition has its verb.
  private static let longestTerm = 14
  /// Most words from one main verb to what joins the next one.
  private static let verbReach = 3

  init(_ tokens: [Token], _ statements: [Statement], grammar: Grammar) {
    self.tokens = tokens
    self.statements = statements
    self.grammar = grammar
    scopes.reserveCapacity(statements.count)
    for index in statements.indices { scopes.append(scope(of: index)) }
  }

  private func scope(of index: Int) -> StatementScope {
    let statement = statements[index]
    var marked = MarkedStatement(statement, tokens, grammar: grammar)
    let modals = marked.modals(grammar)
    for span in Conditions(marked, modals, parties: Parties(marked, grammar: grammar)).spans(grammar) {
      marked.markCondition(span)
    }
    let main = modals.filter {
      !marked.isMarked(.condition, at: $0.tokens.lowerBound) && !marked.isDescription($0, among: modals)
    }
    let parties = Parties(marked, grammar: grammar)
    let lead = statement.lead.map { scopes[$0] }
    var scope = outline(statement, marked, lead: lead)
    if let frame = lead?.frames.last, statement.isItem, !takesOver(main, marked, parties) {
      scope.isDefinition = scope.isDefinition || lead?.isDefinition ?? false
      scope.frames = [inherited(frame, by: index, marked)]
    } else if main.isEmpty {
      scope.frames = [stated(index, marked, parties)]
    } else {
      scope.frames = frames(of: main, index, marked, parties)
    }
    return scope
  }

  /// What all frames of a statement share.
  private func outline(_ statement: Statement, _ marked: MarkedStatement, lead: StatementScope?) -> StatementScope {
    var scope = StatementScope()
    if let lead {
      scope.conditions = lead.conditions
      scope.lead = lead.lead
      scope.lead.formUnion(lead.sentence)
    }
    for hit in statement.hits {
      scope.sentence.insert(hit.concept)
      if marked.isMarked(.condition, at: hit.start) { scope.conditions.insert(hit.concept) }
    }
    scope.isDefinition = isDefinition(statement, marked)
    return scope
  }

  /// `"Output" means`, `"Derivatives" refers to all …`: a quoted term, then a verb of defining, early in a sentence.
  private func isDefinition(_ statement: Statement, _ marked: MarkedStatement) -> Bool {
    let start = statement.tokens.lowerBound
    guard marked.isPreceded(by: .quote, at: start) else { return false }
    return marked.hits(in: start..<min(start + Self.longestTerm, statement.tokens.upperBound)).contains {
      $0.concept == grammar.definition
    }
  }

  /// Whether a list item says by itself what is to be done: a verb far inside belongs to something else.
  private func takesOver(_ main: [Modal], _ marked: MarkedStatement, _ parties: Parties) -> Bool {
    guard let first = main.first else { return false }
    let before = marked.tokens.lowerBound..<first.tokens.lowerBound
    return parties.last(in: before) != nil || before.count <= Self.longestItemSubject
  }

  /// The frame of an item that takes form and subject from what governs it.
  private func inherited(_ frame: Frame, by index: Int, _ marked: MarkedStatement) -> Frame {
    let words = marked.words(in: marked.tokens)
    return Frame(
      statement: index, form: frame.form, subject: frame.subject, tokens: marked.tokens, own: words,
      subjectWords: frame.subjectWords, predicate: words,
      verbs: verbs(marked, marked.tokens))
  }

  /// The frame of a statement without a modal verb.
  private func stated(_ index: Int, _ marked: MarkedStatement, _ parties: Parties) -> Frame {
    let words = marked.words(in: marked.tokens)
    let start = marked.tokens.first { !marked.isMarked(.condition, at: $0) } ?? marked.tokens.upperBound
    return Frame(
      statement: index, form: .states, subject: parties.first(in: start..<marked.tokens.upperBound),
      tokens: marked.tokens, own: words, subjectWords: words, predicate: words, verbs: words)
  }

  private func frames(of main: [Modal], _ index: Int, _ marked: MarkedStatement, _ parties: Parties) -> [Frame] {
    var starts: [Int] = []
    for (number, modal) in main.enumerated() {
      starts.append(start(of: modal, marked, behind: number == 0 ? nil : main[number - 1]))
    }
    var frames: [Frame] = []
    var subject = FrameSubject.other
    for (number, modal) in main.enumerated() {
      let isLast = number + 1 == main.count
      let end = isLast ? marked.tokens.upperBound : max(starts[number + 1], modal.tokens.upperBound)
      let before = starts[number]..<modal.tokens.lowerBound
      if modal.isGrant || modal.isProviso {
        subject = .licensee
      } else if let own = parties.last(in: before) {
        subject = own
      } else if number == 0 || !isBareConjunction(before, marked) {
        subject = .other
      }
      let predicate = modal.tokens.lowerBound..<end
      frames.append(
        Frame(
          statement: index, form: modal.form, subject: subject, tokens: starts[number]..<end,
          own: marked.words(in: starts[number]..<end), subjectWords: marked.words(in: before),
          predicate: marked.words(in: predicate),
          verbs: modal.isGrant ? marked.words(in: predicate) : verbs(marked, modal.tokens.upperBound..<end)))
    }
    return frames
  }

  /// Where the clause of a modal verb begins.
  private func start(of modal: Modal, _ marked: MarkedStatement, behind last: Modal?) -> Int {
    if modal.isProviso { return modal.tokens.lowerBound }
    guard let least = last?.tokens.upperBound else { return openingEnd(marked, before: modal) }
    var index = modal.tokens.lowerBound
    while index > least, modal.tokens.lowerBound - index < Conditions.longestSubject {
      if marked.isPreceded(by: [.comma, .semicolon, .colon, .opening], at: index) { return index }
      if index < modal.tokens.lowerBound, marked.isMarked(.conjunction, at: index) { return index }
      index -= 1
    }
    return max(least, index)
  }

  /// Behind the last condition before the first modal verb of a sentence.
  private func openingEnd(_ marked: MarkedStatement, before modal: Modal) -> Int {
    var index = modal.tokens.lowerBound
    while index > marked.tokens.lowerBound, !marked.isMarked(.condition, at: index - 1) { index -= 1 }
    return index
  }

  /// Whether nothing but a conjunction stands before a verb, so that it has the subject of the one before.
  private func isBareConjunction(_ range: Range<Int>, _ marked: MarkedStatement) -> Bool {
    range.isEmpty || (range.count <= 2 && range.contains { marked.isMarked(.conjunction, at: $0) })
  }

  /// What begins with the main verbs: `use, copy or otherwise modify the model`.
  private func verbs(_ marked: MarkedStatement, _ range: Range<Int>) -> ConceptSet {
    var last = range.lowerBound
    var end = range.lowerBound
    while end < range.upperBound, end - last <= Self.verbReach {
      let joins = marked.isPreceded(by: [.comma, .semicolon], at: end) || marked.isMarked(.conjunction, at: end)
      if end > range.lowerBound, joins { last = end }
      end += 1
    }
    return marked.words(in: range.lowerBound..<end)
  }
}
