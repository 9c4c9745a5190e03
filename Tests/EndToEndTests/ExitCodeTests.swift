import TestSupport
import Testing

/// 0 is clean, 1 is findings, 2 could not run.
@Suite struct ExitCodeTests {
  /// Nothing is violated, and something is undetermined with a warning.
  private static let warned = ["README.md": "---\nlicense: openrail\n---\n# Thing\n"]
  /// Nothing is open at all.
  private static let clean = [
    "pedigree.yaml": "pedigree: 1\nmodel: { name: acme/thing, license: mit }\ncomplete: yes\n"
  ]

  @Test(arguments: [("error", Int32(0)), ("warning", 1), ("note", 1), ("never", 0)])
  func `a warning fails where warnings are to fail`(threshold: String, code: Int32) throws {
    #expect(try Pedigree.run("check", "--fail-on", threshold, files: Self.warned).code == code)
    #expect(try Pedigree.run("audit", "--fail-on", threshold, files: Self.warned).code == code)
  }

  @Test(arguments: [("error", Int32(1)), ("warning", 1), ("note", 1), ("never", 0)])
  func `an error fails unless nothing is to fail`(threshold: String, code: Int32) throws {
    let run = try Pedigree.run(
      "check", "--fail-on", threshold, in: "\(Repository.samples)/deepseek-r1-distill-llama-8b")
    #expect(run.code == code)
  }

  @Test(arguments: ["error", "warning", "note", "never"]) func `nothing fails where nothing is open`(threshold: String)
    throws
  {
    let run = try Pedigree.run("check", "--fail-on", threshold, files: Self.clean)
    #expect(run.code == 0)
    #expect(run.errors == "")
  }

  @Test func `errors fail unless told otherwise, warnings do not`() throws {
    #expect(try Pedigree.run("check", files: Self.warned).code == 0)
    #expect(try Pedigree.run("check", in: "\(Repository.samples)/openai-competitor").code == 1)
  }

  @Test(arguments: [
    ["check", "--fail-on", "everything"], ["check", "--no-such-option"], ["no-such-command"],
    ["check", "a", "b", "--name", "a/b"],
    ["explain"], ["explain", "llama-3.1/stale-waiver"], ["check", "--name", "no id at all"],
    ["check", "--licenses", "no-such-folder"],
  ])
  func `a command line that makes no sense could not run`(arguments: [String]) throws {
    let folder = try TemporaryFolder(Self.clean)
    let run = try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors != "")
  }

  @Test(arguments: [["--help"], ["check", "--help"], ["--version"]])
  func `help is what was asked for`(arguments: [String]) throws {
    let run = try ProgramRun(ProgramRun.built("pedigree"), arguments, in: Repository.samples)
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.hasSuffix("\n"))
  }
}
