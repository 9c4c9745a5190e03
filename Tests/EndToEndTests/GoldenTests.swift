import TestSupport
import Testing

/// Holds what the program prints for every sample to the files in `Golden`; `make golden` rewrites them.
@Suite struct GoldenTests {
  /// Names of the expected outputs, with the commands that print them.
  static let commands = [
    ("check.txt", ["check"]), ("check.json", ["check", "--format", "json"]),
    ("audit.txt", ["audit"]), ("audit.json", ["audit", "--format", "json"]),
    ("graph.mmd", ["graph", "--format", "mermaid"]), ("graph.dot", ["graph", "--format", "dot"]),
  ]

  @Test(arguments: Repository.sampleNames, commands)
  func `a sample prints what it always printed`(sample: String, command: (name: String, arguments: [String])) throws {
    let run = try ProgramRun(
      ProgramRun.built("pedigree"), command.arguments, in: "\(Repository.samples)/\(sample)",
      environment: ["NO_COLOR": "1"])
    #expect(run.errors == "")
    #expect(run.code == 0 || run.code == 1)
    let golden = GoldenFile("\(Pedigree.goldens)/\(sample)/\(command.name)")
    if let mismatch = try golden.mismatch(with: run.output) { Issue.record("\(sample), \(command.name): \(mismatch)") }
    #expect(!run.output.contains(Repository.root), "an absolute path")
  }

  @Test func `every golden belongs to a command, and to a sample or a text`() {
    let samples = Repository.sampleNames.flatMap { sample in Self.commands.map { "\(sample)/\($0.0)" } }
    let expected = samples + TextGoldenTests.commands.map(\.0)
    let found = Repository.files(below: Pedigree.goldens, suffix: "").filter {
      $0.split(separator: "/").last?.contains(".") == true
    }
    #expect(Set(found).subtracting(expected).sorted() == [])
  }
}
