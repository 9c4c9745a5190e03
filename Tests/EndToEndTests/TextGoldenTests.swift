import TestSupport
import Testing

/// Holds what the program reads in the licences of `Texts` to the files in `Golden/texts`; `make golden` rewrites
/// them.
@Suite struct TextGoldenTests {
  private static let texts = "\(Repository.root)/Tests/EndToEndTests/Texts"
  private static let old = "acme-model-license-1.0.txt"
  private static let new = "acme-model-license-1.1.md"

  /// Names of the expected outputs, with the commands that print them.
  static let commands = [
    ("texts/1.0/parse.txt", ["parse", old]), ("texts/1.0/parse.json", ["parse", old, "--format", "json"]),
    ("texts/1.1/parse.txt", ["parse", new]), ("texts/1.1/parse.json", ["parse", new, "--format", "json"]),
    ("texts/1.0-to-1.1/diff.txt", ["diff", old, new]),
    ("texts/1.0-to-1.1/diff.json", ["diff", old, new, "--format", "json"]),
    ("texts/1.0-to-1.1/diff.md", ["diff", old, new, "--format", "markdown"]),
  ]

  @Test(arguments: commands)
  func `a text is read as it always was`(golden: String, arguments: [String]) throws {
    let run = try ProgramRun(
      ProgramRun.built("pedigree"), arguments, in: Self.texts, environment: ["NO_COLOR": "1"])
    #expect(run.errors == "")
    #expect(run.code == 0)
    if let mismatch = try GoldenFile("\(Pedigree.goldens)/\(golden)").mismatch(with: run.output) {
      Issue.record("\(golden): \(mismatch)")
    }
    #expect(!run.output.contains(Repository.root), "an absolute path")
  }
}
