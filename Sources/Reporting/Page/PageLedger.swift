import Compliance
import Diagnostics
import Obligations

/// The ledger on the page: source by source, every finding with its clause, its proof and how to settle it.
struct PageLedger {
  private let report: Report
  private let extent: ReportExtent
  private let paths: PagePaths
  private let lineage: PageLineage
  private let prefix: String

  init(_ report: Report, _ extent: ReportExtent, _ paths: PagePaths, _ lineage: PageLineage, prefix: String) {
    self.report = report
    self.extent = extent
    self.paths = paths
    self.lineage = lineage
    self.prefix = prefix
  }

  /// Where a source's part is found.
  static func anchor(of source: String) -> String { "source-\(SHA256(source).description.prefix(12))" }

  /// Where a finding is found: at its number in the report.
  static func anchor(of index: Int) -> String { "finding-\(index + 1)" }

  var section: HTML {
    let shown = Array(report.findings.enumerated()).filter { extent.includes($0.element) }
    let groups = shown.grouped { $0.element.source }
    return HTML(
      "section", [("class", "ledger"), ("aria-labelledby", "\(prefix)ledger-title")],
      [HTML("h2", [("id", "\(prefix)ledger-title")], "Ledger"), filters(shown.map(\.element))]
        + groups.map { source($0) })
  }

  // MARK: Filters

  /// Only a script can filter, so it shows them.
  private func filters(_ findings: [Finding]) -> HTML {
    let states = PageState.allCases.compactMap { state -> HTML? in
      let count = findings.count { PageState($0) == state }
      guard count > 0 else { return nil }
      return HTML(
        "label", [],
        [
          HTML(void: "input", [("type", "checkbox"), ("name", "state"), ("value", state.rawValue), ("checked", "")]),
          HTML(" \(state.word) (\(count))"),
        ])
    }
    return HTML(
      "form", [("class", "filters"), ("hidden", ""), ("role", "search")],
      [
        HTML(
          "label", [("class", "find")],
          [
            HTML("span", [], "Search the ledger "),
            HTML(void: "input", [("type", "search"), ("name", "words"), ("autocomplete", "off")]),
          ]),
        HTML("fieldset", [], [HTML("legend", [], "Show")] + states),
        HTML("p", [("class", "shown"), ("aria-live", "polite")], []),
      ])
  }

  // MARK: Findings

  private func source(_ group: [(offset: Int, element: Finding)]) -> HTML {
    let source = group[0].element.source
    let licenses = group.map(\.element.license).filter { !$0.isEmpty }.unique()
    let anchor = "\(prefix)\(Self.anchor(of: source))"
    return HTML(
      "section", [("class", "source"), ("id", anchor), ("aria-labelledby", "\(anchor)-title")],
      [
        HTML("h3", [("id", "\(anchor)-title")], HTML(source.isEmpty ? "The release" : source)),
        HTML(
          "p", [("class", "under")],
          licenses.isEmpty ? "No licence speaks here." : HTML(inline: terms(licenses))),
      ] + group.map { finding($0.element, number: $0.offset) })
  }

  /// `under llama-3.1 and …`, each with a link to its text.
  private func terms(_ licenses: [String]) -> [HTML] {
    [HTML("under ")]
      + licenses.enumerated().flatMap { index, id -> [HTML] in
        let address = report.library.license(id)?.source.flatMap { $0.hasPrefix("https://") ? $0 : nil }
        let name = address.map { HTML("a", [("href", $0), ("rel", "noreferrer")], HTML(id)) } ?? HTML(id)
        return index == 0 ? [name] : [HTML(", "), name]
      }
  }

  private func finding(_ finding: Finding, number: Int) -> HTML {
    let state = PageState(finding)
    let anchor = "\(prefix)\(Self.anchor(of: number))"
    let clause = finding.clause.isEmpty ? "" : ", clause \(finding.clause)"
    let severity = finding.isOpen ? " · \(finding.severity.rawValue)" : ""
    let asks = finding.modality == .none ? finding.summary : "\(finding.modality.rawValue): \(finding.summary)"
    return HTML(
      "article", [("class", "finding \(state.rawValue)"), ("id", anchor), ("data-state", state.rawValue)],
      [
        HTML(
          "header", [],
          [
            HTML("p", [("class", "state")], HTML("\(state.word)\(severity)")),
            HTML("h4", [], [HTML("code", [], HTML(finding.id)), HTML(clause)]),
          ]),
        HTML(
          "div", [],
          [
            finding.isOpen ? HTML("p", [("class", "message")], .message(finding.message)) : nil,
            HTML("p", [("class", "asks")], .message(asks)), proof(of: finding), remedy(for: finding),
            path(of: finding),
          ].compactMap { $0 }),
      ])
  }

  private func proof(of finding: Finding) -> HTML? {
    guard !finding.evidence.isEmpty || finding.location != nil else { return nil }
    let place = finding.location.map { HTML("li", [], [HTML("look at "), Self.place($0)]) }
    let reasons = finding.evidence.map { evidence in
      HTML(
        "li", [],
        [HTML.message(evidence.says)] + (evidence.location.map { [HTML(" "), Self.place($0)] } ?? []))
    }
    return Self.part("Proof", HTML("ul", [], (finding.isOpen ? [place].compactMap { $0 } : []) + reasons))
  }

  private func remedy(for finding: Finding) -> HTML? {
    guard finding.isOpen else { return nil }
    let questions = finding.missing.unique()
    if questions.isEmpty { return finding.help.map { Self.part("How to settle it", HTML("p", [], .message($0))) } }
    let list = questions.map { question in
      HTML(
        "li", [], [.message(question.text), HTML(question.text.hasSuffix("?") ? " " : ": "), .message(question.answer)])
    }
    return Self.part("How to settle it", HTML("ul", [], list))
  }

  private func path(of finding: Finding) -> HTML? {
    guard let index = paths.index(of: finding) else { return nil }
    return Self.part(
      "Path",
      HTML(
        "p", [],
        [
          HTML("\(PathText.line(finding.path)) "),
          HTML(
            "a", [("href", "#\(lineage.anchor(ofPath: index))"), ("class", "mark")], "mark it in the drawing"),
        ]))
  }

  private static func part(_ title: String, _ content: HTML) -> HTML {
    HTML("div", [("class", "part")], [HTML("h5", [], HTML(title)), content])
  }

  static func place(_ location: SourceLocation) -> HTML {
    if let page = PlaceText.named(location) { return HTML("span", [("class", "place")], HTML(page)) }
    return HTML("code", [("class", "place")], HTML(PlaceText.full(location)))
  }
}

/// What is said of a finding in a word: of what is open, who can settle it.
enum PageState: String, CaseIterable {
  case broken, yours, conduct, others, waiting, known, waived, satisfied
  case notTriggered = "not-triggered"

  init(_ finding: Finding) {
    switch finding.status {
    case .satisfied: self = .satisfied
    case .notTriggered: self = .notTriggered
    case .waived: self = .waived
    case .violated, .undetermined:
      switch finding.concern {
      case .broken: self = .broken
      case .yours: self = .yours
      case .conduct: self = .conduct
      case .waiting: self = .waiting
      case .known: self = .known
      case .others, nil: self = .others
      }
    }
  }

  var word: String {
    switch self {
    case .broken: "Broken"
    case .yours: "You can settle it"
    case .conduct: "To be attested"
    case .others: "For others to settle"
    case .waiting: "Waiting for another answer"
    case .known: "Known from the baseline"
    case .waived: "Waived"
    case .satisfied: "Met"
    case .notTriggered: "Does not apply"
    }
  }
}
