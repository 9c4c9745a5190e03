import MarkupText

/// Builds the tree of clauses from numbers, headings and layout.
///
/// Runs once over the blocks; time grows with the length of the text, since no more than a few levels are ever open.
struct ClauseReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let blocks: [ClauseBlock]
  private let titles: TitleRules
  private let headingLevels: [Int?]
  private var drafts: [ClauseDraft] = []
  private var passages: [Passage] = []
  private var open = OpenClauses()
  private var leadIns = LeadIns()
  private var regions = TextRegions()
  /// The block with a label that comes next, by block.
  private let nextLabels: [Int?]

  /// Reads the clauses of a text.
  static func read(_ text: ReadableText) -> Outline {
    text.text.bytes.withUnsafeBufferPointer { bytes in
      var reader = ClauseReader(bytes, text.blocks)
      for index in reader.blocks.indices { reader.read(index) }
      return reader.outline()
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ blocks: [TextBlock]) {
    self.bytes = bytes
    self.blocks = InlineClauses.split(bytes, blocks)
    self.titles = TitleRules(bytes)
    self.headingLevels = HeadingFinder.levels(bytes, self.blocks)
    var next: Int?
    var nextLabels: [Int?] = []
    for index in self.blocks.indices.reversed() {
      nextLabels.append(next)
      if self.blocks[index].label != nil || headingLevels[index] != nil { next = index }
    }
    self.nextLabels = nextLabels.reversed()
  }

  private mutating func read(_ index: Int) {
    let block = blocks[index]
    if let label = block.label, place(label, block, index) { return }
    if let level = headingLevels[index] {
      openHeading(bytes.withoutStop(block.range), level: level, block)
    } else {
      leaveLists(before: index)
      addText(block)
    }
  }

  // MARK: Headings

  private mutating func openHeading(_ title: Range<Int>, level: Int, _ block: ClauseBlock) {
    let words = bytes.words(in: title)
    regions.note(title: words)
    // What stands directly below `Attachment A` is its title.
    if let last = open.innermost, drafts[last].isAttachment, drafts[last].heading == nil, last == drafts.count - 1,
      passages.last?.clause != last
    {
      drafts[last].heading = words
      regions.note(attachment: words)
      return
    }
    let isTitle = drafts.isEmpty
    let before = open.innermost
    let lead = before.flatMap { leadIns.expectsList($0) ? leadIns.lead(below: $0) : nil }
    open.close(forHeading: level)
    let label: ClauseDraft.Label =
      isTitle ? .title : block.kind == .item ? .itemHeading : .heading(level: level)
    // The title heads the whole text.
    let clause = openClause(label, heading: words, parent: isTitle ? nil : open.parent, block, lead: lead)
    open.openHeading(isTitle ? 0 : level, clause: clause, indent: block.indent)
  }

  private mutating func openRunIn(_ title: Range<Int>, _ block: ClauseBlock) {
    let words = bytes.words(in: title)
    regions.note(title: words)
    if block.kind == .item, !block.strong.isEmpty {
      // The titles of a bulleted text lie as deep as their bullets.
      let level = HeadingFinder.itemLevel(block)
      open.close(forHeading: level)
      let clause = openClause(.itemHeading, heading: words, parent: open.parent, block, lead: nil)
      open.openHeading(level, clause: clause, indent: block.indent)
      return
    }
    open.closeRunIns()
    let clause = openClause(.runIn, heading: words, parent: open.parent, block, lead: nil)
    open.openHeading(HeadingFinder.runInLevel, clause: clause, indent: block.indent)
  }

  // MARK: Numbers

  /// Opens the clause that a label begins; false where it is no number after all.
  private mutating func place(_ label: ClauseLabel, _ block: ClauseBlock, _ index: Int) -> Bool {
    switch label.kind {
    case .attachment(let name):
      open.closeAll()
      let title = bytes.withoutStop(block.body)
      let heading = title.isEmpty ? nil : bytes.words(in: title)
      regions.note(attachment: heading ?? "")
      let clause = openClause(.attachment(name), heading: heading, parent: nil, block, lead: nil)
      open.openHeading(1, clause: clause, indent: 0)
      return true
    case .part(let name):
      guard block.body.count < 100 else { return false }
      open.close(forHeading: 1)
      let words = bytes.words(in: bytes.withoutStop(block.range))
      regions.note(title: words)
      let clause = openClause(.part(name), heading: words, parent: nil, block, lead: nil)
      open.openHeading(1, clause: clause, indent: 0)
      return true
    case .numbered(let path, let style, let readings):
      return placeNumber(path, style, readings, block, index)
    }
  }

  private mutating func placeNumber(
    _ path: [String], _ style: OutlineNumber.Style, _ readings: [ClauseLabel.Reading], _ block: ClauseBlock,
    _ index: Int
  ) -> Bool {
    let expectsList = open.innermost.map { leadIns.expectsList($0) } ?? false
    let mayBeWhole = mayBeTitle(index)
    let runIn = mayBeWhole ? nil : titles.runIn(block.body, strong: block.strong, plainWords: 6)
    let places = readings.map {
      OpenClauses.Place(
        list: $0.list, style: style, path: path, ordinal: $0.ordinal, isTitled: mayBeWhole || runIn != nil,
        markup: block.headingLevel)
    }
    guard let first = places.first else { return false }
    var place = first
    var sibling: Int?
    if path.count > 1 {
      open.close(forDecimal: path)
    } else {
      let isCertain = style != .bare && (block.kind == .item || first.ordinal <= 30)
      guard let fit = open.close(for: places, indent: block.indent, expectsList: expectsList, isCertain: isCertain)
      else {
        return false
      }
      place = fit.place
      sibling = fit.sibling
    }
    let parent = open.parent
    let isTop = open.isTop || path.count > 1
    if isTop { regions.noteClause() }
    let isWhole =
      mayBeWhole && (block.headingLevel != nil || block.isAllStrong || !isBelowLead(open.innermost, isTop: isTop))
    var lead: Int?
    if let innermost = open.innermost {
      lead = leadIns.lead(below: innermost)
      // Sections are not governed by the words that introduce them; what holds for one clause of a list, holds for all.
      if let passage = lead, isTop, introducesSections(passages[passage].range),
        sibling.map({ !drafts[$0].isGoverned }) ?? (place.isTitled || path.count > 1)
      {
        lead = nil
      }
      leadIns.noteItems(below: innermost)
    }
    let title = isWhole ? bytes.withoutStop(block.body) : runIn?.title
    let clause = openClause(
      .number(path: path, style: style, isTop: isTop), heading: title.map { bytes.words(in: $0) }, parent: parent,
      block,
      lead: lead)
    open.open(place, clause: clause, indent: block.indent)
    if !isWhole { addPassage(block.body, block, lead: lead, clause: clause) }
    return true
  }

  /// Whether all of a numbered block looks like its heading.
  private func mayBeTitle(_ index: Int) -> Bool {
    let block = blocks[index]
    guard !block.body.isEmpty else { return false }
    if block.headingLevel != nil { return true }
    if block.isAllStrong { return block.body.count < 120 }
    // Behind a title something follows that is no item of the same list.
    guard index + 1 < blocks.count, !blocks[index + 1].follows(block) else { return false }
    return titles.isTitle(block.body)
  }

  /// Whether a passage governs what stands below a clause: the items of a list are short and no titles.
  private func isBelowLead(_ clause: Int?, isTop: Bool) -> Bool {
    guard let clause, let lead = leadIns.lead(below: clause) else { return false }
    return !(isTop && introducesSections(passages[lead].range))
  }

  /// Whether a passage introduces the sections of a text, as `The parties agree as follows:` does.
  private func introducesSections(_ range: Range<Int>) -> Bool {
    let tail = bytes.words(in: range.suffix(80)).lowercased()
    return Self.sectionIntroductions.contains { tail.contains($0) }
  }

  private static let sectionIntroductions = ["follow", "terms", "agree", "conditions", "条款", "条件", "如下"]

  /// A paragraph without a number between two items belongs to the first; behind the last one of a list that
  /// a passage governs, it belongs to what the list belongs to.
  private mutating func leaveLists(before index: Int) {
    let block = blocks[index]
    guard block.kind != .item else { return }
    open.closeItemHeadings(before: block.indent)
    while let last = open.levels.last, let place = last.place, !leadIns.expectsList(last.clause) {
      // Where nothing governs the list, only a list within a clause is left, and not for what may be its last item's.
      let leaves =
        drafts[last.clause].isGoverned
        ? block.indent <= last.indent
        : !place.isTitled && place.ordinal > 1 && block.indent <= last.indent
          && drafts[last.clause].parent.map { drafts[$0].isNumber } ?? false
      guard leaves, !isContinued(place, after: index) else { return }
      open.leaveList()
    }
  }

  private func isContinued(_ place: OpenClauses.Place, after index: Int) -> Bool {
    guard let next = nextLabels[index], headingLevels[next] == nil || blocks[next].label != nil,
      case .numbered(let path, let style, let readings)? = blocks[next].label?.kind
    else { return false }
    return readings.contains {
      $0.ordinal == place.ordinal + 1
        && place.isLike(
          OpenClauses.Place(list: $0.list, style: style, path: path, ordinal: 0, isTitled: false, markup: nil))
    }
  }

  // MARK: Passages

  private mutating func addText(_ block: ClauseBlock) {
    var body = block.body
    if block.label != nil { body = bytes.withoutBlanks(block.range) }
    guard !body.isEmpty else { return }
    let isInList = open.innermost.map { leadIns.governs(block, in: $0) } ?? false
    if block.kind != .row, block.kind != .code, !isInList || !block.strong.isEmpty,
      let runIn = titles.runIn(body, strong: block.strong, plainWords: open.isTop ? 7 : 3)
    {
      if !isInList { openRunIn(runIn.title, block) }
      body = runIn.body..<body.upperBound
    }
    if open.innermost == nil {
      open.insertTitle(openClause(.title, heading: nil, parent: nil, block, lead: nil))
    }
    guard let clause = open.innermost else { return }
    let lead = leadIns.lead(of: block, in: clause, isFragment: isFragment(body))
    addPassage(body, block, lead: lead, clause: clause)
  }

  /// Whether a paragraph is part of a sentence that began above it.
  private func isFragment(_ body: Range<Int>) -> Bool {
    bytes.startsLow(body) || bytes[body.upperBound - 1] == UInt8(ascii: ";")
      || bytes[body].suffix(5).elementsEqual("; and".utf8) || bytes[body].suffix(4).elementsEqual("; or".utf8)
  }

  private mutating func addPassage(_ body: Range<Int>, _ block: ClauseBlock, lead: Int?, clause: Int) {
    guard !body.isEmpty else { return }
    let passage = passages.count
    passages.append(
      Passage(range: body, clause: clause, leadIn: lead, isOperative: regions.isOperative && block.kind != .code))
    drafts[clause].range = drafts[clause].range.lowerBound..<max(drafts[clause].range.upperBound, body.upperBound)
    if LeadIns.opensList(bytes, body) {
      leadIns.wait(
        passage, in: clause, block: block, isItem: lead != nil && !(drafts[clause].isNumber && block.label != nil))
    }
  }

  private mutating func openClause(
    _ label: ClauseDraft.Label, heading: String?, parent: Int?, _ block: ClauseBlock, lead: Int?
  ) -> Int {
    drafts.append(
      ClauseDraft(label: label, heading: heading, parent: parent, range: block.range, isGoverned: lead != nil))
    leadIns.open(governedBy: lead)
    return drafts.count - 1
  }

  private consuming func outline() -> Outline {
    // A clause reaches as far as those below it, which stand behind it.
    for index in drafts.indices.reversed() {
      guard let parent = drafts[index].parent else { continue }
      let range = drafts[parent].range
      drafts[parent].range = range.lowerBound..<max(range.upperBound, drafts[index].range.upperBound)
    }
    let citations = CitationWriter.citations(of: drafts, isForeign: drafts.map { bytes.isForeign($0.range) })
    let clauses = zip(drafts, citations).map { draft, citation in
      Clause(citation: citation, heading: draft.heading, parent: draft.parent, range: draft.range)
    }
    return Outline(clauses: clauses, passages: passages)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the beginning of the range is mostly written in another script than the Latin one.
  fileprivate func isForeign(_ range: Range<Int>) -> Bool {
    let head = self[range.prefix(200)]
    return head.count { $0 >= 0xE3 } * 6 > head.count
  }
}
