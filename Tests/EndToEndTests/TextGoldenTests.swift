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
    ("texts/acme-old/parse.txt", ["parse", old]), ("texts/acme-old/parse.json", ["parse", old, "--format", "json"]),
    ("texts/acme-new/parse.txt", ["parse", new]), ("texts/acme-new/parse.json", ["parse", new, "--format", "json"]),
    ("texts/acme-old-to-new/diff.txt", ["diff", old, new]),
    ("texts/acme-old-to-new/diff.json", ["diff", old, new, "--format", "json"]),
    ("texts/acme-old-to-new/diff.md", ["diff", old, new, "--format", "markdown"]),
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
