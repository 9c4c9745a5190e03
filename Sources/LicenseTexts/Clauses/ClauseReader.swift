import MarkupText

/// Builds the tree of clauses from numbers, headings and layout.
///
/// Numbers decide before indentation, which lies in many texts: a number belongs to the innermost open
/// list that it continues; a first number opens a list below the clause that it stands in.
struct ClauseReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let blocks: [TextBlock]
  private let headings: HeadingRules
  private var outline = Outline()
  private var drafts: [Draft] = []
  /// Open headings and numbers, outermost first.
  private var stack: [Level] = []
  /// Numbered clauses at the time of the last heading that closed them, since headings may only group them.
  private var suspended: [Level] = []
  private var leadIns: [LeadIn] = []
  private var isOperative = true

  /// What is known of a clause before all of them have been read.
  private struct Draft {
    var label: Label
    var heading: String?
    let parent: Int?

    enum Label {
      case title
      case heading
      /// A title run into a paragraph.
      case runIn
      case attachment(String)
      /// The printed number, with how it is set off.
      case numbered(path: [String], style: OutlineNumber.Style, isTop: Bool)
    }
  }

  /// An open heading or list.
  private struct Level {
    /// The heading's level by markup, 7 for one known by its look; nil for numbers.
    var headingLevel: Int?
    var list: ClauseLabel.Counter?
    var style: OutlineNumber.Style?
    /// `2.1` for decimal numbers of several parts.
    var path: [String] = []
    var ordinal = 0
    let clause: Int
    let indent: Int
  }

  /// A passage that governs what follows it.
  private struct LeadIn {
    let passage: Int
    let clause: Int
    let indent: Int
    var hasItems = false
  }

  static func read(_ text: ReadableText) -> Outline {
    text.text.bytes.withUnsafeBufferPointer { bytes in
      var reader = ClauseReader(bytes: bytes, blocks: text.blocks)
      reader.read()
      return reader.outline
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, blocks: [TextBlock]) {
    self.bytes = bytes
    self.blocks = blocks
    self.headings = HeadingRules(bytes)
  }

  private mutating func read() {
    for (index, block) in blocks.enumerated() {
      if let label = ClauseLabel(bytes, block.range), place(label, block) {
        addBody(label.end..<block.range.upperBound, block, isNumbered: true, next: nextRange(index))
      } else if case .heading(let level) = block.kind {
        openHeading(block.range, level: level, indent: block.indent)
      } else if isHeading(index) {
        openHeading(block.range, level: block.strong.isEmpty ? 8 : 7, indent: block.indent)
      } else {
        if block.kind != .item { leaveList(block) }
        addBody(block.range, block, isNumbered: false, next: nextRange(index))
      }
    }
    finish()
  }

  private func nextRange(_ index: Int) -> Range<Int>? {
    index + 1 < blocks.count ? blocks[index + 1].range : nil
  }

  private func isHeading(_ index: Int) -> Bool {
    let block = blocks[index]
    guard block.kind == .paragraph, !block.isQuoted else { return false }
    // Within a list that a passage opened, short lines are items.
    if let open = leadIns.last, block.indent > open.indent { return false }
    return headings.isTitle(block.range, before: nextRange(index), isFirst: drafts.isEmpty)
  }

  // MARK: Headings

  private mutating func openHeading(_ range: Range<Int>, level: Int, indent: Int) {
    let title = trimmed(range)
    let words = String(decoding: bytes[title], as: UTF8.self)
    noteRegion(words)
    let numbered = stack.filter { $0.headingLevel == nil }
    if !numbered.isEmpty { suspended = stack }
    while let last = stack.last, last.headingLevel == nil ? closes(last, headingOf: level) : last.headingLevel! >= level {
      stack.removeLast()
    }
    leadIns.removeAll { leadIn in !stack.contains { $0.clause == leadIn.clause } }
    let isTitle = drafts.isEmpty
    let clause = open(
      Draft(label: isTitle ? .title : .heading, heading: words, parent: isTitle ? nil : parentOfHeading()), at: range)
    // The title heads the whole text, so nothing lies below it.
    stack.append(Level(headingLevel: isTitle ? 0 : level, clause: clause, indent: indent))
  }

  /// A heading closes the numbers above it, unless these are headings of a higher level themselves.
  private func closes(_ number: Level, headingOf level: Int) -> Bool {
    guard let own = numberedHeadingLevels[number.clause] else { return true }
    return own >= level
  }

  private var numberedHeadingLevels: [Int: Int] = [:]

  private func parentOfHeading() -> Int? { stack.last { $0.headingLevel != 0 }?.clause }

  // MARK: Numbers

  /// Opens the clause that a label begins; false where it is no number after all.
  private mutating func place(_ label: ClauseLabel, _ block: TextBlock) -> Bool {
    switch label.kind {
    case .attachment(let name):
      stack.removeAll { $0.headingLevel != 0 }
      leadIns = []
      isOperative = true
      let rest = trimmed(label.end..<block.range.upperBound)
      let clause = open(
        Draft(label: .attachment(name), heading: rest.isEmpty ? nil : String(decoding: bytes[rest], as: UTF8.self), parent: nil),
        at: block.range)
      stack.append(Level(headingLevel: 1, clause: clause, indent: 0))
      return true
    case .numbered(let path, let style, let readings):
      if path.count > 1 {
        openDecimal(path, style, block)
        return true
      }
      return openItem(path, style, readings, block)
    }
  }

  private mutating func openDecimal(_ path: [String], _ style: OutlineNumber.Style, _ block: TextBlock) {
    resumeIfContinued { level in level.path.count < path.count && !level.path.isEmpty && path.starts(with: level.path) }
    // Below the number that it extends; else beside its like; else below the heading.
    while let last = stack.last {
      if last.headingLevel != nil, !isNumberedHeading(last) {
        // A heading below the number that this one extends groups it.
        if stack.contains(where: { !$0.path.isEmpty && path.starts(with: $0.path) && path.count > $0.path.count }) {
          stack.removeLast()
          continue
        }
        break
      }
      if !last.path.isEmpty, path.count > last.path.count, path.starts(with: last.path) { break }
      stack.removeLast()
    }
    let isTop = !stack.contains { $0.headingLevel == nil }
    let clause = open(Draft(label: .numbered(path: path, style: style, isTop: true), heading: nil, parent: stack.last.flatMap { $0.headingLevel == 0 ? nil : $0.clause }), at: block.range)
    _ = isTop
    noteHeadingLevel(block, clause)
    let ordinal = Int(path.last ?? "") ?? 0
    stack.append(Level(list: .digits, style: style, path: path, ordinal: ordinal, clause: clause, indent: block.indent))
    closeLeadIns()
  }

  private mutating func openItem(
    _ path: [String], _ style: OutlineNumber.Style, _ readings: [ClauseLabel.Reading], _ block: TextBlock
  ) -> Bool {
    guard let first = readings.first else { return false }
    func matches(_ level: Level, _ reading: ClauseLabel.Reading) -> Bool {
      level.headingLevel == nil && level.list == reading.list && level.path.count <= 1 && sameStyle(level.style, style)
    }
    // The next number of the innermost list that waits for it.
    func continued(_ stack: [Level], by most: Int) -> (index: Int, reading: ClauseLabel.Reading)? {
      for index in stack.indices.reversed() {
        for reading in readings where matches(stack[index], reading) {
          let step = reading.ordinal - stack[index].ordinal
          if step >= 1, step <= most { return (index, reading) }
        }
      }
      return nil
    }
    let opensList = readings.first { $0.ordinal == 1 }
    var found = continued(stack, by: 1)
    if found == nil, let resumed = continued(suspended, by: 1), opensList == nil {
      stack = Array(suspended[0...resumed.index])
      found = resumed
    }
    if found == nil, opensList == nil { found = continued(stack, by: 3) }
    if let found {
      stack.removeSubrange(found.index...)
      push(path, style, found.reading, block)
      return true
    }
    if let reading = opensList {
      push(path, style, reading, block)
      return true
    }
    // A number out of all order: a figure at the start of a line, or a list whose beginning is lost.
    guard style != .bare, block.kind == .item || first.ordinal <= 30 else { return false }
    if let like = stack.lastIndex(where: { level in readings.contains { matches(level, $0) } }) {
      stack.removeSubrange(like...)
    }
    push(path, style, first, block)
    return true
  }

  private func sameStyle(_ left: OutlineNumber.Style?, _ right: OutlineNumber.Style) -> Bool {
    left == right || (left == .stop && right == .bare) || (left == .bare && right == .stop)
  }

  private mutating func push(
    _ path: [String], _ style: OutlineNumber.Style, _ reading: ClauseLabel.Reading, _ block: TextBlock
  ) {
    let parent = stack.last.flatMap { $0.headingLevel == 0 ? nil : $0.clause }
    let isTop = !stack.contains { $0.headingLevel == nil }
    let clause = open(
      Draft(label: .numbered(path: path, style: style, isTop: isTop), heading: nil, parent: parent), at: block.range)
    noteHeadingLevel(block, clause)
    stack.append(
      Level(
        list: reading.list, style: style, path: reading.list == .digits ? path : [], ordinal: reading.ordinal,
        clause: clause, indent: block.indent))
    closeLeadIns()
  }

  private mutating func noteHeadingLevel(_ block: TextBlock, _ clause: Int) {
    if case .heading(let level) = block.kind { numberedHeadingLevels[clause] = level }
  }

  private func isNumberedHeading(_ level: Level) -> Bool { numberedHeadingLevels[level.clause] != nil }

  private mutating func resumeIfContinued(_ extends: (Level) -> Bool) {
    guard !stack.contains(where: { $0.headingLevel == nil && extends($0) }), let index = suspended.lastIndex(where: extends)
    else { return }
    stack = Array(suspended[0...index])
  }

  private mutating func closeLeadIns() {
    let open = Set(stack.map(\.clause))
    leadIns.removeAll { !open.contains($0.clause) }
  }

  /// An unnumbered paragraph behind the items of a list belongs to what the list belongs to.
  private mutating func leaveList(_ block: TextBlock) {
    while let last = stack.last, last.headingLevel == nil {
      let governing = leadIns.last { leadIn in last.clause != leadIn.clause && drafts[last.clause].parent == leadIn.clause }
      if block.indent < last.indent || (governing != nil && block.indent <= last.indent) {
        stack.removeLast()
        leadIns.removeAll { $0.clause == last.clause }
      } else {
        break
      }
    }
  }

  // MARK: Passages

  private mutating func addBody(_ range: Range<Int>, _ block: TextBlock, isNumbered: Bool, next: Range<Int>?) {
    var body = trimmedBlanks(range)
    guard !body.isEmpty else { return }
    if isNumbered, let clause = stack.last?.clause {
      if case .attachment = drafts[clause].label { return }
      if case .heading = block.kind {
        drafts[clause].heading = String(decoding: bytes[trimmed(body)], as: UTF8.self)
        return
      }
      if isWholeTitle(body, block, next: next) {
        drafts[clause].heading = String(decoding: bytes[trimmed(body)], as: UTF8.self)
        return
      }
    }
    let isInList = !isNumbered && (block.kind == .item || leadIns.last.map { block.indent > $0.indent } ?? false)
    if block.kind != .row, block.kind != .code, !isInList || !block.strong.isEmpty,
      let runIn = headings.runInTitle(body, strong: block.strong)
    {
      let title = String(decoding: bytes[runIn.title], as: UTF8.self)
      if isNumbered, let clause = stack.last?.clause {
        drafts[clause].heading = title
      } else if !isInList {
        openRunIn(title, block)
      }
      if !isInList { body = runIn.body..<body.upperBound }
    }
    add(body, block, isNumbered: isNumbered)
  }

  /// Whether all of a numbered block is its heading.
  private func isWholeTitle(_ body: Range<Int>, _ block: TextBlock, next: Range<Int>?) -> Bool {
    if block.kind == .item, block.indent > 0, leadIns.last != nil { return false }
    if let mark = block.strong.first, mark.lowerBound <= body.lowerBound, mark.upperBound >= body.upperBound - 1 { return body.count < 120 }
    var end = body.upperBound
    while end > body.lowerBound, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    // Items of a list that a lead-in governs are short, too, and no titles.
    if leadIns.contains(where: { leadIn in stack.dropLast().contains { $0.clause == leadIn.clause } }) { return false }
    return headings.isTitle(body.lowerBound..<end, before: next, isFirst: false)
  }

  private mutating func openRunIn(_ title: String, _ block: TextBlock) {
    noteRegion(title)
    while let last = stack.last, last.headingLevel == 9 { stack.removeLast() }
    let clause = open(Draft(label: .runIn, heading: title, parent: stack.last.flatMap { $0.headingLevel == 0 ? nil : $0.clause }), at: block.range)
    stack.append(Level(headingLevel: 9, clause: clause, indent: block.indent))
    closeLeadIns()
  }

  private mutating func add(_ body: Range<Int>, _ block: TextBlock, isNumbered: Bool) {
    if drafts.isEmpty || stack.isEmpty {
      let clause = open(Draft(label: .title, heading: nil, parent: nil), at: block.range)
      stack.insert(Level(headingLevel: 0, clause: clause, indent: 0), at: 0)
    }
    guard let clause = stack.last?.clause else { return }
    let governing = governingLeadIn(block, clause: clause, isNumbered: isNumbered)
    let passage = outline.passages.count
    outline.passages.append(
      Passage(range: body, clause: clause, leadIn: governing, isOperative: isOperative && block.kind != .code))
    extend(clause, to: body.upperBound)
    if opensList(body) {
      leadIns.removeAll { $0.clause == clause && $0.indent >= block.indent && $0.passage != governing }
      leadIns.append(LeadIn(passage: passage, clause: clause, indent: block.indent))
    }
  }

  /// The passage that governs a block: a numbered one below its clause, or one above a bullet or a deeper paragraph.
  private mutating func governingLeadIn(_ block: TextBlock, clause: Int, isNumbered: Bool) -> Int? {
    while let last = leadIns.last {
      if last.clause != clause { return isNumbered || block.kind == .item || last.indent < block.indent ? last.passage : nil }
      if !isNumbered, block.kind == .item || block.indent > last.indent {
        leadIns[leadIns.count - 1].hasItems = true
        return last.passage
      }
      if !isNumbered, !last.hasItems, startsLow(block.range) { return last.passage }
      leadIns.removeLast()
    }
    return nil
  }

  private func startsLow(_ range: Range<Int>) -> Bool { (0x61...0x7A).contains(bytes[range.lowerBound]) }

  /// Whether a passage waits for a list: it ends with a colon, or in the middle of a sentence.
  private func opensList(_ range: Range<Int>) -> Bool {
    guard let last = bytes[range].last else { return false }
    return last == UInt8(ascii: ":") || last == UInt8(ascii: ",") || (last == UInt8(ascii: "-"))
      || (bytes[range].suffix(3).elementsEqual([0xEF, 0xBC, 0x9A]))
      || ((0x61...0x7A).contains(last) && range.count > 30)
  }

  /// Titles behind which the terms end, and those with which they go on.
  private mutating func noteRegion(_ title: String) {
    let title = title.lowercased()
    if title.hasPrefix("end of ") || title.contains("how to apply") || title.contains("how to use this") {
      isOperative = false
    } else if title.hasPrefix("use restrictions") || title.contains("policy") {
      isOperative = true
    }
  }

  // MARK: Clauses

  private mutating func open(_ draft: Draft, at range: Range<Int>) -> Int {
    drafts.append(draft)
    outline.clauses.append(Clause(citation: "", heading: nil, parent: draft.parent, range: range))
    if let parent = draft.parent { extend(parent, to: range.upperBound) }
    return drafts.count - 1
  }

  private mutating func extend(_ clause: Int, to end: Int) {
    var current: Int? = clause
    while let index = current {
      let range = outline.clauses[index].range
      if range.upperBound < end { outline.clauses[index].range = range.lowerBound..<end }
      current = drafts[index].parent
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = trimmedBlanks(range)
    while let last = range.last, [UInt8(ascii: "."), UInt8(ascii: ":"), 0x20].contains(bytes[last]) { range = range.dropLast() }
    return range
  }

  private func trimmedBlanks(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first] == 0x20 { range = range.dropFirst() }
    while let last = range.last, bytes[last] == 0x20 { range = range.dropLast() }
    return range
  }

  /// Gives every clause its citation, once all numbers and headings are known.
  private mutating func finish() {
    var namesTaken: [String: Int] = [:]
    for draft in drafts { if let heading = draft.heading { namesTaken[heading, default: 0] += 1 } }
    let topNumbers = drafts.count { if case .numbered(_, _, true) = $0.label { true } else { false } }
    var citations: [String] = []
    var numbersTaken: Set<String> = []
    for (index, draft) in drafts.enumerated() {
      let parent = draft.parent
      let citation: String
      switch draft.label {
      case .title:
        citation = topNumbers >= 3 ? "Preamble" : draft.heading ?? ""
      case .attachment(let name):
        citation = name
      case .heading, .runIn:
        let heading = draft.heading ?? ""
        if let parent, isNumberedClause(parent) {
          citation = "\(citations[parent]) \(heading)"
        } else if let parent, namesTaken[heading, default: 0] > 1 {
          citation = "\(citations[parent]): \(heading)"
        } else {
          citation = heading
        }
      case .numbered(let path, let style, let isTop):
        let own = path.joined(separator: ".")
        if isTop {
          let isTaken = !numbersTaken.insert(own).inserted
          citation = parent.flatMap { isTaken || isAttachment($0) ? "\(citations[$0]) \(own)" : nil } ?? own
        } else if let parent {
          let outer = isNumberedClause(parent) || isAttachment(parent) ? citations[parent] : numberedAncestor(parent).map { citations[$0] } ?? citations[parent]
          citation = style == .brackets ? "\(outer)(\(own))" : "\(outer).\(own)"
        } else {
          citation = own
        }
      }
      citations.append(citation)
      outline.clauses[index] = Clause(
        citation: citation, heading: draft.heading, parent: parent, range: outline.clauses[index].range)
    }
  }

  private func numberedAncestor(_ clause: Int) -> Int? {
    var current: Int? = clause
    while let index = current {
      if isNumberedClause(index) { return index }
      current = drafts[index].parent
    }
    return nil
  }

  private func isNumberedClause(_ clause: Int) -> Bool {
    if case .numbered = drafts[clause].label { true } else { false }
  }

  private func isAttachment(_ clause: Int) -> Bool {
    if case .attachment = drafts[clause].label { true } else { false }
  }
}
