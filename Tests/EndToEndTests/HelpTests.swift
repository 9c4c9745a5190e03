import TestSupport
import Testing

@Suite struct HelpTests {
  @Test func `the version is the same for the program and its commands`() throws {
    let run = try Pedigree.run("--version", files: [:])
    #expect(run.code == 0 && run.output.hasSuffix("\n"))
    #expect(try run.output == Pedigree.run("check", "--version", files: [:]).output)
  }

  @Test(arguments: [[], ["."], ["README.md"], [".", "README.md"], ["nowhere"]])
  func `a check without options is one whose options say what they say by default`(paths: [String]) throws {
    let files = ["README.md": "---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n"]
    let folder = try TemporaryFolder(files)
    func run(_ arguments: [String]) throws -> ProgramRun {
      try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path, environment: ["NO_COLOR": "1"])
    }
    let plain = try run(["check"] + paths)
    let spelled = try run(["check"] + paths + ["--format", "text", "--color", "auto"])
    #expect(plain.output == spelled.output && plain.errors == spelled.errors && plain.code == spelled.code)
  }

  @Test(arguments: ["check", "audit", "graph"])
  func `what reads a project says how much of it is read`(command: String) throws {
    let run = try Pedigree.run(command, "--help", files: [:])
    #expect(run.code == 0)
    // Help is wrapped to the width of a terminal.
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for limit in ["200000 files", "32 folders deep", "5000 documents", "1 GiB", "4 MiB each", ".pedigreeignore"] {
      #expect(text.contains(limit), "\(limit)")
    }
  }

  @Test func `the program's help lists every limit`() throws {
    let run = try Pedigree.run("--help", files: [:])
    for limit in ["files and folders of a project: 200,000", "one document, card or text: 4 MiB", "levels of JSON: 64"]
    {
      #expect(run.output.contains(limit), "\(limit)")
    }
  }
}
