import MarkupText

/// Clauses that a number or another label begins.
extension ClauseReader {
  /// Opens the clause that a label begins; false where it is no number after all.
  mutating func place(_ label: ClauseLabel, _ block: ClauseBlock, _ index: Int) -> Bool {
    switch label.kind {
    case .attachment(let name):
      open.closeAll()
      let title = bytes.withoutStop(block.body)
      regions.note(attachment: bytes.words(in: title))
      let clause = openClause(
        .attachment(name), title: title.isEmpty ? nil : title, parent: nil, block, lead: nil)
      open.openHeading(1, clause: clause, indent: 0)
      return true
    case .part(let name):
      guard block.body.count < 100 else { return false }
      open.close(forHeading: 1)
      let title = bytes.withoutStop(block.range)
      regions.note(title: bytes.words(in: title))
      let clause = openClause(.part(name), title: title, parent: nil, block, lead: nil)
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
      open.close(forDecimal: path, markup: block.headingLevel)
    } else {
      if let level = block.headingLevel { open.close(forHeading: level) }
      let isCertain = style != .bare && (block.kind == .item || block.headingLevel != nil || first.ordinal <= 30)
      guard let fit = open.close(for: places, indent: block.indent, expectsList: expectsList, isCertain: isCertain)
      else {
        return false
      }
      place = fit.place
      sibling = fit.sibling
    }
    let parent = open.parent
    let isTop = open.isTop || path.count > 1
    let flatLead = flatLead(over: block, after: sibling)
    let lead = flatLead ?? lead(over: place, after: sibling, isTop: isTop)
    if let innermost = open.innermost { leadIns.noteItems(below: innermost) }
    // The items of a list that a passage governs are short and no titles.
    let isWhole = mayBeWhole && (block.headingLevel != nil || block.isAllStrong || lead == nil)
    let title = isWhole ? bytes.withoutStop(block.body) : runIn?.title
    if isTop { regions.noteClause(title: title.map { bytes.words(in: $0) } ?? "") }
    let clause = openClause(
      .number(path: path, style: style, isTop: isTop), title: title, parent: parent, block, lead: lead)
    hasNumbers = true
    drafts[clause].list = sibling.flatMap { drafts[$0].list } ?? clause
    drafts[clause].flatLead = flatLead
    open.open(place, clause: clause, indent: block.indent)
    if !isWhole { addPassage(block.body, block, lead: lead, clause: clause, isTitled: title != nil) }
    return true
  }

  /// The lead-in of a list that some captures number on: `24. You shall not:` above `25. reverse engineer it;`.
  private func flatLead(over block: ClauseBlock, after sibling: Int?) -> Int? {
    guard let sibling, bytes.startsLow(block.body) else { return nil }
    return leadIns.expectsList(sibling) ? leadIns.lead(below: sibling) : drafts[sibling].flatLead
  }

  /// Whether all of a numbered block looks like its heading.
  private func mayBeTitle(_ index: Int) -> Bool {
    let block = blocks[index]
    guard !block.body.isEmpty else { return false }
    if block.headingLevel != nil { return true }
    if block.isAllStrong { return block.body.count < 120 && !isFragment(block.body) }
    // Behind a title something follows that is no item of the same list.
    guard index + 1 < blocks.count, !blocks[index + 1].follows(block) else { return false }
    return titles.isTitle(block.body)
  }

  /// The passage that governs a numbered clause.
  private func lead(over place: OpenClauses.Place, after sibling: Int?, isTop: Bool) -> Int? {
    guard let innermost = open.innermost, let lead = leadIns.lead(below: innermost) else { return nil }
    guard isTop else { return lead }
    if place.isHanSection { return nil }
    // Sections are not governed by the words that introduce them; what holds for one clause of a list, holds for all.
    let isSection = sibling.map { !drafts[$0].isGoverned } ?? (place.isTitled || place.path.count > 1)
    return isSection && introducesSections(passages[lead].range) ? nil : lead
  }

  /// Whether a passage introduces the sections of a text, as `The parties agree as follows:` does.
  func introducesSections(_ range: Range<Int>) -> Bool {
    let tail = bytes.words(in: range.suffix(80)).lowercased()
    return Self.sectionIntroductions.contains { tail.contains($0) }
  }

  private static let sectionIntroductions = [
    "follow", "terms", "agree ", "agree:", "agreed", "conditions", "条款", "条件", "如下",
  ]

  /// A paragraph without a number between two items belongs to the first; behind the last one of a list that
  /// a passage governs, it belongs to what the list belongs to.
  mutating func leaveLists(before index: Int) {
    let block = blocks[index]
    open.closeItemHeadings(before: block.indent)
    guard block.kind != .item else { return }
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
}
