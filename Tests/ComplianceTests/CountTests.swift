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
    for card in Repository.entries(of: Corpus.cards).prefix(300) {
      let folder = try TemporaryFolder()
      try folder.write(try #require(Repository.bytes(of: "\(Corpus.cards)/\(card)")), to: "README.md")
      let reader = try ProjectReader(library: Scenario.embedded)
      guard let project = try? reader.read(folder.path, name: "acme/release") else { continue }
      try hold(project)
    }
  }

  private func hold(_ project: Project) throws {
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
}
