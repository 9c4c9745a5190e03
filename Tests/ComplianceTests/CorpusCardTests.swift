import Compliance
import LicenseKnowledge
import Provenance
import TestSupport
import Testing

/// Cards as people wrote them, through reader and checker.
@Suite(.enabled(if: Corpus.isPresent, "the corpus of model cards is not here; PEDIGREE_CORPUS names it"))
struct CorpusCardTests {
  @Test(arguments: Repository.entries(of: Corpus.cards)) func `any card gives a report`(card: String) throws {
    let library = Scenario.embedded
    let folder = try TemporaryFolder()
    try folder.write(try #require(Repository.bytes(of: "\(Corpus.cards)/\(card)")), to: "README.md")
    let reader = ProjectReader(
      names: library.catalog.knownNames, words: ClosedWords(library.names), wordings: try library.cardWordings()
    ) { _ in .model }
    let result = Result { try reader.read(folder.path, name: "acme/release") }
    guard case .success(let project) = result else {
      guard case .failure(ProjectError.unreadable(let diagnostics)) = result else {
        Issue.record("refused as if there were no card")
        return
      }
      #expect(diagnostics.contains { $0.severity == .error && $0.location != nil }, "refused without a reason")
      return
    }
    let report = Checker(library: library, today: nil).check(project)
    for finding in report.findings {
      #expect(!finding.message.utf8.contains(UInt8(ascii: "\n")), "\(finding.id)")
      #expect((finding.status == .undetermined) || finding.missing.isEmpty)
      for location in [finding.location] + finding.evidence.map(\.location) {
        guard let location else { continue }
        #expect(location.range.upperBound <= location.file.bytes.count, "\(finding.id) points behind the file's end")
      }
    }
  }
}
