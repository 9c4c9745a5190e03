/// Names clauses as a reader would cite them, once all numbers and headings of a text are known.
struct CitationWriter {
  private let drafts: [ClauseDraft]
  /// By clause: whether it is written in another script than the Latin one.
  private let isForeign: [Bool]
  private var citations: [String] = []
  /// Headings that occur more than once.
  private var repeatedHeadings: Set<String> = []
  /// Outermost numbers that occur below more than one heading, in the same script.
  private var repeatedNumbers: Set<ScriptedNumber> = []
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
    var headings: Set<String> = []
    var numbers: [ScriptedNumber: Int?] = [:]
    for (index, draft) in drafts.enumerated() {
      if let heading = draft.heading, !headings.insert(heading).inserted { repeatedHeadings.insert(heading) }
      if let number = draft.topNumber {
        let key = ScriptedNumber(number: number, isForeign: isForeign[index])
        if let other = numbers.updateValue(draft.parent, forKey: key), other != draft.parent {
          repeatedNumbers.insert(key)
        }
      }
    }
    let sections = drafts.count { $0.topNumber != nil && !$0.isGoverned }
    let headed = drafts.count { if case .heading = $0.label { $0.parent == nil } else { false } }
    hasPreamble = sections >= Self.fewestSections || (headed >= 2 && drafts.first?.heading != nil)
    isOnlyTitle =
      !drafts.contains {
        if case .title = $0.label { $0.heading != nil } else if case .runIn = $0.label { false } else { true }
      } && drafts.count { if case .runIn = $0.label { true } else { false } } < 2
    let first = drafts.firstIndex { $0.topNumber != nil }
    firstNumber = sections >= Self.fewestSections && first.map { drafts[$0].topNumber == "1" } ?? false ? first ?? 0 : 0
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
      if index < firstNumber, level > 6 || citesAsPreamble(heading) { return Self.preamble }
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
        let key = ScriptedNumber(number: own, isForeign: isForeign[index])
        if case .part = drafts[parent].label { return own }
        let isTold =
          drafts[parent].isAttachment || (path.count == 1 && (repeatedNumbers.contains(key) || draft.isGoverned))
        return isTold && citations[parent] != Self.preamble ? "\(citations[parent]) \(own)" : own
      }
      return style == .brackets ? "\(citations[parent])(\(own))" : "\(citations[parent]).\(own)"
    }
  }

  private func citesAsPreamble(_ heading: String) -> Bool { heading.lowercased() == "preamble" }

  private func qualified(_ heading: String, _ draft: ClauseDraft, isSubheading: Bool) -> String {
    guard let parent = draft.parent else { return heading }
    // What heads the whole text tells nothing apart.
    if case .heading(let level) = drafts[parent].label, level <= 1 { return heading }
    if drafts[parent].isNumber { return "\(citations[parent]) \(heading)" }
    return isSubheading || repeatedHeadings.contains(heading) ? "\(citations[parent]): \(heading)" : heading
  }
}
