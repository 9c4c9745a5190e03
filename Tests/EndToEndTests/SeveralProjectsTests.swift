import Foundation
import TestSupport
import Testing

/// Several releases in one run: one report each, one summary, the worst exit code.
@Suite struct SeveralProjectsTests {
  private static let good = "pedigree: 1\nmodel: { name: acme/good, license: mit }\ncomplete: yes\n"
  private static let bad = """
    pedigree: 1
    model: { name: acme/bad, license: mit }
    release: { how: [weights], commercial: yes }
    sources: [{ model: meta-llama/Llama-3.1-8B, relation: finetune }]
    """
  private static let files = [
    "good/pedigree.yaml": good, "deep/er/bad/pedigree.yaml": bad, "card/README.md": "---\nlicense: mit\n---\n# Card\n",
    "notes/README.md": "# Notes\n", "out/pedigree.yaml": "broken: [", ".gitignore": "out/\n",
  ]

  @Test func `each path gets a report, and the worst of them decides`() throws {
    let run = try Pedigree.run("check", "good", "deep/er/bad", files: Self.files)
    #expect(run.code == 1)
    #expect(run.output.contains("== good\nacme/good: pass"))
    #expect(run.output.contains("== deep/er/bad\nacme/bad: FAIL"))
    #expect(run.output.hasSuffix("2 projects: 1 pass, 1 fail\n"))
    #expect(try Pedigree.run("check", "good", "card", files: Self.files).code == 0)
  }

  @Test func `what can't be read is told, and the others are checked all the same`() throws {
    let run = try Pedigree.run("check", "good", "gone", "out", files: Self.files)
    #expect(run.code == 2)
    #expect(run.output.contains("== good"))
    #expect(run.output.hasSuffix("3 projects: 1 pass, 2 could not be read\n"))
    #expect(run.errors.contains("no such file: `gone`"))
    #expect(run.errors.contains("out/pedigree.yaml:1:"))
  }

  @Test func `all releases below a folder are found, but for what is ignored and what is no card`() throws {
    let run = try Pedigree.run("check", "--recursive", files: Self.files)
    #expect(run.code == 1)
    let checked = run.output.split(separator: "\n").filter { $0.hasPrefix("== ") }
    #expect(checked == ["== card", "== deep/er/bad", "== good"])
    let none = try Pedigree.run("check", "--recursive", "notes", files: ["notes/a.txt": ""])
    #expect(none.code == 2)
    #expect(none.errors.contains("no folder below holds a pedigree.yaml or a model card: `notes`"))
  }

  @Test(arguments: ["deep/er/bad", "./deep/er/bad/", "deep/er/bad/pedigree.yaml"])
  func `places lead to the files from where the program runs`(path: String) throws {
    let folder = try TemporaryFolder(Self.files)
    let run = try Pedigree.run("check", "--format", "concise", path, in: folder.path)
    let place = try #require(run.output.split(separator: "\n").first?.split(separator: ":").first.map(String.init))
    #expect(place.hasSuffix("deep/er/bad/pedigree.yaml"))
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(place)"))
  }

  @Test func `JSON says in which folder paths lie, and holds all reports`() throws {
    struct Reports: Decodable {
      struct Report: Decodable {
        let folder: String
        let release: String
      }
      let reports: [Report]
      let summary: [String: Int]
    }
    let run = try Pedigree.run("check", "--format", "json", "good", "deep/er/bad", files: Self.files)
    let all = try JSONDecoder().decode(Reports.self, from: Data(run.output.utf8))
    #expect(all.reports.map(\.folder) == ["good", "deep/er/bad"])
    #expect(all.reports.map(\.release) == ["acme/good", "acme/bad"])
    #expect(all.summary == ["pass": 1, "fail": 1, "incomplete": 0, "nothing-checked": 0, "unreadable": 0])
  }

  @Test func `a card is read from standard input`() throws {
    let folder = try TemporaryFolder()
    func check(_ card: String) throws -> ProgramRun {
      try ProgramRun(
        ProgramRun.built("pedigree"), ["check", "-", "--name", "acme/helper", "--format", "json"], in: folder.path,
        input: card)
    }
    let run = try check("---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n")
    #expect(run.code == 1)
    #expect(run.output.contains("\"release\" : \"acme/helper\"") || run.output.contains("\"release\":\"acme/helper\""))
    #expect(run.output.contains("llama-3.1"))
    let empty = try check("")
    #expect(empty.code == 2)
    #expect(empty.errors.contains("the card is empty"))
    #expect(try check(String(repeating: "x", count: (4 << 20) + 1)).errors.contains("more than 4194304 bytes"))
  }

  @Test func `one name is for one project`() throws {
    #expect(try Pedigree.run("check", "good", "card", "--name", "acme/x", files: Self.files).code == 2)
  }
}
