import MarkupText

/// The headings and numbers that are open at a place in the text, outermost first.
///
/// A number may go on with any of the open lists, begin one below the innermost clause, or begin one beside
/// them. Which, is a matter of weighing: order counts most, then the look of the clauses, then indentation,
/// which lies in many texts.
struct OpenClauses {
  private(set) var levels: [Level] = []
  /// What was open at the last heading that closed numbers: headings may only group them.
  private var suspended: [Level] = []

  /// No text nests deeper; what does is numbering gone wild, and stays at this depth.
  private static let deepest = 16

  /// An open heading or list.
  struct Level {
    let clause: Int
    let indent: Int
    let kind: Kind
    /// Where the list stopped that stood last below this list's clauses; lists are continued in the next clause.
    var lastList: Place?

    enum Kind {
      /// 0 for the title of the text, 1 to 6 by markup, greater ones by look.
      case heading(level: Int)
      case number(Place)
    }

    var headingLevel: Int? {
      if case .heading(let level) = kind { level } else { nil }
    }
    var place: Place? {
      if case .number(let place) = kind { place } else { nil }
    }
  }

  /// The clause of a list that is open.
  struct Place {
    let list: ClauseLabel.Counter
    let style: OutlineNumber.Style
    /// More than one part for decimal numbers such as `2.1`.
    let path: [String]
    let ordinal: Int
    let isTitled: Bool
    /// The level of a number in a heading by markup.
    let markup: Int?

    /// Whether it is a Chinese numeral with a comma, which counts sections, whatever stands before them.
    var isHanSection: Bool { list == .han && style == .stop }

    func isLike(_ other: Place) -> Bool {
      list == other.list && path.count == other.path.count
        && (style == other.style || [style, other.style].allSatisfy { $0 == .stop || $0 == .bare })
    }
  }

  /// The innermost clause.
  var innermost: Int? { levels.last?.clause }

  /// The clause that something opened now is part of; the title heads the whole text, so nothing is part of it.
  var parent: Int? { levels.last.flatMap { $0.headingLevel == 0 ? nil : $0.clause } }

  /// Whether no number is open.
  var isTop: Bool { !levels.contains { $0.place != nil } }

  /// The clause of the open heading with this very level.
  func clause(ofHeading level: Int) -> Int? { levels.last { $0.headingLevel == level }?.clause }

  /// Closes what a heading of this level ends.
  mutating func close(forHeading level: Int) {
    if !isTop { suspended = levels }
    while let last = levels.last {
      let own: Int
      switch last.kind {
      case .heading(let level): own = level
      case .number(let place): own = place.markup ?? .max
      }
      guard own >= level else { break }
      levels.removeLast()
    }
    limitDepth()
  }

  /// Closes what lies deeper than any text does.
  private mutating func limitDepth() {
    if levels.count >= Self.deepest { levels.removeSubrange((Self.deepest - 1)...) }
  }

  /// Closes titles that are run into paragraphs.
  mutating func closeRunIns() {
    while levels.last?.headingLevel == HeadingFinder.runInLevel { levels.removeLast() }
    limitDepth()
  }

  /// Closes the headings of bullets that a paragraph is not set in as deep as.
  mutating func closeItemHeadings(before indent: Int) {
    while let last = levels.last, let level = last.headingLevel, HeadingFinder.itemLevels.contains(level),
      indent <= last.indent
    {
      levels.removeLast()
    }
  }

  /// Closes everything but the title.
  mutating func closeAll() {
    levels.removeAll { $0.headingLevel != 0 }
    suspended = []
  }

  /// Opens a heading, for which `close(forHeading:)` has made room.
  mutating func openHeading(_ level: Int, clause: Int, indent: Int) {
    levels.append(Level(clause: clause, indent: indent, kind: .heading(level: level)))
  }

  /// Opens a number, for which room has been made.
  mutating func open(_ place: Place, clause: Int, indent: Int) {
    var level = Level(clause: clause, indent: indent, kind: .number(place))
    level.lastList = reopened
    reopened = nil
    levels.append(level)
  }

  /// Where lists stopped below the clause whose place is taken next.
  private var reopened: Place?

  /// Puts a title over everything.
  mutating func insertTitle(_ clause: Int) {
    levels.insert(Level(clause: clause, indent: 0, kind: .heading(level: 0)), at: 0)
  }

  /// Closes the innermost list; its last place is kept, since it may go on.
  mutating func leaveList() {
    guard let last = levels.popLast(), let place = last.place else { return }
    if !levels.isEmpty { levels[levels.count - 1].lastList = place }
  }

  /// Makes room for a decimal number: below the number that it extends, else below the heading.
  mutating func close(forDecimal path: [String], markup: Int?) {
    func extends(_ level: Level) -> Bool {
      guard let place = level.place, place.list == .digits else { return false }
      return path.count > place.path.count && path.starts(with: place.path)
    }
    if let index = levels.lastIndex(where: extends) {
      levels.removeSubrange((index + 1)...)
    } else if let index = suspended.lastIndex(where: extends) {
      levels = Array(suspended[...index])
    } else if let markup {
      close(forHeading: markup)
    } else if let first = levels.firstIndex(where: { $0.place != nil }) {
      levels.removeSubrange(first...)
    }
    limitDepth()
  }

  /// How a number was read.
  struct Fit {
    let place: Place
    /// The clause before it in its list.
    let sibling: Int?
  }

  /// Where a number of one part goes: where it costs least.
  private enum Choice {
    /// On with the list at this index.
    case next(of: Int)
    /// On with a list that a heading closed.
    case resumed(Int)
    /// Into a list below the innermost clause.
    case below
    /// Into a list beside the open ones.
    case beside
  }

  /// Makes room for a number, which may be read in several ways.
  ///
  /// - Parameter expectsList: Whether the innermost clause ends with words that a list follows.
  /// - Returns: The reading that fits best; nil where none does, so that it is no number of a list.
  mutating func close(for readings: [Place], indent: Int, expectsList: Bool, isCertain: Bool) -> Fit? {
    var best: (choice: Choice, place: Place, cost: Double)?
    func offer(_ choice: Choice, _ place: Place, _ cost: Double) {
      if cost < best?.cost ?? .infinity { best = (choice, place, cost) }
    }
    for place in readings {
      var closed = 0.0
      for (index, level) in levels.enumerated().reversed() {
        guard let open = level.place else { continue }
        if open.isLike(place) {
          offer(.next(of: index), place, closed + continuation(of: open, level.indent, by: place, indent))
        }
        closed += 0.2
      }
      if place.ordinal > 1,
        let index = suspended.lastIndex(where: {
          $0.place.map {
            $0.isLike(place) && $0.ordinal + 1 == place.ordinal && ($0.markup == nil) == (place.markup == nil)
          } ?? false
        })
      {
        offer(.resumed(index), place, 0.5)
      }
      offer(.below, place, opening(of: place, indent, expectsList: expectsList))
      if place.isHanSection, place.ordinal == 1 { offer(.beside, place, 0) }
      if let innermost = levels.last?.place, place.isTitled, !innermost.isTitled, !expectsList {
        offer(.beside, place, place.ordinal == 1 ? 1.6 : 2.4)
      }
    }
    guard let best, best.cost < 3 || isCertain else { return nil }
    let sibling: Int? =
      switch best.choice {
      case .next(let index): levels[index].clause
      case .resumed(let index): suspended[index].clause
      case .below, .beside: nil
      }
    apply(best.choice)
    limitDepth()
    return Fit(place: best.place, sibling: sibling)
  }

  private func continuation(of open: Place, _ openIndent: Int, by place: Place, _ indent: Int) -> Double {
    var cost: Double
    switch place.ordinal - open.ordinal {
    case 1: cost = 0
    case 2...3: cost = 2
    case 4...: cost = 3.5
    // A list that begins anew right where it stood.
    case _ where place.ordinal == 1 && abs(indent - openIndent) <= 1 && place.isTitled == open.isTitled: cost = 1.2
    case 0: cost = 2.5
    default: cost = 4
    }
    if abs(indent - openIndent) > 1 { cost += 0.5 }
    if open.isTitled != place.isTitled { cost += 0.8 }
    if open.markup != place.markup { cost += 1.5 }
    return cost
  }

  private func opening(of place: Place, _ indent: Int, expectsList: Bool) -> Double {
    var cost = 0.8
    let innermost = levels.last
    let isDeeper = innermost.map { $0.place != nil && indent > $0.indent } ?? false
    if place.ordinal > 1 {
      if let last = innermost?.lastList, last.isLike(place), last.ordinal + 1 == place.ordinal {
        cost = 0.7
      } else {
        cost = isDeeper && expectsList ? 2.2 : 3.5
      }
    }
    if isDeeper { cost -= 0.3 }
    if expectsList { cost -= 0.4 }
    if let open = innermost?.place {
      if open.isLike(place), open.isTitled == place.isTitled, !isDeeper, !expectsList { cost += 1 }
      if place.isTitled, !open.isTitled, !expectsList { cost += 0.9 }
      if place.markup != nil, open.markup == nil { cost += 1.5 }
    }
    // Where a list of this look and indentation is open further out, a first number begins it anew.
    if place.ordinal == 1, let last = innermost, !isDeeper, !expectsList,
      levels.dropLast().contains(where: {
        $0.indent == indent && last.indent > indent && ($0.place?.isLike(place) ?? false)
      })
    {
      cost += 1
    }
    return cost
  }

  private mutating func apply(_ choice: Choice) {
    switch choice {
    case .next(let index):
      closeLists(from: index)
    case .resumed(let index):
      let first = suspended.firstIndex { $0.place != nil } ?? index
      // The outermost list goes on below the heading that came between; inner ones are opened again.
      if index > first {
        levels = Array(suspended[...index])
        closeLists(from: index)
      } else if let open = levels.firstIndex(where: { $0.place != nil }) {
        levels.removeSubrange(open...)
      }
    case .below: break
    case .beside:
      if let first = levels.firstIndex(where: { $0.place != nil }) { levels.removeSubrange(first...) }
    }
  }

  /// Closes a list and all below it, keeping where the list below it stopped.
  private mutating func closeLists(from index: Int) {
    let next = index + 1 < levels.count ? levels[index + 1].place : nil
    reopened = next ?? levels[index].lastList
    levels.removeSubrange(index...)
  }
}
