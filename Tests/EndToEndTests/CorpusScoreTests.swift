import TestSupport
import Testing

/// Holds what `parse` reads in real texts to what careful readers found in them.
@Suite(.enabled(if: Corpus.isPresent, "the corpus of licence texts is not here; PEDIGREE_CORPUS names it"))
struct CorpusScoreTests {
  @Test func `most of what careful readers found is read, and little else`() throws {
    let gold = Repository.files(below: Corpus.obligations, suffix: ".json").map { "\(Corpus.obligations)/\($0)" }
    let arguments = [
      "--pedigree", ProgramRun.built("pedigree"), "--texts", Corpus.licenses, "--at-least", "0.88",
    ]
    let run = try ProgramRun(Corpus.scorer, arguments + gold, in: Repository.root)
    print(run.output)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
  }
}
