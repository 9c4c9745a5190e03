import Foundation
import TestSupport
import Testing

/// `ask`, `solve` and `scenarios` as people run them.
@Suite struct AskCommandTests {
  private static let question = [
    "ask", "--use", "distilled", "--source", "GPT-4o", "--service", "openai-api", "--from", "2024-06-01", "--to",
    "2024-07-01", "--accepted-by", "us", "--release", "weights", "--commercial", "yes",
  ]

  private static func run(_ arguments: [String], files: [String: String] = [:], input: String = "") throws -> ProgramRun
  {
    let folder = try TemporaryFolder(files)
    return try ProgramRun(
      ProgramRun.built("pedigree"), arguments, in: folder.path, environment: ["NO_COLOR": "1"], input: input)
  }

  /// What is added to the question, how the answer begins, and the exit code.
  private static let answers: [(more: [String], start: String, code: Int32)] = [
    (["--competes-with", "OpenAI"], "no: ", 1), (["--competes-with", "none"], "yes: ", 0), ([], "it depends: ", 1),
  ]

  @Test(arguments: answers) func `the answer comes first`(more: [String], start: String, code: Int32) throws {
    let run = try Self.run(Self.question + more)
    #expect(run.output.hasPrefix(start))
    #expect(run.code == code)
    #expect(run.errors == "")
  }

  /// What is typed, how the answer begins, and how many questions are asked.
  private static let dialogues: [(input: String, start: String, prompts: Int)] = [
    ("2\n", "yes: ", 1), ("no\n", "yes: ", 1), ("1", "no: ", 1), ("7\nmaybe\ny\n", "no: ", 3),
    ("\n", "it depends: ", 1),
    ("", "it depends: ", 1), ("?\n2\n", "it depends: ", 1), (String(repeating: "x", count: 5000) + "\n2\n", "yes: ", 2),
  ]

  @Test(arguments: dialogues) func `--interactive asks for the facts that decide, and ends with the input`(
    input: String, start: String, prompts: Int
  ) throws {
    let run = try Self.run(Self.question + ["--interactive"], input: input)
    #expect(run.output.hasPrefix(start), "\(run.output)")
    #expect(run.errors.contains("does the release compete with OpenAI?"))
    #expect(run.errors.components(separatedBy: "or Enter if you don't know").count - 1 == prompts, "\(run.errors)")
    #expect(run.code == (start == "yes: " ? 0 : 1))
  }

  @Test func `answers to questions are those of the options that say the same`() throws {
    let question =
      Array(Self.question.prefix(5)) + ["--from", "2024-06-01", "--to", "2024-07-01", "--service", "openai-api"]
    let asked = try Self.run(question + ["--interactive"], input: "us\nno\n")
    let told = try #require(
      asked.errors.split(separator: "\n").last { $0.contains("add: ") }?.components(separatedBy: "add: ").last)
    let same = try Self.run(question + told.split(separator: " ").map(String.init))
    #expect(asked.output == same.output, "\(told)")
  }

  /// Command lines that are wrong, with what the message names.
  private static let mistakes: [(arguments: [String], names: String)] = [
    (["ask", "--use", "eaten", "--source", "GPT-4o"], "eaten"), (["ask", "--use", "distilled"], "--source"),
    (["ask", "--use", "distilled", "--source", "GPT-4o", "--domicile", "Atlantis"], "--domicile"),
    (["ask", "--use", "distilled", "--source", "GPT-4o", "--from", "2024-02-30"], "--from"),
    (["ask", "--use", "distilled", "--source", "GPT-4o through Nowhere"], "Nowhere"),
    (
      ["ask", "--use", "distilled", "--source", "GPT-4o", "--competes-with", "none", "--competes-with", "OpenAI"],
      "none"
    ),
    (["solve", "--source", "GPT-4o"], "GPT-4o"), (["solve"], "contains"), (["scenarios", "nowhere"], "nowhere"),
    (["mcp", "--root", "nowhere"], "nowhere"),
    (["solve", "--source", "finetune=lab/a", "--competes-with", "Atlantis-Corp"], "--competes-with"),
    (["scenarios", "--source", "finetune=lab/a", "--territories", "Atlantis"], "--territories"),
  ]

  @Test(arguments: mistakes) func `wrong usage ends with 2 and prints nothing`(arguments: [String], names: String)
    throws
  {
    let run = try Self.run(arguments)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(names == "contains" || run.errors.contains(names), "\(run.errors)")
  }

  private static let manifest = """
    pedigree: 1
    model: { name: acme/masks }
    release: { how: [weights], commercial: yes }
    sources: [ { model: lab/sam, relation: finetune, license: cc-by-sa-4.0 } ]
    complete: yes
    """

  @Test(arguments: ["solve", "scenarios"], [["--competes-with", "Atlantis-Corp"], ["--domicile", "Atlantis"]])
  func `facts beside a project are read by the rules of its declaration`(command: String, fact: [String]) throws {
    let run = try Self.run([command, "."] + fact, files: ["pedigree.yaml": Self.manifest])
    #expect(run.code == 2 && run.output == "", "\(run.output)")
    #expect(run.errors.contains("\(fact[0]): ") && run.errors.contains(fact[1]), "\(run.errors)")
  }

  @Test func `solve ignores the licence that the release declares`() throws {
    let declared = Self.manifest.replacing("acme/masks", with: "acme/masks, license: mit")
    let runs = try [Self.manifest, declared].map { manifest in
      try Self.run(
        ["solve", "--format", "json"], files: ["pedigree.yaml": manifest, "README.md": "---\nlicense: mit\n---\n"])
    }
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].code == 0)
    #expect(runs[0].output.contains("\"CC-BY-SA-4.0\""))
  }

  @Test(arguments: ["text", "markdown", "json", "html"])
  func `scenarios stand side by side in every format`(format: String) throws {
    let run = try Self.run(["scenarios", "--format", format], files: ["pedigree.yaml": Self.manifest])
    #expect(run.code == 0)
    for form in ["internal", "hosted", "weights", "product"] { #expect(run.output.contains(form)) }
    #expect(run.output.contains(format == "json" ? "share-alike" : "CC-BY-SA-4.0/share-alike"))
  }

  @Test func `a name can put no markup into a table`() throws {
    let manifest = Self.manifest.replacing("acme/masks", with: "\"acme/<b>|x\"")
    let html = try Self.run(["scenarios", "--format", "html"], files: ["pedigree.yaml": manifest])
    #expect(html.output.contains("acme/&lt;b&gt;|x") && !html.output.contains("<b>"))
    let markdown = try Self.run(["scenarios", "--format", "markdown"], files: ["pedigree.yaml": manifest])
    #expect(markdown.output.contains("acme/&lt;b>\\|x"))
  }

  @Test(
    .enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"),
    arguments: answers.map(\.more))
  func `an answer keeps to its schema`(more: [String]) throws {
    let run = try Self.run(Self.question + more + ["--format", "json"])
    #expect(try SchemaValidation.mistakes(["a.json": run.output], schema: "advice.schema.json") == "")
  }

  @Test(
    .enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"),
    arguments: ["CC-BY-SA-4.0", "AGPL-3.0", "CC-BY-NC-4.0", "nobody-knows-it"])
  func `a solution keeps to its schema`(license: String) throws {
    let manifest = Self.manifest.replacing("cc-by-sa-4.0", with: license)
    let run = try Self.run(["solve", "--format", "json"], files: ["pedigree.yaml": manifest])
    #expect(try SchemaValidation.mistakes(["a.json": run.output], schema: "solution.schema.json") == "")
  }
}
