import Obligations

/// Applies the rules to statements and frames, and merges what is one record.
struct RecordWriter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let outline: Outline
  private let tokens: [Token]
  private let statements: [Statement]
  private let scopes: [StatementScope]
  private let headings: [ConceptSet]
  private let definitions: Definitions
  private let circumstances: [(trigger: Trigger, concept: Int)]
  private let thresholds: ThresholdReader
  private let crossReferences: CrossReferences
  /// Statements that each statement governs directly.
  private let governed: [[Int]]
  private var drafts: [Draft] = []
  /// Statements for which a rule that is no fallback has spoken.
  private var isClaimed: [Bool]
  /// Statements that such a rule has read as a prohibition.
  private var isForbidden: [Bool]
  /// Statements whose ban has been read as a duty: `not in breach of the law`.
  private var isDuty: [Bool]
  /// Statements whose list a fallback has taken in.
  private var isListed: [Bool]

  /// A record that may still be merged with another.
  private struct Draft {
    let rule: WordingRule
    let statement: Int
    var lastStatement: Int
    var tokens: Range<Int>
    var triggers: [Trigger]
    let threshold: ParsedThreshold?
  }

  init(
    bytes: UnsafeBufferPointer<UInt8>, outline: Outline, tokens: [Token], statements: [Statement],
    scopes: [StatementScope], headings: [ConceptSet],
    definitions: Definitions, circumstances: [(trigger: Trigger, concept: Int)], thresholds: ThresholdReader
  ) {
    self.bytes = bytes
    self.outline = outline
    self.crossReferences = CrossReferences(bytes, outline)
    self.tokens = tokens
    self.statements = statements
    self.scopes = scopes
    self.headings = headings
    self.definitions = definitions
    self.circumstances = circumstances
    self.thresholds = thresholds
    self.isClaimed = Array(repeating: false, count: statements.count)
    self.isForbidden = isClaimed
    self.isDuty = isClaimed
    self.isListed = isClaimed
    var governed: [[Int]] = Array(repeating: [], count: statements.count)
    for (index, statement) in statements.enumerated() {
      if let lead = statement.lead { governed[lead].append(index) }
    }
    self.governed = governed
  }

  /// Holds every statement against every rule; fallbacks come last.
  mutating func apply(_ rules: [CompiledRule]) {
    for index in statements.indices where statements[index].isOperative {
      for rule in rules where !rule.rule.isFallback { apply(rule, to: index) }
    }
    // From the last to the first, so that items are known before what governs them.
    for rule in rules where rule.rule.isFallback {
      for index in statements.indices.reversed() where mayForbid(index) { apply(rule, to: index) }
    }
  }

  /// Whether a statement may be what forbids a list: one of the terms, or a heading with items below it.
  private func mayForbid(_ index: Int) -> Bool {
    statements[index].isOperative
      || (statements[index].isHeading && governed[index].contains { statements[$0].isOperative })
  }

  private mutating func apply(_ rule: CompiledRule, to index: Int) {
    let heading = headings[statements[index].clause]
    // A definition is no obligation, except the one that decides what a derivative is.
    guard !scopes[index].isDefinition || rule.rule.kind == .defineDerivative else { return }
    guard rule.rule.readsLeadIns || governed[index].isEmpty else { return }
    if rule.rule.frames.isEmpty {
      if rule.matches(scopes[index], heading: heading) { add(rule.rule, index, withInlineItems(index), of: .states) }
      return
    }
    let frames =
      rule.rule.modality == .may && isOpen(index) ? scopes[index].frames.dropLast() : scopes[index].frames[...]
    for frame in frames where rule.matches(frame, in: scopes[index], heading: heading) {
      add(rule.rule, index, frame.tokens, of: frame.form)
    }
  }

  /// Whether a lead-in breaks off before it says what may be done: `You have the right to:`.
  private func isOpen(_ index: Int) -> Bool {
    guard !governed[index].isEmpty, let last = statements[index].tokens.last else { return false }
    return bytes[tokens[last].range].elementsEqual("to".utf8)
  }

  /// A sentence with the list within it, since the list says what it says.
  private func withInlineItems(_ index: Int) -> Range<Int> {
    let range = statements[index].tokens
    let items = descendants(of: index).filter { statements[$0].passage == statements[index].passage }
    return range.lowerBound..<max(range.upperBound, items.map { statements[$0].tokens.upperBound }.max() ?? 0)
  }

  private mutating func add(_ rule: WordingRule, _ statement: Int, _ range: Range<Int>, of form: FrameForm) {
    if rule.isFallback {
      addList(rule, statement, range)
    } else {
      isClaimed[statement] = true
      if rule.modality == .mustNot {
        isForbidden[statement] = true
      } else if form == .mustNot {
        isDuty[statement] = true
      }
      append(rule, statement, range)
    }
  }

  private mutating func append(_ rule: WordingRule, _ statement: Int, _ range: Range<Int>) {
    let counts = rule.triggers.contains(.scale) || rule.admits.contains(.scale)
    let found = counts ? thresholds.thresholds(in: statements[statement].tokens) : []
    // Two thresholds of which either is enough are two records.
    for threshold in found.isEmpty ? [nil] : found.map(Optional.some) {
      drafts.append(
        Draft(
          rule: rule, statement: statement, lastStatement: statement, tokens: range,
          triggers: triggers(rule, statement), threshold: threshold))
    }
  }

  /// Adds what a fallback says of a statement, or of the whole list that it stands in; nothing where all of that
  /// has been said under other kinds.
  private mutating func addList(_ rule: WordingRule, _ statement: Int, _ range: Range<Int>) {
    var head = statement
    while statements[head].isItem, let lead = statements[head].lead, scopes[lead].frames.last?.form == .mustNot {
      head = lead
    }
    // What goes on with a ban (`this includes …`) belongs to it, and is no item of a list.
    let items = governed[head].filter { !statements[$0].goesOn }
    let forbids = scopes[head].frames.last?.form == .mustNot
    guard !isListed[head], items.isEmpty ? !isClaimed[head] : leavesRoom(items, below: forbids) else { return }
    isListed[head] = !governed[head].isEmpty
    let isOwn = head == statement && items.isEmpty
    let start =
      isOwn ? range.lowerBound : scopes[head].frames.last?.tokens.lowerBound ?? statements[head].tokens.lowerBound
    append(rule, head, start..<(isOwn && governed[head].isEmpty ? range.upperBound : end(of: head)))
  }

  /// Whether a list says more than what has been read of its items.
  private func leavesRoom(_ items: [Int], below forbids: Bool) -> Bool {
    // Bans that come to duties (`in breach of the law`) only fill a list that forbids something else as well.
    if !items.contains(where: isForbiddenThroughout) { return items.contains { forbids || !forbidsByItself($0) } }
    // A lead-in that forbids nothing itself, `these rules apply`, leaves it to items that do.
    return items.contains { !isSaid($0) && (forbids || !forbidsByItself($0)) }
  }

  /// Where a statement ends with all that it governs.
  private func end(of statement: Int) -> Int {
    descendants(of: statement).reduce(statements[statement].tokens.upperBound) {
      max($0, statements[$1].tokens.upperBound)
    }
  }

  /// Whether an item has a ban of its own: `Do not spam`.
  private func forbidsByItself(_ item: Int) -> Bool {
    !scopes[item].isInherited && scopes[item].frames.contains { $0.form == .mustNot }
  }

  /// Whether an item, or every item below it, has been said to be something else.
  private func isSaid(_ item: Int) -> Bool {
    isForbiddenThroughout(item) || isDuty[item]
      || (!governed[item].isEmpty && governed[item].allSatisfy { isForbidden[$0] || isDuty[$0] })
  }

  private func isForbiddenThroughout(_ item: Int) -> Bool {
    isForbidden[item] || (!governed[item].isEmpty && governed[item].allSatisfy { isForbidden[$0] })
  }

  private func descendants(of statement: Int) -> [Int] {
    var found: [Int] = []
    var open = governed[statement]
    while let next = open.popLast() {
      found.append(next)
      open += governed[next]
    }
    return found
  }

  private func triggers(_ rule: WordingRule, _ statement: Int) -> [Trigger] {
    let stated = stated(rule, statement)
    return rule.modality == .must || rule.modality == .mustNot ? definitions.widened(stated) : stated
  }

  private func stated(_ rule: WordingRule, _ statement: Int) -> [Trigger] {
    guard !rule.admits.isEmpty else { return rule.triggers }
    let scope = scopes[statement]
    var own = scope.sentence
    own.formUnion(scope.conditions)
    // What governs a list is asked only where the item itself names no circumstance.
    for words in [own, scope.lead] {
      let fitting = circumstances.filter { words.contains($0.concept) && rule.admits.contains($0.trigger) }
      if !fitting.isEmpty { return fitting.map(\.trigger) }
    }
    return rule.triggers
  }

  // MARK: Records

  /// The records in the order of the text, merged.
  func records() -> [ParsedObligation] {
    let sorted = drafts.enumerated().sorted {
      ($0.element.tokens.lowerBound, $0.element.statement, $0.offset)
        < ($1.element.tokens.lowerBound, $1.element.statement, $1.offset)
    }.map(\.element)
    var kept: [Draft] = []
    var places: [Key: Int] = [:]
    for draft in sorted {
      let key = Key(draft, self)
      if let place = places[key] {
        // Readings of one frame by several rules are one record.
        if draft.rule.span != .frame { widen(&kept[place], by: draft) }
        for trigger in draft.triggers
        where !kept[place].triggers.contains(trigger) && draft.statement == kept[place].statement {
          kept[place].triggers.append(trigger)
        }
        continue
      }
      places[key] = kept.count
      kept.append(draft)
    }
    return kept.map(record)
  }

  /// Takes in what says the same close by, as long as the record stays a few sentences.
  private func widen(_ draft: inout Draft, by other: Draft) {
    let end = max(draft.tokens.upperBound, other.tokens.upperBound)
    let bytes = Int(tokens[end - 1].end) - Int(tokens[draft.tokens.lowerBound].start)
    guard bytes <= Self.longestMerged, other.statement - draft.lastStatement <= 3 else { return }
    draft.tokens = draft.tokens.lowerBound..<end
    draft.lastStatement = other.statement
  }

  /// Bytes of a record that is put together from several sentences.
  private static let longestMerged = 1_900

  /// What makes two drafts one record.
  private struct Key: Hashable {
    let kind: ObligationKind
    let modality: Modality
    let place: Int
    let unit: ParsedThreshold.Unit?

    init(_ draft: Draft, _ writer: RecordWriter) {
      kind = draft.rule.kind
      modality = draft.rule.modality
      unit = draft.threshold?.unit
      place =
        switch draft.rule.span {
        case .frame: draft.tokens.lowerBound
        case .sentence, .list: writer.origin(draft.statement)
        case .paragraph: writer.tokensOfPassage(draft.statement)
        case .clause: -1 - writer.statements[draft.statement].clause
        }
    }
  }

  /// The first token of a statement, or of what it goes on with.
  private func origin(_ statement: Int) -> Int {
    var first = statement
    while statements[first].goesOn, let lead = statements[first].lead, !statements[lead].isHeading { first = lead }
    return statements[first].tokens.lowerBound
  }

  /// The first token of a statement's passage.
  private func tokensOfPassage(_ statement: Int) -> Int {
    var first = statement
    while first > 0, statements[first - 1].passage == statements[statement].passage { first -= 1 }
    return statements[first].tokens.lowerBound
  }

  private func record(_ draft: Draft) -> ParsedObligation {
    let statement = statements[draft.statement]
    let range = closed(Int(tokens[draft.tokens.lowerBound].start)..<Int(tokens[draft.tokens.upperBound - 1].end))
    let citation = outline.clauses[statement.clause].citation
    return ParsedObligation(
      kind: draft.rule.kind, modality: draft.rule.modality, triggers: draft.triggers.sorted { $0.rank < $1.rank },
      clause: citation + suffix(draft.statement), range: range,
      references: crossReferences.references(tokens, in: draft.tokens).filter { $0 != citation },
      threshold: draft.threshold,
      confidence: draft.rule.confidence)
  }

  /// The range with the quotation mark that opens it, and the punctuation that closes it.
  private func closed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    if lower > 0, bytes[lower - 1] == UInt8(ascii: "\"") { lower -= 1 }
    while upper < bytes.count, Self.closers.contains(bytes[upper]) { upper += 1 }
    return lower..<upper
  }

  private static let closers: [UInt8] = Array(".\")]!?".utf8)

  /// Items of longer lists are cited by their letter, those of a pair by the sentence.
  private func suffix(_ index: Int) -> String {
    let statement = statements[index]
    guard !statement.suffix.isEmpty, let lead = statement.lead, governed[lead].count >= 3 else { return "" }
    return statement.suffix
  }
}

extension Trigger {
  /// Place in the vocabulary's own order.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
