import Compliance
import Diagnostics
import Provenance
import TestSupport
import Testing

@testable import Reporting

/// One number for one fact: whatever writes a report counts the same things.
@Suite struct CountTests {
  @Test(arguments: Repository.sampleNames) func `a sample's report counts every finding once`(sample: String) throws {
    try hold(ProjectReader(library: Scenario.embedded).read("\(Repository.samples)/\(sample)", name: nil))
  }

  @Test(.enabled(if: Corpus.isPresent, "the corpus of model cards is not here; PEDIGREE_CORPUS names it"))
  func `a card's report counts every finding once`() throws {
    for (number, card) in Repository.entries(of: Corpus.cards).prefix(300).enumerated() {
      let folder = try TemporaryFolder()
      try folder.write(try #require(Repository.bytes(of: "\(Corpus.cards)/\(card)")), to: "README.md")
      let reader = try ProjectReader(library: Scenario.embedded)
      guard let project = try? reader.read(folder.path, name: "acme/release") else { continue }
      // Writing all formats takes longer than checking.
      try hold(project, formats: number.isMultiple(of: 20))
    }
  }

  private func hold(_ project: Project, formats: Bool = true) throws {
    let report = Checker(library: Scenario.embedded, today: nil).check(project)
    let tally = report.tally
    #expect(tally[.broken] == report.count(.violated))
    #expect(tally[.yours] + tally[.conduct] + tally[.others] + tally[.waiting] == report.count(.undetermined))
    #expect(tally[.yours] == report.findings.count { $0.status == .undetermined && $0.severity == .warning })

    let rows = OpenSources(report, most: 6).rows
    #expect(rows.reduce(0) { $0 + $1.yours } == tally[.yours])
    #expect(rows.reduce(0) { $0 + $1.others } == tally[.others])

    let concise = ConciseText().render(report)
    #expect(concise.utf8.count { $0 == UInt8(ascii: "\n") } == tally.total + report.diagnostics.count)

    if formats { try holdFormats(report) }

    for level in Severity.allCases {
      let fails = Gate(failsOn: level).verdict(of: report) == .fail
      let weights = report.findings.filter { $0.concern != nil }.map(\.severity) + report.diagnostics.map(\.severity)
      #expect(fails == weights.contains { $0 >= level })
    }
    for ranked in report.questions {
      #expect(
        ranked.findings == report.findings.count { $0.status == .undetermined && $0.missing.contains(ranked.question) })
    }
  }

  /// Every format has every finding that the JSON has; those that show only what is open have all of that.
  private func holdFormats(_ report: Report) throws {
    let open = report.findings.count { $0.isOpen && !$0.isKnown } + report.diagnostics.count
    for extent in [ReportExtent.open, .ledger] {
      func count(_ mark: String, _ format: ReportFormat) throws -> Int {
        let text = try format.render(report, extent, style: TextStyle(coloured: false))
        return text.split(separator: mark, omittingEmptySubsequences: false).count - 1
      }
      let all = try count("\"fingerprint\" : \"", .json) + report.diagnostics.count
      #expect(try count("\n", .concise) == open)
      #expect(try count("\n", .github) == open)
      #expect(try count("\"check_name\":", .gitlab) == open)
      #expect(try count("\"ruleIndex\":", .sarif) == (extent.isLedger ? all : open))
      #expect(try count("<testcase ", .junit) == all)
      #expect(try count("<article ", .html) + count("<li class=\"note-line\">", .html) == all)
      let comment = try ReportFormat.markdown.render(report, extent, style: TextStyle(coloured: false))
      #expect(Self.entries(in: comment) == (extent.isLedger ? all : open))
    }
  }

  /// How many entries a comment shows, and says that it leaves out.
  private static func entries(in comment: String) -> Int {
    let shown = comment.split(separator: "\n").count { $0.hasPrefix("- ") }
    guard let rest = comment.split(separator: " characters: ").dropFirst().first else { return shown }
    let counts = rest.split(separator: ". `")[0].split(separator: ", ").filter { !$0.hasSuffix("questions") }
    return shown + counts.compactMap { Int($0.prefix { $0.isNumber }) }.reduce(0, +)
  }
}
