import Compliance
import Diagnostics

/// The reports of a run as a comment on a pull request: the verdict and what is broken first, all else folded.
///
/// A comment on GitHub has at most 65,536 characters. What does not fit is counted at the end, so that nothing is dropped
/// in silence.
struct MarkdownReport {
  private let extent: ReportExtent
  /// Most bytes, of which no character has less than one.
  static let most = 65_536
  /// Bytes kept for what is said of the rest.
  private static let reserve = 1_000
  private static let mostQuestions = 3

  init(_ extent: ReportExtent) {
    self.extent = extent
  }

  /// The comment; a program that renews it finds it by its first line.
  func render(_ run: CheckRun) -> String {
    var page = Comment(room: Self.most - Self.reserve)
    page.add("<!-- pedigree -->\n")
    if !run.isSingle {
      page.add("## pedigree: \(run.summary)\n\n")
      for path in run.unreadable { page.add("- \(MarkdownText.code(path)) could not be read\n", counts: "projects") }
    }
    for (index, project) in run.projects.enumerated() {
      page.share(among: run.projects.count - index)
      write(project, level: run.isSingle ? "##" : "###", to: &page)
    }
    page.share(among: 1)
    return page.text + page.rest
  }

  private func write(_ project: CheckRun.Project, level: String, to page: inout Comment) {
    let report = project.report
    let verdict = VerdictText(style: TextStyle(coloured: false), gate: project.gate)
    let title = report.release.isEmpty ? "a release without a name" : report.release
    let head = "\(level) \(verdict.word(report)): \(MarkdownText.code(title))\n\n\(verdict.counts(report))\n"
    guard page.add(head, counts: "releases") else { return }
    for section in sections(of: report) { page.add(section) }
    let questions = report.questions.filter { $0.settler == .you }.prefix(Self.mostQuestions)
    if !questions.isEmpty {
      let lines = questions.map { ranked in
        "1. \(MarkdownText.message(ranked.question.text)) (\(ranked.findings) open)<br>"
          + "\(MarkdownText.message(ranked.question.answer))\n"
      }
      page.add("\n**Answer first**\n\n\(lines.joined())", counts: "questions")
    }
  }

  // MARK: Sections

  struct Section {
    let title: String
    let isFolded: Bool
    let entries: [String]
  }

  private func sections(of report: Report) -> [Section] {
    func findings(_ concern: Concern) -> [String] {
      report.findings.filter { $0.concern == concern }.map { entry(OpenEntry($0)) }
    }
    func settled(_ status: Status) -> [String] {
      extent.isLedger ? report.findings.filter { $0.status == status }.map { entry(OpenEntry($0)) } : []
    }
    func messages(_ isError: Bool) -> [String] {
      report.diagnostics.filter { ($0.severity == .error) == isError }.map { entry(OpenEntry($0)) }
    }
    let sections = [
      Section(title: "broken", isFolded: false, entries: findings(.broken)),
      Section(title: "errors in the files", isFolded: false, entries: messages(true)),
      Section(title: "you can settle", isFolded: true, entries: findings(.yours)),
      Section(title: "messages about the files", isFolded: true, entries: messages(false)),
      Section(title: "to be attested", isFolded: true, entries: findings(.conduct)),
      Section(title: "for others to settle", isFolded: true, entries: findings(.others)),
      Section(title: "waiting for another answer", isFolded: true, entries: findings(.waiting)),
      Section(title: "known from the baseline", isFolded: true, entries: extent.isLedger ? findings(.known) : []),
      Section(title: "waived", isFolded: true, entries: settled(.waived)),
      Section(title: "met", isFolded: true, entries: settled(.satisfied)),
      Section(title: "do not apply", isFolded: true, entries: settled(.notTriggered)),
    ]
    return sections.filter { !$0.entries.isEmpty }
  }

  /// An entry in one line.
  private func entry(_ entry: OpenEntry) -> String {
    let place = entry.location.map { "\(MarkdownText.code(PlaceText.short($0))) · " } ?? ""
    let more = [entry.demand, entry.fix.map { "fix: \($0)" }].compactMap { $0 }.map(MarkdownText.message)
    let parts =
      ["\(entry.severity.rawValue): **\(MarkdownText.message(entry.message))**", place + MarkdownText.code(entry.id)]
      + more
    return "- \(parts.joined(separator: "<br>"))\n"
  }

  // MARK: Room

  /// A text that takes what there is room for, and counts what there isn't.
  private struct Comment {
    private(set) var text = ""
    private let room: Int
    /// How much may be filled for now.
    private var end: Int
    private var leftOut: [(what: String, count: Int)] = []

    init(room: Int) {
      self.room = room
      self.end = room
    }

    /// Leaves as much to each of some parts that come.
    mutating func share(among parts: Int) { end = text.utf8.count + (room - text.utf8.count) / parts }

    /// Adds a part as a whole, or counts it.
    @discardableResult
    mutating func add(_ part: String, counts what: String = "parts") -> Bool {
      guard text.utf8.count + part.utf8.count <= end else {
        leave(1, what)
        return false
      }
      text += part
      return true
    }

    /// Adds as many entries as there is room for.
    mutating func add(_ section: Section) {
      let title = "\(section.entries.count) \(section.title)"
      let (start, close) =
        section.isFolded
        ? ("\n<details><summary>\(title)</summary>\n\n", "\n</details>\n") : ("\n**\(title)**\n\n", "")
      var size = text.utf8.count + start.utf8.count + close.utf8.count
      let shown = section.entries.prefix { entry in
        size += entry.utf8.count
        return size <= end
      }
      if !shown.isEmpty { text += start + shown.joined() + close }
      leave(section.entries.count - shown.count, section.title)
    }

    private mutating func leave(_ count: Int, _ what: String) {
      guard count > 0 else { return }
      if let index = leftOut.firstIndex(where: { $0.what == what }) {
        leftOut[index].count += count
      } else {
        leftOut.append((what, count))
      }
    }

    /// What is said of what there was no room for.
    var rest: String {
      guard !leftOut.isEmpty else { return "" }
      let list = leftOut.map { "\($0.count) × \($0.what)" }.joined(separator: ", ")
      return "\nLeft out, since a comment has at most \(MarkdownReport.most) characters: \(list). "
        + "`pedigree audit` shows everything.\n"
    }
  }
}
