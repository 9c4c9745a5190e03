/// Finds the conditions and exceptions of a statement: `if …`, `unless …`, `subject to …`.
struct Conditions {
  private let statement: MarkedStatement
  private let modals: [Modal]
  private let parties: Parties

  /// Farthest that a subject may begin before its verb.
  static let longestSubject = 30
  /// Modal verbs behind a condition that are tried for its main clause.
  private static let mostTried = 8

  init(_ statement: MarkedStatement, _ modals: [Modal], parties: Parties) {
    self.statement = statement
    self.modals = modals
    self.parties = parties
  }

  /// Their tokens, in order, none over another.
  func spans(_ grammar: Grammar) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var next = 0
    for hit in statement.hits(in: statement.tokens)
    where hit.concept == grammar.condition || hit.concept == grammar.shortCondition || hit.concept == grammar.exception
    {
      if let last = spans.last, hit.start < last.upperBound { continue }
      // `except that you may not` joins a clause of its own.
      if statement.isMarked(.conjunction, at: hit.start) { continue }
      while next < modals.count, modals[next].tokens.upperBound <= hit.start { next += 1 }
      // `only if you agree to` demands something; the lexicon has it as a modal verb.
      if next < modals.count, modals[next].tokens.contains(hit.start) { continue }
      let isShort = hit.concept != grammar.condition
      spans.append(hit.start..<max(hit.end, end(of: hit.start, isShort: isShort, verbsBefore: next)))
    }
    return spans
  }

  /// Where a condition ends that begins at `start`, behind so many modal verbs.
  private func end(of start: Int, isShort: Bool, verbsBefore: Int) -> Int {
    let end = statement.tokens.upperBound
    if statement.isPreceded(by: .opening, at: start) { return statement.first(.closing, behind: start) ?? end }
    let following = modals[verbsBefore...].prefix(Self.mostTried)
    if verbsBefore > 0 {
      // `must, if asked, …` is closed by its comma, as are prepositions within a sentence.
      let isWedged = modals[verbsBefore - 1].tokens.upperBound == start
      if isShort || isWedged { return statement.first([.comma, .semicolon, .closing], behind: start) ?? end }
      for modal in following {
        if let main = mainClause(before: modal, behind: start), isClause(main..<modal.tokens.lowerBound) { return main }
      }
      return statement.first(.semicolon, behind: start) ?? end
    }
    // At the beginning of a sentence: up to the last comma before the first verb that has one before it.
    for modal in following {
      if let main = mainClause(before: modal, behind: start) { return main }
    }
    return statement.first([.comma, .semicolon], behind: start) ?? end
  }

  /// Where the clause of a modal verb begins: behind the last comma, or with the party before the verb, as in
  /// `if you are a minor you must`.
  private func mainClause(before modal: Modal, behind start: Int) -> Int? {
    var index = modal.tokens.lowerBound
    while index > start, modal.tokens.lowerBound - index < Self.longestSubject {
      if statement.isPreceded(by: [.comma, .semicolon], at: index) { return index }
      index -= 1
    }
    return parties.start(before: modal, behind: start)
  }

  /// Whether what stands between a comma and a modal verb is a subject of its own.
  private func isClause(_ range: Range<Int>) -> Bool {
    parties.last(in: range) != nil || statement.isMarked(.conjunction, at: range.lowerBound)
  }
}
