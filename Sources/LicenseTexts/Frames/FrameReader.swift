import Obligations

/// Takes statements apart into frames.
///
/// A modal verb (`must`, `may not`, `grants you a licence to`) makes a frame of the words before it, up to the
/// beginning of its clause, and of those behind it. List items without a modal verb take that of their lead-in, or of
/// the heading that they stand below.
struct FrameReader {
  private let tokens: [Token]
  /// The statements, with what governs those that go on with others.
  private(set) var statements: [Statement]
  private let outline: Outline
  /// By clause: the statement that is its heading.
  private let headings: [Int?]
  private let grammar: Grammar
  private(set) var scopes: [StatementScope] = []

  /// Words before the modal verb of an item that says by itself what is to be done, at the most.
  private static let longestItemSubject = 15
  /// Words within which a definition has its verb.
  private static let longestTerm = 14

  init(
    _ tokens: [Token], _ statements: [Statement], headings: [Int?], outline: Outline, grammar: Grammar
  ) {
    self.tokens = tokens
    self.statements = statements
    self.outline = outline
    self.headings = headings
    self.grammar = grammar
    scopes.reserveCapacity(statements.count)
    for index in statements.indices { scopes.append(scope(of: index)) }
  }

  private mutating func scope(of index: Int) -> StatementScope {
    var marked = MarkedStatement(statements[index], tokens, grammar: grammar)
    let modals = marked.modals(grammar)
    if statements[index].isHeading { return heading(index, marked, modals) }
    for span in Conditions(marked, modals, parties: Parties(marked, grammar: grammar)).spans(grammar) {
      marked.markCondition(span)
    }
    var main = modals.filter {
      !marked.isMarked(.condition, at: $0.tokens.lowerBound) && !marked.isDescription($0, among: modals)
    }
    // `without giving credit` asks for credit where something is forbidden, and nothing where something is allowed.
    if let first = main.first, first.role == .contrast, first.form == .must,
      statements[index].lead.flatMap({ scopes[$0].frames.last?.form }) != .mustNot
    {
      main.removeFirst()
    }
    let clauses = ClauseFrames(index, marked, grammar: grammar)
    // `Keep your account` below `You may not:` is no order.
    if let form = statements[index].lead.flatMap({ scopes[$0].frames.last?.form }), form != .states {
      main.removeAll { $0.role == .order }
    }
    // What only turns over or frees (`but not to`) leaves an item to what governs it.
    let verbs = main.filter { $0.role != .contrast && $0.form != .free }
    if statements[index].lead == nil { govern(index, marked, hasVerb: !verbs.isEmpty) }
    let statement = statements[index]
    let lead = statement.lead.map { scopes[$0] }
    var scope = outlined(statement, marked, lead: lead)
    if let frame = lead?.frames.last, statement.isItem, !takesOver(verbs, marked, clauses.parties) {
      scope.isDefinition = scope.isDefinition || lead?.isDefinition ?? false
      let turning = main.filter { $0.role == .contrast }
      let end = turning.first?.tokens.lowerBound ?? marked.tokens.upperBound
      let turned = clauses.frames(of: turning, subject: frame.subject)
      let own = marked.tokens.lowerBound..<end
      scope.isInherited = turned.isEmpty
      scope.frames = own.isEmpty ? turned : [clauses.inherited(frame, own)] + turned
    } else if main.isEmpty {
      scope.frames = [clauses.stated()]
    } else {
      scope.frames = clauses.frames(of: main, subject: .other)
    }
    leaveOut(scope.frames.filter { $0.form == .free }, of: &scope, statement, marked)
    return scope
  }

  /// A heading as what governs the items below it: `Do not spam`, `Prohibited uses`, `What you can do`.
  private func heading(_ index: Int, _ marked: MarkedStatement, _ modals: [Modal]) -> StatementScope {
    var scope = outlined(statements[index], marked, lead: nil)
    let hits = statements[index].hits
    let form: FrameForm =
      if modals.last?.form == .mustNot || hits.contains(where: { $0.concept == grammar.headingBan }) {
        .mustNot
      } else if modals.last?.form == .may || hits.contains(where: { $0.concept == grammar.headingLeave }) {
        .may
      } else {
        .states
      }
    scope.frames = [ClauseFrames(index, marked, grammar: grammar).whole(form, subject: .licensee)]
    return scope
  }

  /// Finds what governs a statement that nothing introduces: the ban before it, where it goes on with that, or the
  /// heading above a bullet without a verb.
  private mutating func govern(_ index: Int, _ marked: MarkedStatement, hasVerb: Bool) {
    let statement = statements[index]
    let goesOn = marked.hits(in: statement.tokens.prefix(1)).contains { $0.concept == grammar.goesOn }
    if goesOn, index > 0, statements[index - 1].clause == statement.clause, !statements[index - 1].isHeading,
      scopes[index - 1].frames.last?.form == .mustNot
    {
      statements[index].lead = index - 1
    } else if goesOn || (statement.isBullet && !hasVerb), let heading = governingHeading(of: statement.clause),
      !goesOn || scopes[heading].frames.last?.form == .mustNot
    {
      statements[index].lead = heading
    } else {
      return
    }
    statements[index].isItem = true
    statements[index].goesOn = goesOn
  }

  /// The innermost heading over a clause that forbids or permits.
  private func governingHeading(of clause: Int) -> Int? {
    outline.ancestry(of: clause).lazy.compactMap { headings[$0] }.first {
      scopes[$0].frames.last?.form != .states
    }
  }

  /// What all frames of a statement share.
  private func outlined(_ statement: Statement, _ marked: MarkedStatement, lead: StatementScope?) -> StatementScope {
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

  /// Takes the words of frames that ask nothing out of what the statement says.
  private func leaveOut(
    _ frames: [Frame], of scope: inout StatementScope, _ statement: Statement, _ marked: MarkedStatement
  ) {
    guard !frames.isEmpty else { return }
    var kept = ConceptSet()
    var next = 0
    for hit in statement.hits {
      while next < frames.count, frames[next].tokens.upperBound <= hit.start { next += 1 }
      if next < frames.count, frames[next].tokens.contains(hit.start) { continue }
      kept.insert(hit.concept)
    }
    scope.sentence = kept
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
    // `bypass measures we may use`: what stands right behind a noun describes it.
    if let party = parties.start(before: first, behind: before.lowerBound),
      !marked.isPreceded(by: [.comma, .semicolon, .colon, .closing], at: party),
      !marked.isMarked(.conjunction, at: party - 1)
    {
      return false
    }
    return parties.last(in: before) != nil || before.count <= Self.longestItemSubject
  }
}
