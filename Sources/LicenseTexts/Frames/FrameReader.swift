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
    let main = all.filter { modal in !spans.contains { $0.contains(modal.tokens.lowerBound) } && !isRelative(modal, statement) }
    if let frame = lead?.frames.last, statement.isItem, !takesOver(main, statement) {
      let parts = hits(statement, in: statement.tokens, without: spans)
      scope.frames = [
        Frame(
          statement: index, form: frame.form, subject: frame.subject, tokens: statement.tokens, own: parts,
          subjectWords: frame.subjectWords, predicate: parts)
      ]
      return scope
    }
    if main.isEmpty {
      let parts = hits(statement, in: statement.tokens, without: spans)
      scope.frames = [
        Frame(
          statement: index, form: .states, subject: firstParty(statement, in: statement.tokens), tokens: statement.tokens,
          own: parts, subjectWords: parts, predicate: parts)
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
      let range = starts[number]..<(number + 1 < main.count ? max(starts[number + 1], modal.tokens.upperBound) : statement.tokens.upperBound)
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
          predicate: hits(statement, in: modal.tokens.lowerBound..<range.upperBound, without: spans)))
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
      case grammar.may, grammar.grant: form = .may
      default: continue
      }
      found.append(Modal(form: form, concept: hit.concept, tokens: hit.start..<hit.end))
    }
    // Of overlapping ones the longer, then the earlier one: `may not` is not `may`.
    found.sort { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
    var kept: [Modal] = []
    for modal in found {
      if let last = kept.last, modal.tokens.lowerBound < last.tokens.upperBound {
        if modal.tokens.count > last.tokens.count { kept[kept.count - 1] = modal }
        continue
      }
      kept.append(modal)
    }
    return kept
  }

  /// Whether a modal verb stands in a clause that only describes a thing: `which we may grant`.
  private func isRelative(_ modal: Modal, _ statement: Statement) -> Bool {
    guard modal.concept != grammar.grant, modal.concept != grammar.proviso else { return false }
    var index = modal.tokens.lowerBound
    let least = max(statement.tokens.lowerBound, index - 8)
    while index > least {
      index -= 1
      if statement.hits.contains(where: { $0.start == index && $0.concept == grammar.relative }) {
        // `that` behind a comma or a verb of saying opens a clause of its own.
        return index > statement.tokens.lowerBound && !tokens[index].before.contains(.semicolon)
      }
      if !tokens[index].before.isDisjoint(with: [.comma, .semicolon, .colon, .opening]) { return false }
    }
    return false
  }

  /// Whether a list item says by itself what is to be done.
  private func takesOver(_ main: [Modal], _ statement: Statement) -> Bool {
    guard let first = main.first else { return false }
    // A verb far inside an item belongs to something that the item speaks of.
    let before = statement.tokens.lowerBound..<first.tokens.lowerBound
    return lastParty(statement, in: before) != nil || before.count <= Self.longestSubject / 2
      || first.concept == grammar.grant
  }

  // MARK: Conditions

  /// The spans of `if …`, `unless …` and their like.
  private func conditionSpans(_ statement: Statement, _ modals: [Modal]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for hit in statement.hits where hit.concept == grammar.condition || hit.concept == grammar.exception {
      if let last = spans.last, hit.start < last.upperBound { continue }
      spans.append(hit.start..<conditionEnd(hit.start, statement, modals))
    }
    return spans
  }

  private func conditionEnd(_ start: Int, _ statement: Statement, _ modals: [Modal]) -> Int {
    let isOpening = !modals.contains { $0.tokens.lowerBound < start }
    var firstComma: Int?
    for modal in modals where modal.tokens.lowerBound > start {
      // The main clause begins behind the last comma before its verb.
      var index = modal.tokens.lowerBound
      while index > start, modal.tokens.lowerBound - index < Self.longestSubject {
        if !tokens[index].before.isDisjoint(with: [.comma, .semicolon]) {
          if isOpening || startsMainClause(index, modal, statement) { return index }
          break
        }
        index -= 1
      }
    }
    for index in (start + 1)..<max(statement.tokens.upperBound, start + 1) {
      if tokens[index].before.contains(.semicolon) { return index }
      if tokens[index].before.contains(.comma), firstComma == nil { firstComma = index }
    }
    return isOpening && modals.isEmpty ? firstComma ?? statement.tokens.upperBound : statement.tokens.upperBound
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
      guard let subject = party(hit.concept) else { continue }
      if best.map({ $0.end <= hit.end }) ?? true { best = (hit.end, subject) }
    }
    return best?.subject
  }

  private func firstParty(_ statement: Statement, in range: Range<Int>) -> FrameSubject {
    for hit in statement.hits where range.contains(hit.start) && hit.start < range.lowerBound + 8 {
      if let subject = party(hit.concept) { return subject }
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

  private func hits(_ statement: Statement, in range: Range<Int>, without spans: [Range<Int>]) -> ConceptSet {
    var set = ConceptSet()
    for hit in statement.hits where range.contains(hit.start) && !spans.contains(where: { $0.contains(hit.start) }) {
      set.insert(hit.concept)
    }
    return set
  }
}
