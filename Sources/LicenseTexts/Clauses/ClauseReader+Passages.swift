import MarkupText

/// The words of the clauses.
extension ClauseReader {
  /// Adds a block that begins no numbered clause.
  mutating func addText(_ block: ClauseBlock) {
    var body = block.body
    if block.label != nil { body = bytes.withoutBlanks(block.range) }
    guard !body.isEmpty else { return }
    let isInList = open.innermost.map { leadIns.governs(block, in: $0) } ?? false
    if block.kind != .row, block.kind != .code, !(isInList || goesOn(behind: passages.last)) || !block.strong.isEmpty,
      let runIn = titles.runIn(body, strong: block.strong, plainWords: open.isTop ? 7 : 3)
    {
      if !isInList { openRunIn(runIn.title, block) }
      body = runIn.body..<body.upperBound
    }
    if open.innermost == nil {
      open.insertTitle(openClause(.title, title: nil, parent: nil, block, lead: nil))
    }
    guard let clause = open.innermost else { return }
    let lead = leadIns.lead(of: block, in: clause, isFragment: isFragment(body))
    addPassage(body, block, lead: lead, clause: clause)
  }

  /// Whether a block stands behind the middle of a sentence, and so goes on with it.
  private func goesOn(behind passage: Passage?) -> Bool {
    guard let passage, passage.clause == open.innermost, passage.range.count >= HeadingFinder.longestTitleLine else {
      return false
    }
    return !bytes.endsSentence(passage.range)
  }

  /// Whether a paragraph is part of a sentence that began above it.
  func isFragment(_ body: Range<Int>) -> Bool {
    bytes.startsLow(body) || bytes[body.upperBound - 1] == UInt8(ascii: ";")
      || bytes[body].suffix(5).elementsEqual("; and".utf8) || bytes[body].suffix(4).elementsEqual("; or".utf8)
  }

  /// Adds the words of a block to a clause.
  mutating func addPassage(
    _ body: Range<Int>, _ block: ClauseBlock, lead: Int?, clause: Int, isTitled: Bool = false
  ) {
    guard !body.isEmpty else { return }
    if !drafts[clause].isNumber || block.isQuoted {
      regions.note(passage: bytes, body, isBehindClauses: hasNumbers)
    }
    let passage = passages.count
    passages.append(
      Passage(
        range: body, clause: clause, leadIn: lead, isBullet: !isTitled && (block.kind == .item || block.label != nil),
        isOperative: regions.isOperative && block.kind != .code))
    drafts[clause].range = drafts[clause].range.lowerBound..<max(drafts[clause].range.upperBound, body.upperBound)
    if LeadIns.opensList(bytes, body) {
      leadIns.wait(
        passage, in: clause, block: block, isItem: block.label == nil && (block.kind == .item || lead != nil))
    }
  }
}
