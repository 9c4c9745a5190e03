import TestSupport
import Testing

/// Holds what the program prints for every sample to the files in `Golden`; `make golden` rewrites them.
@Suite struct GoldenTests {
  /// Names of the expected outputs, with the commands that print them.
  static let commands = [
    ("check.txt", ["check"]), ("check-v.txt", ["check", "--verbose"]), ("check.json", ["check", "--format", "json"]),
    ("audit.txt", ["audit"]), ("audit.json", ["audit", "--format", "json"]),
    ("graph.mmd", ["graph", "--format", "mermaid"]), ("graph.dot", ["graph", "--format", "dot"]),
  ]

  /// Samples whose lineage is exported in all formats, and the commands for that.
  static let exported = ["alpaca-chain", "deepseek-r1-distill-llama-8b", "unread-source-license"]
  static let exports = [
    ("graph.json", ["graph", "--format", "json"]), ("graph.cdx.json", ["graph", "--format", "cyclonedx"]),
    ("graph.spdx.json", ["graph", "--format", "spdx"]),
  ]

  @Test(arguments: Repository.sampleNames, commands)
  func `a sample prints what it always printed`(sample: String, command: (name: String, arguments: [String])) throws {
    try Self.hold(sample, to: command)
  }

  @Test(arguments: exported, exports)
  func `a sample is exported as it always was`(sample: String, command: (name: String, arguments: [String])) throws {
    try Self.hold(sample, to: command)
  }

  private static func hold(_ sample: String, to command: (name: String, arguments: [String])) throws {
    let run = try ProgramRun(
      ProgramRun.built("pedigree"), command.arguments, in: "\(Repository.samples)/\(sample)",
      environment: ["NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1740787200"])
    #expect(run.errors == "")
    #expect(run.code == 0 || run.code == 1)
    let golden = GoldenFile("\(Pedigree.goldens)/\(sample)/\(command.name)")
    if let mismatch = try golden.mismatch(with: withoutKnowledge(run.output)) {
      Issue.record("\(sample), \(command.name): \(mismatch)")
    }
    #expect(!run.output.contains(Repository.root), "an absolute path")
  }

  /// The output without the digest of the knowledge, which every change of a licence file changes.
  private static func withoutKnowledge(_ output: String) -> String {
    let start = "    \"sha256\" : \""
    return output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(start) ? "\(start)…\"" : line
    }.joined(separator: "\n")
  }

  @Test func `every golden belongs to a command, and to a sample or a text`() {
    let samples = Repository.sampleNames.flatMap { sample in Self.commands.map { "\(sample)/\($0.0)" } }
    let exports = Self.exported.flatMap { sample in Self.exports.map { "\(sample)/\($0.0)" } }
    let expected = samples + exports + TextGoldenTests.commands.map(\.0)
    let found = Repository.files(below: Pedigree.goldens, suffix: "").filter {
      $0.split(separator: "/").last?.contains(".") == true
    }
    #expect(Set(found).subtracting(expected).sorted() == [])
  }
}
