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

  /// Farthest that a subject may begin before its verb.
  private static let longestSubject = 30

  init(_ tokens: [Token], _ statements: [Statement], grammar: Grammar) {
    self.tokens = tokens
    self.statements = statements
    self.grammar = grammar
    scopes.reserveCapacity(statements.count)
    for index in statements.indices { scopes.append(scope(of: index)) }
  }

  private struct Modal {
    let form: FrameForm
    let concept: Int
    let tokens: Range<Int>
  }

  private func scope(of index: Int) -> StatementScope {
    let statement = statements[index]
    var scope = StatementScope()
    for hit in statement.hits { scope.sentence.insert(hit.concept) }
    scope.isDefinition = isDefinition(statement)
    let lead = statement.lead.map { scopes[$0] }
    if let lead {
      scope.conditions = lead.conditions
      scope.lead = lead.lead
      scope.lead.formUnion(lead.sentence)
    }
    let all = modals(statement)
    let spans = conditionSpans(statement, all)
    for span in spans {
      for hit in statement.hits where span.contains(hit.start) { scope.conditions.insert(hit.concept) }
    }
    let main = all.filter { modal in
      !spans.contains { $0.contains(modal.tokens.lowerBound) } && !isRelative(modal, statement, among: all)
    }
    if let frame = lead?.frames.last, statement.isItem, !takesOver(main, statement) {
      scope.isDefinition = scope.isDefinition || lead?.isDefinition ?? false
      let parts = hits(statement, in: statement.tokens, without: spans)
      scope.frames = [
        Frame(
          statement: index, form: frame.form, subject: frame.subject, tokens: statement.tokens, own: parts,
          subjectWords: frame.subjectWords, predicate: parts,
          verbs: verbs(statement, from: statement.tokens.lowerBound, to: statement.tokens.upperBound, without: spans))
      ]
      return scope
    }
    if main.isEmpty {
      let parts = hits(statement, in: statement.tokens, without: spans)
      let opening =
        spans.first { $0.lowerBound == statement.tokens.lowerBound }?.upperBound ?? statement.tokens.lowerBound
      scope.frames = [
        Frame(
          statement: index, form: .states,
          subject: firstParty(statement, in: min(opening, statement.tokens.upperBound)..<statement.tokens.upperBound),
          tokens: statement.tokens,
          own: parts, subjectWords: parts, predicate: parts, verbs: parts)
      ]
      return scope
    }
    var starts: [Int] = []
    for (number, modal) in main.enumerated() {
      let least = number == 0 ? statement.tokens.lowerBound : main[number - 1].tokens.upperBound
      starts.append(start(of: modal, in: statement, from: least, isFirst: number == 0, spans: spans))
    }
    var subject = FrameSubject.other
    for (number, modal) in main.enumerated() {
      let range =
        starts[
          number]..<(number + 1 < main.count
        ? max(starts[number + 1], modal.tokens.upperBound) : statement.tokens.upperBound)
      let before = range.lowerBound..<modal.tokens.lowerBound
      if modal.concept == grammar.grant || modal.concept == grammar.proviso {
        subject = .licensee
      } else if let own = lastParty(statement, in: before) {
        subject = own
      } else if number == 0 || !before.isEmpty && !isBareConjunction(before, statement) {
        subject = .other
      }
      scope.frames.append(
        Frame(
          statement: index, form: modal.form, subject: subject, tokens: range,
          own: hits(statement, in: range, without: spans),
          subjectWords: hits(statement, in: before, without: spans),
          predicate: hits(statement, in: modal.tokens.lowerBound..<range.upperBound, without: spans),
          verbs: modal.concept == grammar.grant
            ? hits(statement, in: modal.tokens.lowerBound..<range.upperBound, without: spans)
            : verbs(statement, from: modal.tokens.upperBound, to: range.upperBound, without: spans)))
    }
    return scope
  }

  // MARK: Modal verbs

  private func modals(_ statement: Statement) -> [Modal] {
    var found: [Modal] = []
    for hit in statement.hits {
      let form: FrameForm
      switch hit.concept {
      case grammar.must, grammar.proviso: form = .must
      case grammar.mustNot: form = .mustNot
      case grammar.may: form = .may
      case grammar.grant: form = .grant
      default: continue
      }
      found.append(Modal(form: form, concept: hit.concept, tokens: hit.start..<hit.end))
    }
    // Of overlapping ones the prohibition (`agree not to`), else the longer one.
    found.sort { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
    var kept: [Modal] = []
    for modal in found {
      if let last = kept.last, modal.tokens.lowerBound < last.tokens.upperBound {
        let isStronger = modal.form == .mustNot && last.form != .mustNot
        let isWeaker = last.form == .mustNot && modal.form != .mustNot
        if isStronger || (!isWeaker && modal.tokens.count > last.tokens.count) { kept[kept.count - 1] = modal }
        continue
      }
      // `may grant you` only speaks of a grant.
      if modal.concept == grammar.grant, let last = kept.last, last.tokens.upperBound == modal.tokens.lowerBound {
        continue
      }
      kept.append(modal)
    }
    return kept
  }

  /// Whether a modal verb stands in a clause that only describes a thing: `which we may grant`.
  private func isRelative(_ modal: Modal, _ statement: Statement, among all: [Modal]) -> Bool {
    guard modal.concept != grammar.proviso else { return false }
    var index = modal.tokens.lowerBound
    let reach = modal.concept == grammar.grant ? 3 : 8
    let least = max(statement.tokens.lowerBound, index - reach)
    while index > least {
      index -= 1
      if statement.hits.contains(where: { $0.start == index && $0.concept == grammar.relative }) {
        // The `that` of `agree that` opens a clause of its own.
        return index > statement.tokens.lowerBound && !tokens[index].before.contains(.semicolon)
          && !all.contains { $0.tokens.contains(index) }
      }
      if !tokens[index].before.isDisjoint(with: [.comma, .semicolon, .colon, .opening]) { return false }
      // `… that it covers and may not …`: what is joined on is no part of the description.
      if isConjunction(index, statement) { return false }
    }
    return false
  }

  /// Whether a list item says by itself what is to be done.
  private func takesOver(_ main: [Modal], _ statement: Statement) -> Bool {
    guard let first = main.first else { return false }
    // A verb far inside an item belongs to something that the item speaks of.
    let before = statement.tokens.lowerBound..<first.tokens.lowerBound
    return lastParty(statement, in: before) != nil || before.count <= Self.longestSubject / 2
  }

  // MARK: Conditions

  /// The spans of `if …`, `unless …`, `subject to …` and their like.
  private func conditionSpans(_ statement: Statement, _ modals: [Modal]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for hit in statement.hits
    where hit.concept == grammar.condition || hit.concept == grammar.shortCondition || hit.concept == grammar.exception
    {
      if let last = spans.last, hit.start < last.upperBound { continue }
      // `only if you agree to` demands something; the lexicon has it as a modal verb.
      if modals.contains(where: { $0.tokens.contains(hit.start) }) { continue }
      let isShort = hit.concept != grammar.condition
      spans.append(hit.start..<max(hit.end, conditionEnd(hit.start, isShort: isShort, statement, modals)))
    }
    return spans
  }

  private func conditionEnd(_ start: Int, isShort: Bool, _ statement: Statement, _ modals: [Modal]) -> Int {
    let end = statement.tokens.upperBound
    func first(_ marks: Token.Marks) -> Int? {
      start + 1 < end ? ((start + 1)..<end).first { !tokens[$0].before.isDisjoint(with: marks) } : nil
    }
    if tokens[start].before.contains(.opening) { return first(.closing) ?? end }
    if modals.contains(where: { $0.tokens.lowerBound < start }) {
      // `must, if asked, …` is closed by its comma, as are prepositions within a sentence.
      let isWedged = modals.contains { $0.tokens.upperBound == start }
      if isShort || isWedged { return first([.comma, .semicolon, .closing]) ?? end }
      return modals.lazy.filter { $0.tokens.lowerBound > start }.compactMap {
        self.mainClause(before: $0, behind: start, statement)
      }
      .first { startsMainClause($0.index, $0.modal, statement) }?.index ?? first(.semicolon) ?? end
    }
    // At the beginning of a sentence: up to the last comma before the first verb that has one before it.
    for modal in modals where modal.tokens.lowerBound > start {
      if let main = mainClause(before: modal, behind: start, statement) { return main.index }
    }
    return first([.comma, .semicolon]) ?? end
  }

  /// The last comma before a modal verb, behind which its clause begins.
  private func mainClause(before modal: Modal, behind start: Int, _ statement: Statement) -> (index: Int, modal: Modal)?
  {
    var index = modal.tokens.lowerBound
    while index > start, modal.tokens.lowerBound - index < Self.longestSubject {
      if !tokens[index].before.isDisjoint(with: [.comma, .semicolon]) { return (index, modal) }
      index -= 1
    }
    // `If you are a minor you must`: without a comma, the party before the verb begins it.
    let subject = statement.hits.first {
      party($0.concept) != nil && $0.end == modal.tokens.lowerBound && $0.start > start + 2
    }
    return subject.map { ($0.start, modal) }
  }

  /// Whether what stands between a comma and a modal verb is a subject of its own.
  private func startsMainClause(_ index: Int, _ modal: Modal, _ statement: Statement) -> Bool {
    lastParty(statement, in: index..<modal.tokens.lowerBound) != nil
      || statement.hits.contains { $0.start == index && $0.concept == grammar.conjunction }
  }

  // MARK: Subjects

  /// Where the clause of a modal verb begins.
  private func start(
    of modal: Modal, in statement: Statement, from least: Int, isFirst: Bool, spans: [Range<Int>]
  ) -> Int {
    if modal.concept == grammar.proviso { return modal.tokens.lowerBound }
    if isFirst {
      // Behind a condition that opens the sentence.
      let opening = spans.filter { $0.upperBound <= modal.tokens.lowerBound }.map(\.upperBound).max()
      return max(least, opening ?? least)
    }
    var index = modal.tokens.lowerBound
    while index > least, modal.tokens.lowerBound - index < Self.longestSubject {
      if !tokens[index].before.isDisjoint(with: [.comma, .semicolon, .colon, .opening]) { return index }
      if index < modal.tokens.lowerBound, isConjunction(index, statement) { return index }
      index -= 1
    }
    return max(least, index)
  }

  private func isConjunction(_ index: Int, _ statement: Statement) -> Bool {
    statement.hits.contains { $0.start == index && $0.concept == grammar.conjunction }
  }

  private func isBareConjunction(_ range: Range<Int>, _ statement: Statement) -> Bool {
    range.count <= 2 && statement.hits.contains { $0.concept == grammar.conjunction && range.contains($0.start) }
  }

  private func lastParty(_ statement: Statement, in range: Range<Int>) -> FrameSubject? {
    var best: (end: Int, subject: FrameSubject)?
    for hit in statement.hits where range.contains(hit.start) && hit.end <= range.upperBound {
      guard let subject = party(hit.concept), subject != .licensor || acts(hit, in: range, statement) else { continue }
      if best.map({ $0.end <= hit.end }) ?? true { best = (hit.end, subject) }
    }
    return best?.subject
  }

  /// Whether a licensor's name is what acts, and not a part of what is spoken of: `Acme may`, `Acme, at any time, may`;
  /// not `the marks of Acme may` or `Acme Materials may`.
  private func acts(_ hit: Hit, in range: Range<Int>, _ statement: Statement) -> Bool {
    if statement.hits.contains(where: { $0.start == hit.start && $0.concept == grammar.possessive }) { return false }
    if hit.start > statement.tokens.lowerBound,
      statement.hits.contains(where: { $0.start == hit.start - 1 && $0.concept == grammar.preposition })
    {
      return false
    }
    guard hit.end < range.upperBound else { return true }
    return tokens[hit.end].before.contains(.comma) || isConjunction(hit.end, statement)
  }

  private func firstParty(_ statement: Statement, in range: Range<Int>) -> FrameSubject {
    for hit in statement.hits where range.contains(hit.start) && hit.start < range.lowerBound + 8 {
      if let subject = party(hit.concept),
        subject != .licensor || !statement.hits.contains(where: { $0.start == hit.start && $0.concept == grammar.possessive })
      {
        return subject
      }
    }
    return .other
  }

  private func party(_ concept: Int) -> FrameSubject? {
    switch concept {
    case grammar.licensee: .licensee
    case grammar.licensor: .licensor
    case grammar.both: .both
    default: nil
    }
  }

  /// Most words from one main verb to what joins the next one.
  private static let verbReach = 3

  /// What begins with the main verbs: `use, copy or otherwise modify the model`.
  private func verbs(
    _ statement: Statement, from start: Int, to end: Int, without spans: [Range<Int>]
  ) -> ConceptSet {
    var last = start
    var index = start
    var places: Set<Int> = []
    while index < end, index - last <= Self.verbReach {
      if index > start, !tokens[index].before.isDisjoint(with: [.comma, .semicolon]) || isConjunction(index, statement)
      {
        last = index
      }
      places.insert(index)
      index += 1
    }
    var set = ConceptSet()
    for hit in statement.hits where places.contains(hit.start) && !spans.contains(where: { $0.contains(hit.start) }) {
      set.insert(hit.concept)
    }
    return set
  }

  /// `"Output" means`, `"Derivatives" refers to all …`: a quoted term, then a verb of defining, early in a sentence.
  private func isDefinition(_ statement: Statement) -> Bool {
    guard tokens[statement.tokens.lowerBound].before.contains(.quote) || statement.tokens.lowerBound == 0 else {
      return false
    }
    return statement.hits.contains { $0.concept == grammar.definition && $0.start < statement.tokens.lowerBound + 14 }
  }

  private func hits(_ statement: Statement, in range: Range<Int>, without spans: [Range<Int>]) -> ConceptSet {
    var set = ConceptSet()
    for hit in statement.hits where range.contains(hit.start) && !spans.contains(where: { $0.contains(hit.start) }) {
      set.insert(hit.concept)
    }
    return set
  }
}
