import Obligations

/// Makes the frames of one statement: of each modal verb, the words before it and behind it.
struct ClauseFrames {
  private let statement: Int
  private let marked: MarkedStatement
  private let grammar: Grammar
  /// Who acts in it.
  let parties: Parties

  /// Most words from one main verb to what joins the next one.
  private static let verbReach = 4
  /// The same in Chinese, where each character counts.
  private static let chineseVerbReach = 14

  init(_ statement: Int, _ marked: MarkedStatement, grammar: Grammar) {
    self.statement = statement
    self.marked = marked
    self.grammar = grammar
    self.parties = Parties(marked, grammar: grammar)
  }

  /// The frame of an item that takes form and subject from what governs it.
  func inherited(_ frame: Frame, _ range: Range<Int>) -> Frame {
    let words = marked.words(in: range)
    return Frame(
      statement: statement, form: frame.form, subject: frame.subject, tokens: range, own: words,
      subjectWords: frame.subjectWords, predicate: words, verbs: verbs(range))
  }

  /// The frame of a statement without a modal verb.
  func stated() -> Frame {
    let start = marked.tokens.first { !marked.isMarked(.condition, at: $0) } ?? marked.tokens.upperBound
    return whole(.states, subject: parties.first(in: start..<marked.tokens.upperBound))
  }

  /// One frame of all words.
  func whole(_ form: FrameForm, subject: FrameSubject) -> Frame {
    let words = marked.words(in: marked.tokens)
    return Frame(
      statement: statement, form: form, subject: subject, tokens: marked.tokens, own: words, subjectWords: words,
      predicate: words, verbs: words)
  }

  /// The frames of some modal verbs.
  ///
  /// - Parameter subject: Whom the first one speaks of, where it joins on to something.
  func frames(of main: [Modal], subject first: FrameSubject) -> [Frame] {
    var starts: [Int] = []
    for (number, modal) in main.enumerated() {
      starts.append(start(of: modal, behind: number == 0 ? nil : main[number - 1]))
    }
    var frames: [Frame] = []
    var subject = first
    var isNegated = false
    for (number, modal) in main.enumerated() {
      let isLast = number + 1 == main.count
      let end = isLast ? marked.tokens.upperBound : max(starts[number + 1], modal.tokens.upperBound)
      let before = starts[number]..<modal.tokens.lowerBound
      // `No one may, or may try to`: what is joined on without a subject is turned over as well.
      isNegated = self.isNegated(before) || (isNegated && isBareConjunction(before))
      subject = self.subject(
        of: modal, before, behind: number == 0 ? nil : subject, joined: first, isNegated: isNegated)
      frames.append(frame(modal, subject, before, end: end, isNegated: isNegated))
    }
    return frames
  }

  private func frame(
    _ modal: Modal, _ subject: FrameSubject, _ before: Range<Int>, end: Int, isNegated: Bool
  ) -> Frame {
    let subjectWords = marked.words(in: before)
    var predicate = marked.words(in: modal.tokens.lowerBound..<end)
    // `The right to modify the Model is granted`: what is granted stands in the subject.
    if modal.role == .grant, permitsItsSubject(modal) { predicate.formUnion(subjectWords) }
    var verbs = modal.namesItsVerb ? predicate : verbs(modal.tokens.upperBound..<end)
    if subject == .other {
      verbs.formUnion(marked.words(in: modal.tokens))
      // `Distribution of the Model is prohibited`: the verb stands in the subject.
      if verbs.contains(grammar.permissionVerb) { verbs.formUnion(subjectWords) }
    }
    let form = isNegated ? modal.form.negated : isLimited(before) ? modal.form.limited : modal.form
    return Frame(
      statement: statement, form: modal.denies(of: subject) ? .denies : form, subject: subject,
      tokens: before.lowerBound..<end, own: marked.words(in: before.lowerBound..<end), subjectWords: subjectWords,
      predicate: predicate, verbs: verbs)
  }

  /// Whether a verb permits or forbids what its subject names: `is prohibited`, `is granted`.
  private func permitsItsSubject(_ modal: Modal) -> Bool {
    marked.hits(in: modal.tokens).contains { $0.concept == grammar.permissionVerb }
  }

  private func subject(
    of modal: Modal, _ before: Range<Int>, behind last: FrameSubject?, joined: FrameSubject, isNegated: Bool
  ) -> FrameSubject {
    switch modal.role {
    case .grant, .proviso, .order: return .licensee
    case .contrast: return last ?? joined
    case .verb, .denial: break
    }
    // `Under no circumstances may you`: the subject stands behind the verb.
    if let own = parties.last(in: before) {
      // `use by the licensee is prohibited`: the use is what the verb speaks of.
      return own == .licensee && speaksOfAnAct(modal, before) ? .other : own
    }
    // `neither you nor your staff may`: the verb has its subject within it.
    if let own = parties.last(in: modal.tokens) { return own }
    if isNegated, let own = parties.first(at: modal.tokens.upperBound) { return own }
    // `It is forbidden to`: what follows is said to whoever is licensed.
    if before.isEmpty, permitsItsSubject(modal), marked.isMarked(.preposition, at: modal.tokens.upperBound - 1) {
      return .licensee
    }
    if let last, isBareConjunction(before) { return last }
    return .other
  }

  /// Whether a verb permits or forbids an act that its subject names, together with who acts.
  private func speaksOfAnAct(_ modal: Modal, _ before: Range<Int>) -> Bool {
    permitsItsSubject(modal)
      && !before.contains { index in
        parties.first(at: index) == .licensee && !parties.isObject(index)
      }
  }

  /// Whether what stands before a modal verb turns it over.
  private func isNegated(_ before: Range<Int>) -> Bool {
    opens(before, with: .openingNegator)
      || before.contains { marked.isMarked(.negator, at: $0) && !marked.isMarked(.condition, at: $0) }
  }

  /// Whether what stands before a modal verb says of whom or what alone it speaks: `only students may`.
  private func isLimited(_ before: Range<Int>) -> Bool { opens(before, with: .openingLimit) }

  /// Whether a clause opens with a word that does this, a conjunction before it left aside.
  private func opens(_ before: Range<Int>, with mark: MarkedStatement.Mark) -> Bool {
    guard let first = before.first else { return false }
    return marked.isMarked(mark, at: marked.isMarked(.conjunction, at: first) ? first + 1 : first)
  }

  /// Where the clause of a modal verb begins.
  private func start(of modal: Modal, behind last: Modal?) -> Int {
    switch modal.role {
    case .proviso, .contrast, .order: return modal.tokens.lowerBound
    case .verb, .grant, .denial: break
    }
    guard let least = last?.tokens.upperBound else { return openingEnd(before: modal) }
    var index = modal.tokens.lowerBound
    while index > least, modal.tokens.lowerBound - index < Conditions.longestSubject {
      if marked.isPreceded(by: [.comma, .semicolon, .colon, .opening], at: index) { return index }
      if index < modal.tokens.lowerBound, marked.isMarked(.conjunction, at: index) { return index }
      index -= 1
    }
    return max(least, index)
  }

  /// Behind the last condition before the first modal verb of a sentence.
  private func openingEnd(before modal: Modal) -> Int {
    var index = modal.tokens.lowerBound
    while index > marked.tokens.lowerBound, !marked.isMarked(.condition, at: index - 1) { index -= 1 }
    return index
  }

  /// Whether nothing but a conjunction stands before a verb, so that it has the subject of the one before.
  private func isBareConjunction(_ range: Range<Int>) -> Bool {
    range.isEmpty || (range.count <= 2 && range.contains { marked.isMarked(.conjunction, at: $0) })
  }

  /// What begins with the main verbs: `use, copy or otherwise modify the model`.
  private func verbs(_ range: Range<Int>) -> ConceptSet {
    var passed = 0
    var end = range.lowerBound
    // Where Chinese characters are words, what is done stands behind what it is done to.
    let isChinese = range.first.map(marked.adjoins) ?? false
    let reach = isChinese ? Self.chineseVerbReach : Self.verbReach
    while end < range.upperBound, passed <= reach {
      let joins = marked.isPreceded(by: [.comma, .semicolon], at: end) || marked.isMarked(.conjunction, at: end)
      if end > range.lowerBound, joins, !isChinese { passed = 0 }
      // `may, subject to these terms, distribute`: a condition keeps no verb from its modal verb.
      if !marked.isMarked(.condition, at: end) { passed += 1 }
      end += 1
    }
    return marked.words(in: range.lowerBound..<end)
  }
}

extension FrameForm {
  /// What leave comes to that is for some alone.
  fileprivate var limited: FrameForm {
    switch self {
    case .may, .grant: .must
    case .must, .mustNot, .free, .states, .denies: self
    }
  }

  /// What is said where a negation stands before the verb.
  fileprivate var negated: FrameForm {
    switch self {
    case .must, .may, .grant: .mustNot
    case .mustNot, .free, .states, .denies: self
    }
  }
}

extension Modal {
  /// Whether the verb of what is to be done stands within it, or anywhere behind it.
  fileprivate var namesItsVerb: Bool {
    switch role {
    case .grant, .order: true
    case .verb, .proviso, .contrast, .denial: false
    }
  }

  /// Whether it only says what its subject is not; of the licensee, that is asked: `you are not a minor`.
  fileprivate func denies(of subject: FrameSubject) -> Bool {
    guard role == .denial else { return false }
    return switch subject {
    case .licensee, .both: false
    case .licensor, .other: true
    }
  }
}
