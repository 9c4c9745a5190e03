import TestSupport
import Testing

/// The calls that are read without the parser of arguments say what the parser makes of them.
@Suite struct PlainCallTests {
  private static let sample = "\(Repository.root)/samples/alpaca-chain"

  /// An option that changes nothing leads through the parser.
  private static let detour = ["--color", "never"]

  @Test(arguments: [
    ["check", "."], ["check"], ["check", ".", "--format", "json"], ["check", "--format", "concise", "."],
    ["check", "README.md"], ["check", "nowhere"], ["check", "help"],
  ])
  func `a plain check is the check that the parser reads`(arguments: [String]) throws {
    let plain = try Self.run(arguments)
    let parsed = try Self.run(arguments + Self.detour)
    #expect(plain.code == parsed.code)
    #expect(plain.output == parsed.output)
    #expect(plain.errors == parsed.errors)
  }

  @Test(arguments: [
    ["check", "--format", "pdf"], ["check", ".", "--format"], ["check", ".", "."], ["check", "--nonsense"],
    ["check", "--format", "json", "--format"], ["chek"],
  ])
  func `what is wrong is told by the parser`(arguments: [String]) throws {
    let run = try Self.run(arguments)
    #expect(run.code == 2)
    #expect(run.errors.contains("Error: "))
    #expect(run.errors.contains("Usage: pedigree"))
  }

  @Test func `the version is the one that the parser knows`() throws {
    #expect(try Self.run(["--version"]).output == Self.run(["check", "--version"]).output)
  }

  private static func run(_ arguments: [String]) throws -> ProgramRun {
    try ProgramRun(ProgramRun.built("pedigree"), arguments, in: sample, environment: ["NO_COLOR": "1"])
  }
}
