import Compliance
import Diagnostics
import FoundationEssentials
import Provenance

/// The reports of a run as one page of HTML that needs nothing beside itself: for whoever signs, on a screen or on paper.
///
/// It opens and loads nothing: its policy allows only the style and the script that it brings, by their digests.
struct AuditPage {
  private let extent: ReportExtent

  init(_ extent: ReportExtent) {
    self.extent = extent
  }

  func render(_ run: CheckRun) -> String {
    let releases = run.projects.enumerated().map { index, project in
      ReleasePage(project, extent, prefix: run.isSingle ? "" : "r\(index + 1)-")
    }
    let style = PageStyle.source(paths: releases.map(\.markedPaths))
    let script = PageScript.source
    let title = run.isSingle ? (releases.first?.title ?? "") : run.summary
    let body: [HTML] =
      [HTML("a", [("class", "skip"), ("href", "#main")], "Skip to the report")]
      + [HTML("main", [("id", "main")], (run.isSingle ? [] : [overview(run, releases)]) + releases.map(\.article))]
    return HTML.document(
      title: "Licence audit: \(title)", style: style, script: script, body: body)
  }

  /// What a run of several came to.
  private func overview(_ run: CheckRun, _ releases: [ReleasePage]) -> HTML {
    let list = releases.map { page in
      HTML("li", [], [HTML("a", [("href", "#\(page.anchor)")], HTML(page.title)), HTML(": \(page.verdict)")])
    }
    let unreadable = run.unreadable.map { HTML("li", [], [HTML("code", [], HTML($0)), HTML(" could not be read")]) }
    return HTML(
      "header", [("class", "overview")], [HTML("h1", [], HTML(run.summary)), HTML("ul", [], list + unreadable)])
  }
}

extension HTML {
  /// A document of this program's own style and script.
  fileprivate static func document(title: String, style: OwnSource, script: OwnSource, body: [HTML]) -> String {
    let policy =
      "default-src 'none'; style-src \(style.digest); script-src \(script.digest); base-uri 'none'; form-action 'none'"
    let head = HTML(
      "head", [],
      [
        HTML(void: "meta", [("charset", "utf-8")]),
        HTML(void: "meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)]),
        HTML(void: "meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
        HTML(void: "meta", [("name", "color-scheme"), ("content", "light dark")]),
        HTML(void: "meta", [("name", "generator"), ("content", "\(Tool.name) \(Tool.version)")]),
        HTML("title", [], HTML(title)), HTML(own: "style", style),
      ])
    let page = HTML("html", [("lang", "en")], [head, HTML("body", [], [HTML(body), HTML(own: "script", script)])])
    return "<!DOCTYPE html>\n\(page.markup)\n"
  }
}

/// A style or script of this program's own: nothing but its source and numbers gets into it.
struct OwnSource {
  private(set) var text: String

  init(_ source: StaticString) { text = "\(source)" }

  /// Adds a line for each of some numbers, which stand in it for `%`.
  mutating func add(_ line: StaticString, for numbers: some Sequence<String>) {
    for number in numbers { text += "\(line)".replacing("%", with: number) + "\n" }
  }

  /// How a policy names it.
  var digest: String { "'sha256-\(Data(SHA256(text).bytes).base64EncodedString())'" }
}

/// A release's part of the page.
struct ReleasePage {
  private let project: CheckRun.Project
  private let extent: ReportExtent
  private let prefix: String
  private let paths: PagePaths

  init(_ project: CheckRun.Project, _ extent: ReportExtent, prefix: String) {
    self.project = project
    self.extent = extent
    self.prefix = prefix
    self.paths = PagePaths(project.report.findings.filter(extent.includes))
  }

  private var report: Report { project.report }
  private var verdictText: VerdictText { VerdictText(style: TextStyle(coloured: false), gate: project.gate) }

  var title: String { report.release.isEmpty ? "a release without a name" : report.release }
  var verdict: String { "\(verdictText.word(report)). \(verdictText.counts(report))" }
  var anchor: String { "\(prefix)release" }
  /// The part of the page and the number of its paths.
  var markedPaths: (prefix: String, count: Int) { (prefix, paths.all.count) }

  var article: HTML {
    let lineage = PageLineage(report, paths, prefix: prefix)
    return HTML(
      "div", [("class", "release-part"), ("id", anchor)],
      [
        head, first, lineage.section, PageLedger(report, extent, paths, lineage, prefix: prefix).section, messages,
        inputs, signOff,
      ].compactMap { $0 })
  }

  // MARK: Head

  private var head: HTML {
    let word = verdictText.word(report)
    let state =
      switch project.verdict {
      case .fail: "bad"
      case .pass: "good"
      case .incomplete, .nothingChecked: "open"
      }
    let facts: [(String, String?)] = [
      ("Checked on", report.today?.description), ("Made by", report.licensee),
      ("Fails on", project.gate.failsOn.map { "\($0.rawValue)\($0 == .error ? "" : " or worse")" } ?? "nothing"),
      ("Checked by", "\(Tool.name) \(Tool.version)"),
      (
        "Knowledge",
        (report.library.knowledge.date.map { "compared with its sources on \($0), " } ?? "")
          + "sha256 \(report.library.knowledge.digest)"
      ), ("Questions of law", report.stance.map { "answered by the stance \($0.rawValue)" }),
      ("Assumed", report.assumptions.isEmpty ? nil : report.assumptions.joined(separator: "; ")),
    ]
    let list = facts.compactMap { name, value in
      value.map { value in
        HTML(
          "div", [("class", value.utf8.count > Self.shortFact ? "wide" : nil)],
          [HTML("dt", [], HTML(name)), HTML("dd", [], .message(value))])
      }
    }
    return HTML(
      "header", [("class", "head")],
      [
        HTML("p", [("class", "over")], "Licence audit"), HTML("h1", [], HTML(title)),
        HTML(
          "p", [("class", "verdict \(state)")],
          [HTML("strong", [], HTML(word)), HTML(" \(verdictText.counts(report))")]),
        HTML("dl", [("class", "facts")], list),
      ])
  }

  /// Bytes of a fact that shares its row with others.
  private static let shortFact = 40

  // MARK: What to do first

  private static let mostQuestions = 6

  private var first: HTML? {
    let broken = report.findings.enumerated().filter { $0.element.concern == .broken }.map { index, finding in
      HTML(
        "li", [],
        [
          HTML("a", [("href", "#\(prefix)\(PageLedger.anchor(of: index))")], .message(finding.message)),
          HTML(" ("), HTML("code", [], HTML(finding.id)), HTML(")"),
        ] + (finding.help.map { [HTML("p", [("class", "fix")], [HTML("Fix: "), .message($0)])] } ?? []))
    }
    let (yours, others) = (
      report.questions.filter { $0.settler == .you }, report.questions.filter { $0.settler != .you }
    )
    guard !broken.isEmpty || !report.questions.isEmpty else { return nil }
    var parts: [HTML] = []
    if !broken.isEmpty { parts += [HTML("h3", [], "Mend what is broken"), HTML("ol", [], broken)] }
    if !yours.isEmpty {
      parts += [HTML("h3", [], "Answer"), HTML("ol", [], yours.prefix(Self.mostQuestions).map(question))]
    }
    let rest = yours.dropFirst(Self.mostQuestions) + others
    if !rest.isEmpty {
      parts.append(
        HTML(
          "details", [],
          [
            HTML("summary", [], HTML("\(rest.count) more \(rest.count == 1 ? "question" : "questions")")),
            HTML("ul", [], rest.map(question)),
          ]))
    }
    return HTML(
      "section", [("class", "first"), ("aria-labelledby", "\(prefix)first-title")],
      [HTML("h2", [("id", "\(prefix)first-title")], "What to do first")] + parts)
  }

  private func question(_ ranked: Report.RankedQuestion) -> HTML {
    let who =
      switch ranked.settler {
      case .you: ""
      case .conduct: ", to be attested"
      case .law: ", a question of law"
      case .upstream: ", for the source's makers to settle"
      }
    return HTML(
      "li", [],
      [
        .message(ranked.question.text),
        HTML("span", [("class", "weight")], HTML(" settles \(ranked.findings)\(who)")),
        HTML("p", [("class", "fix")], .message(ranked.question.answer)),
      ])
  }

  // MARK: Files

  private var messages: HTML? {
    guard !report.diagnostics.isEmpty else { return nil }
    let list = report.diagnostics.map { diagnostic in
      HTML(
        "li", [("class", "note-line")],
        [
          HTML("strong", [], HTML(diagnostic.severity.rawValue)), HTML(": "), .message(diagnostic.summary),
          HTML(" "), HTML("code", [], HTML(diagnostic.id)), HTML(" "),
        ] + (diagnostic.location.map { [PageLedger.place($0)] } ?? [])
          + (diagnostic.help.map { [HTML("p", [("class", "fix")], .message($0))] } ?? []))
    }
    return HTML(
      "section", [("class", "messages"), ("aria-labelledby", "\(prefix)messages-title")],
      [HTML("h2", [("id", "\(prefix)messages-title")], "Messages about the files"), HTML("ul", [], list)])
  }

  private var inputs: HTML {
    let rows = report.inputs.read.map { input in
      HTML(
        "tr", [],
        [
          HTML("th", [("scope", "row")], HTML("code", [], HTML(input.path))), HTML("td", [], HTML(input.type.name)),
          HTML("td", [("class", "number")], HTML("\(input.size)")),
          HTML("td", [], HTML("code", [], HTML(input.digest?.description ?? "header only"))),
        ])
    }
    let heads = ["File", "Read as", "Bytes", "SHA-256"].map { HTML("th", [("scope", "col")], HTML($0)) }
    let omissions = report.inputs.omissions.map { omission in
      let names = omission.first.joined(separator: ", ")
      let rest = omission.count > omission.first.count ? ", …" : ""
      return HTML("li", [], HTML("\(omission.count) \(omission.reason.title): \(names)\(rest)"))
    }
    let table = HTML(
      "div", [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Files that were read")],
      HTML("table", [], [HTML("thead", [], HTML("tr", [], heads)), HTML("tbody", [], rows)]))
    return HTML(
      "section", [("class", "inputs"), ("aria-labelledby", "\(prefix)inputs-title")],
      [HTML("h2", [("id", "\(prefix)inputs-title")], "What was read"), table]
        + (omissions.isEmpty ? [] : [HTML("h3", [], "Left out"), HTML("ul", [], omissions)]))
  }

  private var signOff: HTML {
    let lines = ["Name", "Role", "Date", "Signature"].map { name in
      HTML("div", [], [HTML("dt", [], HTML(name)), HTML("dd", [], [])])
    }
    return HTML(
      "section", [("class", "sign-off"), ("aria-labelledby", "\(prefix)sign-off-title")],
      [
        HTML("h2", [("id", "\(prefix)sign-off-title")], "Sign-off"),
        HTML(
          "p", [],
          HTML(
            "I have read this report on \(title): \(verdict) The files that it is about are listed above, by their digests."
          )),
        HTML("dl", [("class", "lines")], lines),
        HTML(
          "p", [("class", "legend")],
          [
            HTML("A statement that programs can verify: "),
            HTML("code", [], "pedigree signoff report.json --by NAME --role ROLE"),
            HTML(". This page is not legal advice."),
          ]),
      ])
  }
}
