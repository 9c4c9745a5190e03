import Compliance
import LicenseKnowledge
import Provenance
import TestSupport
import Testing

/// What the samples are there to show.
@Suite struct SampleTests {
  private static func check(_ sample: String) throws -> Report {
    let library = Scenario.embedded
    let reader = ProjectReader(
      names: library.catalog.knownNames, words: ClosedWords(library.names), wordings: try library.cardWordings()
    ) { id in
      library.catalog.dataset(id) != nil && library.catalog.model(id) == nil ? .dataset : .model
    }
    let project = try reader.read("\(Repository.samples)/\(sample)", name: nil)
    return Checker(library: library, today: nil).check(project)
  }

  @Test(arguments: [
    ("deepseek-r1-distill-llama-8b", "llama-3.1/name-prefix", Status.violated),
    ("deepseek-r1-distill-llama-8b", "llama-3.1/outbound-license", .violated),
    ("r1-distill-done-right", "llama-3.1/name-prefix", .satisfied),
    ("r1-distill-done-right", "llama-3.1/notice-file", .satisfied),
    ("r1-distill-done-right", "llama-3.1/display-branding", .satisfied),
    ("openai-competitor", "openai-business-terms-2023-11-14/compete", .violated),
    ("openai-competitor-few-samples", "openai-business-terms-2023-11-14/compete", .violated),
    ("openai-not-competing", "openai-business-terms-2023-11-14/compete", .notTriggered),
    ("llama-2-outputs", "llama-2/train-on-outputs", .violated),
    ("contradictory-card", "declaration-conflict", .violated),
    ("unknown-license", "unknown-license", .undetermined),
    ("unread-source-license", "LicenseRef-LICENSE-HARBOUR/name-prefix", .violated),
    ("unread-source-license", "LicenseRef-LICENSE-HARBOUR/include-license", .satisfied),
    ("unread-source-license", "LicenseRef-LICENSE-HARBOUR/commercial-use", .undetermined),
    ("own-license-text", "unknown-license", .undetermined),
    ("own-license-text", "CC-BY-NC-4.0/outbound-license", .undetermined),
  ])
  func `a sample shows what it is about`(sample: String, id: String, status: Status) throws {
    #expect(try Self.check(sample).findings(id).contains { $0.status == status })
  }

  @Test(arguments: Repository.sampleNames) func `messages are in the style of messages`(sample: String) throws {
    let report = try Self.check(sample)
    let titles = Set(report.findings.map(\.license) + ["NOTICE"] + report.outboundNames)
    let messages =
      report.findings.map(\.message) + report.findings.compactMap(\.help)
      + report.findings.flatMap(\.evidence).map(\.says)
      + report.questions.flatMap { [$0.question.text, $0.question.answer] }
      + report.diagnostics.map(\.summary) + report.diagnostics.compactMap(\.help)
    #expect(messages.compactMap { MessageStyle.complaint(about: $0, titles: Array(titles)) } == [])
  }

  @Test(arguments: Repository.sampleNames) func `every finding can be traced to a clause and a line`(sample: String)
    throws
  {
    let report = try Self.check(sample)
    for finding in report.findings where finding.status == .violated {
      #expect(finding.location != nil, "\(finding.id) of \(finding.source) has no place")
      #expect(!finding.evidence.isEmpty, "\(finding.id) of \(finding.source) has no proof")
      if !finding.license.isEmpty { #expect(finding.clause != "" && !finding.path.isEmpty) }
    }
  }
}

extension Report {
  /// The licences that the release declares, which may begin a message.
  fileprivate var outboundNames: [String] { lineage.nodes[0].licenses.map(\.name) }
}
