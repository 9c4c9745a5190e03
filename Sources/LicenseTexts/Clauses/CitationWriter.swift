/// Names clauses as a reader would cite them, once all numbers and headings of a text are known.
struct CitationWriter {
  private let drafts: [ClauseDraft]
  /// By clause: whether it is written in another script than the Latin one.
  private let isForeign: [Bool]
  private var citations: [String] = []
  /// Headings that occur below different headings.
  private var repeatedHeadings: Set<String> = []
  /// Headings with an outermost number that occurs below another heading, too, in the same script.
  private var headingsWithRepeats: Set<Int> = []
  /// Lists that go on below several headings, which tell their numbers apart no better than nothing.
  private var spreadLists: Set<Int> = []
  private let hasPreamble: Bool
  /// Whether the text has no clauses but one that a title is run into.
  private let isOnlyTitle: Bool
  /// The first clause behind the preamble.
  private let firstNumber: Int

  private struct ScriptedNumber: Hashable {
    let number: String
    let isForeign: Bool
  }

  private static let preamble = "Preamble"

  /// So many numbered clauses or headings make what stands before them a preamble.
  private static let fewestSections = 3

  /// The citation of each clause.
  static func citations(of drafts: [ClauseDraft], isForeign: [Bool]) -> [String] {
    var writer = CitationWriter(drafts, isForeign)
    for index in drafts.indices { writer.citations.append(writer.citation(of: index)) }
    return writer.citations
  }

  private init(_ drafts: [ClauseDraft], _ isForeign: [Bool]) {
    self.drafts = drafts
    self.isForeign = isForeign
    let sections = drafts.count { $0.topNumber != nil && !$0.isGoverned }
    let headed = drafts.count { if case .heading = $0.label { $0.parent == nil } else { false } }
    hasPreamble = sections >= Self.fewestSections || (headed >= 2 && drafts.first?.heading != nil)
    let first = drafts.firstIndex { $0.topNumber != nil } ?? 0
    firstNumber = sections >= Self.fewestSections && drafts[first].topNumber == "1" ? first : 0
    let runIns = drafts.count { if case .runIn = $0.label { true } else { false } }
    let untitled = drafts.count { if case .title = $0.label { $0.heading == nil } else { false } }
    isOnlyTitle = runIns == 1 && runIns + untitled == drafts.count
    noteRepeats()
  }

  private mutating func noteRepeats() {
    let sizes = drafts.reduce(into: [Int: Int]()) { sizes, draft in
      if let list = draft.list { sizes[list, default: 0] += 1 }
    }
    // By heading: the heading that it stands below.
    var headings: [String: String?] = [:]
    // By number and by list: the headings that they stand below.
    var numbers: [ScriptedNumber: Int?] = [:]
    var lists: [Int: Int?] = [:]
    for (index, draft) in drafts.enumerated() {
      let outer = draft.parent.flatMap { drafts[$0].heading }
      if let heading = draft.heading, let other = headings.updateValue(outer, forKey: heading), other != outer {
        repeatedHeadings.insert(heading)
      }
      guard let number = draft.topNumber, let list = draft.list, draft.parent.map({ !drafts[$0].isAttachment }) ?? true
      else { continue }
      if let other = lists.updateValue(draft.parent, forKey: list), other != draft.parent { spreadLists.insert(list) }
      // A number that stands alone makes no list.
      guard draft.isDecimal || sizes[list, default: 0] > 1 else { continue }
      let key = ScriptedNumber(number: number, isForeign: isForeign[index])
      if let other = numbers.updateValue(draft.parent, forKey: key), other != draft.parent {
        headingsWithRepeats.formUnion([other, draft.parent].compactMap(\.self))
      }
    }
  }

  private func citation(of index: Int) -> String {
    let draft = drafts[index]
    let heading = draft.heading ?? ""
    switch draft.label {
    case .title:
      return hasPreamble ? Self.preamble : heading
    case .attachment(let name):
      // `Appendix` alone tells nothing; its title does.
      return name.utf8.contains(UInt8(ascii: " ")) || heading.isEmpty ? name : "\(name): \(heading)"
    case .part(let name):
      return name
    case .heading(let level):
      if index < firstNumber, level > 6 || level <= 1 || citesAsPreamble(heading) { return Self.preamble }
      return qualified(heading, draft, isSubheading: true)
    case .runIn:
      if index < firstNumber { return Self.preamble }
      return isOnlyTitle ? "" : qualified(heading, draft, isSubheading: false)
    case .itemHeading:
      return qualified(heading, draft, isSubheading: false)
    case .number(let path, let style, let isTop):
      let own = path.joined(separator: ".")
      guard let parent = draft.parent else { return own }
      if isTop, drafts[parent].isNumber { return own }
      if isTop {
        if case .part = drafts[parent].label { return own }
        let isTold = drafts[parent].isAttachment || isTold(draft)
        return isTold && citations[parent] != Self.preamble ? "\(citations[parent]) \(own)" : own
      }
      return style == .brackets ? "\(citations[parent])(\(own))" : "\(citations[parent]).\(own)"
    }
  }

  /// Whether a number of the outermost list is told with its heading.
  private func isTold(_ draft: ClauseDraft) -> Bool {
    guard let list = draft.list, let parent = draft.parent, !spreadLists.contains(list), !headsAll(parent) else {
      return false
    }
    return headingsWithRepeats.contains(parent) || (draft.isGoverned && !draft.isDecimal)
  }

  private func citesAsPreamble(_ heading: String) -> Bool { heading.lowercased() == "preamble" }

  /// Whether a heading stands over the whole text, and so tells nothing apart.
  private func headsAll(_ clause: Int) -> Bool {
    if case .heading(let level) = drafts[clause].label { level <= 1 } else { false }
  }

  private func qualified(_ heading: String, _ draft: ClauseDraft, isSubheading: Bool) -> String {
    guard let parent = draft.parent else { return heading }
    if headsAll(parent) { return heading }
    if drafts[parent].isNumber { return "\(citations[parent]) \(heading)" }
    return isSubheading || repeatedHeadings.contains(heading) ? "\(citations[parent]): \(heading)" : heading
  }
}
