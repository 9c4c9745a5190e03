import Foundation
import TestSupport
import Testing

/// `--output FORMAT=FILE`: several reports of one run.
@Suite struct OutputFileTests {
  private static let manifest = """
    pedigree: 1
    model: { name: acme/bad, license: mit }
    release: { how: [weights], commercial: yes }
    sources: [{ model: meta-llama/Llama-3.1-8B, relation: finetune }]
    """

  private static func check(_ arguments: String..., in folder: TemporaryFolder) throws -> ProgramRun {
    try ProgramRun(
      ProgramRun.built("pedigree"), ["check"] + arguments, in: folder.path,
      environment: ["NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1740787200"])
  }

  private static func text(_ name: String, in folder: TemporaryFolder) -> String? {
    Repository.bytes(of: "\(folder.path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `each file holds what its format prints, and the exit code stays`() throws {
    let folder = try TemporaryFolder(["pedigree.yaml": Self.manifest])
    let formats = ["json", "sarif", "gitlab", "junit", "markdown", "github", "concise"]
    let printed = try formats.map { try Self.check("--format", $0, in: folder).output }
    let plain = try Self.check(in: folder)
    let files = try TemporaryFolder()
    let run = try ProgramRun(
      ProgramRun.built("pedigree"), ["check"] + formats.flatMap { ["--output", "\($0)=\(files.path)/\($0)"] },
      in: folder.path, environment: ["NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1740787200"])
    #expect(run.output == plain.output && run.code == 1)
    #expect(formats.map { Self.text($0, in: files) } == printed)
  }

  @Test func `what one run writes into the project, the next one does not take for a source`() throws {
    let folder = try TemporaryFolder(["pedigree.yaml": Self.manifest])
    let first = try Self.check("--format", "json", in: folder)
    let outputs = [
      "json=report.json", "sarif=pedigree.sarif", "junit=junit.xml", "markdown=REPORT.md", "gitlab=gl.json",
    ]
    let arguments = ["check"] + outputs.flatMap { ["--output", $0] } + ["--format", "json"]
    for _ in 0..<2 {
      let run = try ProgramRun(
        ProgramRun.built("pedigree"), arguments, in: folder.path, environment: ["SOURCE_DATE_EPOCH": "1740787200"])
      #expect(Self.findings(run.output) == Self.findings(first.output))
    }
  }

  private static func findings(_ json: String) -> String {
    json.components(separatedBy: "\"inputs\"")[0] + (json.components(separatedBy: "\"knowledge\"").last ?? "")
  }

  @Test func `a report takes the place of the older one, and of nothing else`() throws {
    let folder = try TemporaryFolder(["pedigree.yaml": Self.manifest, "gl.json": "old", "target": "kept"])
    #expect(try Self.check("--output", "gitlab=gl.json", in: folder).code == 1)
    #expect(Self.text("gl.json", in: folder)?.hasPrefix("[{") == true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link.json", withDestinationPath: "\(folder.path)/target")
    let run = try Self.check("--output", "gitlab=link.json", in: folder)
    #expect(run.code == 2 && run.errors.contains("cannot write `link.json`: it is not a regular file"))
    #expect(run.output == "")
    #expect(Self.text("target", in: folder) == "kept")
    #expect(try Self.check("--output", "sarif=none/x.sarif", in: folder).code == 2)
  }

  @Test(arguments: [
    ("pedigree.sarif", "names no file; write FORMAT=FILE"), ("sarif=", "names no file"),
    ("yaml=x", "`yaml` is no format; there are text, concise, json"), ("sarif=-", "`--format sarif` prints the report"),
  ])
  func `what names no format and file is refused`(argument: String, says: String) throws {
    let folder = try TemporaryFolder(["pedigree.yaml": Self.manifest])
    let run = try Self.check("--output", argument, in: folder)
    #expect(run.code == 2 && run.errors.contains(says), "\(run.errors)")
  }

  @Test func `two reports can't share a file`() throws {
    let folder = try TemporaryFolder(["pedigree.yaml": Self.manifest])
    let run = try Self.check("--output", "sarif=x", "--output", "json=x", in: folder)
    #expect(run.code == 2 && run.errors.contains("two of `--output` write into the same file"))
  }

  @Test func `several projects share a report, and what can't be read is in it`() throws {
    let folder = try TemporaryFolder(["a/pedigree.yaml": Self.manifest, "b/pedigree.yaml": "broken: ["])
    let formats = ["sarif", "gitlab", "junit", "markdown", "github"]
    for format in formats {
      let run = try Self.check("--format", format, "a", "b", in: folder)
      #expect(run.code == 2)
      #expect(run.output.contains("a/pedigree.yaml"), "\(format)")
      #expect(run.output.contains("could not be read"), "\(format)")
    }
  }

  @Test func `a comment says what it leaves out`() throws {
    let sources = (0..<2_000).map { "  - { model: lab/model-\($0), relation: merge, license: some-terms-\($0) }\n" }
    let folder = try TemporaryFolder([
      "pedigree.yaml": "pedigree: 1\nmodel: { name: acme/merge, license: mit }\nsources:\n\(sources.joined())"
    ])
    let text = try Self.check("--format", "markdown", in: folder).output
    #expect(text.utf8.count <= 65_536 && text.utf8.count > 60_000)
    let shown = text.components(separatedBy: "\n- ").count - 1
    let leftOut = try #require(text.components(separatedBy: "characters: ").last?.components(separatedBy: ". `").first)
    let counts = leftOut.components(separatedBy: ", ").filter { !$0.hasSuffix("questions") }
      .compactMap { Int($0.components(separatedBy: " ")[0]) }
    let open = try Self.check("--format", "concise", in: folder).output.components(separatedBy: "\n").count - 1
    #expect(shown + counts.reduce(0, +) == open)
  }
}
