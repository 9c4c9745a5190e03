import MarkupText

/// Builds the tree of clauses from numbers, headings and layout.
///
/// Runs once over the blocks; time grows with the length of the text, since no more than a few levels are ever open.
struct ClauseReader {
  /// The words of the text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Its blocks, those that hold several clauses taken apart.
  let blocks: [ClauseBlock]
  /// Tells titles from sentences.
  let titles: TitleRules
  /// The level of each block that is a heading.
  let headingLevels: [Int?]
  /// The clauses found so far.
  var drafts: [ClauseDraft] = []
  /// Their words.
  var passages: [Passage] = []
  /// The headings and lists that are open.
  var open = OpenClauses()
  /// The passages that wait for items.
  var leadIns = LeadIns()
  /// Whether the terms have begun, and not ended.
  var regions = TextRegions()
  /// Whether a number has been read.
  var hasNumbers = false
  /// The block with a label that comes next, by block.
  let nextLabels: [Int?]

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
    if let level = headingLevels[index], !isItem(block) {
      openHeading(bytes.withoutStop(block.range), level: level, block)
    } else {
      leaveLists(before: index)
      addText(block)
    }
  }

  /// Whether a passage governs what looks like a heading; the items of a list are short, too.
  private func isItem(_ block: ClauseBlock) -> Bool {
    guard block.headingLevel == nil, !block.isAllStrong, let clause = open.innermost else { return false }
    return leadIns.governs(block, in: clause)
  }

  private mutating func openHeading(_ title: Range<Int>, level: Int, _ block: ClauseBlock) {
    let words = bytes.words(in: title)
    regions.note(title: words)
    // What stands directly below `Attachment A` is its title.
    if let last = open.innermost, drafts[last].isAttachment, drafts[last].heading == nil, last == drafts.count - 1,
      passages.last?.clause != last
    {
      drafts[last].heading = words
      drafts[last].headingRange = title
      regions.note(attachment: words)
      return
    }
    let isTitle = drafts.isEmpty
    let before = open.innermost
    let lead = leadOverHeading(level: level, below: before)
    open.close(forHeading: level)
    let label: ClauseDraft.Label =
      isTitle ? .title : block.kind == .item ? .itemHeading : .heading(level: level)
    // The title heads the whole text.
    let clause = openClause(label, title: title, parent: isTitle ? nil : open.parent, block, lead: lead)
    open.openHeading(isTitle ? 0 : level, clause: clause, indent: block.indent)
  }

  /// What governs the lists below a heading: a colon right above it, or above the heading beside it.
  private func leadOverHeading(level: Int, below clause: Int?) -> Int? {
    if let clause, leadIns.expectsList(clause), let lead = leadIns.lead(below: clause),
      LeadIns.endsWithColon(bytes, passages[lead].range), !introducesSections(passages[lead].range)
    {
      return lead
    }
    return open.clause(ofHeading: level).flatMap { leadIns.governing($0) }
  }

  /// Opens the clause that a run-in title heads.
  mutating func openRunIn(_ title: Range<Int>, _ block: ClauseBlock) {
    let words = bytes.words(in: title)
    regions.note(title: words)
    if block.kind == .item, !block.strong.isEmpty {
      // The titles of a bulleted text lie as deep as their bullets.
      let level = HeadingFinder.itemLevel(block)
      open.close(forHeading: level)
      let clause = openClause(.itemHeading, title: title, parent: open.parent, block, lead: nil)
      open.openHeading(level, clause: clause, indent: block.indent)
      return
    }
    open.closeRunIns()
    let clause = openClause(
      .runIn, title: title, parent: open.parent, block, lead: nil)
    open.openHeading(HeadingFinder.runInLevel, clause: clause, indent: block.indent)
  }

  /// Adds a clause and returns its index.
  ///
  /// - Parameter title: The words of its heading.
  mutating func openClause(
    _ label: ClauseDraft.Label, title: Range<Int>?, parent: Int?, _ block: ClauseBlock, lead: Int?
  ) -> Int {
    drafts.append(
      ClauseDraft(
        label: label, heading: title.map { bytes.words(in: $0) }, headingRange: title, parent: parent,
        range: block.range, isGoverned: lead != nil))
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
      Clause(
        citation: citation, heading: draft.heading, headingRange: draft.headingRange, parent: draft.parent,
        range: draft.range)
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
