import TestSupport
import Testing

/// What can't be checked says where and why, on standard error, and ends with 2.
@Suite struct BrokenInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let files: [String: String]
    /// Words that standard error has to hold.
    let says: [String]
    var path = "."

    var testDescription: String { what }

    init(_ what: String, _ files: [String: String], path: String = ".", says: String...) {
      self.what = what
      self.files = files
      self.path = path
      self.says = says
    }

    init(_ what: String, manifest: String, says: [String]) {
      self.what = what
      self.files = ["pedigree.yaml": manifest]
      self.says = says
    }
  }

  static let cases = [
    Case(
      "a folder without card and manifest", ["data.csv": "a,b"],
      says: "contains no manifest, model card, configuration or BOM"),
    Case(
      "a file that is no document", ["data.json": "{}"], path: "data.json",
      says: "`data.json` contains no manifest, model card, configuration or BOM"),
    Case(
      "a bill over the limit", ["bom.json": #"{"bomFormat": "CycloneDX"}"# + String(repeating: " ", count: 4 << 20)],
      path: "bom.json", says: "`bom.json` has 4194330 bytes, more than the limit of 4194304"),
    Case(
      "an empty manifest", manifest: "", says: ["pedigree.yaml:1:1: error: the manifest is empty", "help: start with"]),
    Case("no YAML", manifest: "pedigree: 1\nsources: [\n", says: ["pedigree.yaml:3:1: error: "]),
    Case(
      "an unknown key", manifest: "pedigree: 1\nsorces: []\n",
      says: ["pedigree.yaml:2:1: error: unknown key `sorces` in the manifest", "help: did you mean `sources`?"]),
    Case(
      "an unknown relation",
      manifest: "pedigree: 1\nsources:\n  - { model: lab/one, relation: fine-tune }\n",
      says: ["pedigree.yaml:3:33: error: `fine-tune` is not a valid relation", "help: did you mean `finetune`?"]),
    Case(
      "no relation", manifest: "pedigree: 1\nsources:\n  - { model: lab/one }\n",
      says: ["pedigree.yaml:3:5: error: a source lacks `relation`", "help: one of: finetune, adapter"]),
    Case(
      "two things in one source",
      manifest: "pedigree: 1\nsources:\n  - { model: lab/one, dataset: lab/two, relation: trained-on }\n",
      says: ["pedigree.yaml:3:5: error: a source names exactly one of", "help: write one entry for each"]),
    Case(
      "a circle",
      manifest: """
        pedigree: 1
        sources:
          - model: lab/one
            relation: finetune
            sources: [{ model: lab/one, relation: merge }]
        """,
      says: ["pedigree.yaml:5:24: error: `lab/one` is declared as its own ancestor", "help: remove the source"]),
    Case(
      "days the wrong way round",
      manifest: "pedigree: 1\nsources:\n  - { model: a/b, relation: distilled, from: 2024-02-01, to: 2024-01-01 }\n",
      says: ["pedigree.yaml:3:5: error: `to` lies before `from`"]),
    Case(
      "a day that does not exist", manifest: "pedigree: 1\nrelease: { date: 2023-02-29 }\n",
      says: ["pedigree.yaml:2:18: error: `date` must be a day, yyyy-mm-dd"]),
    Case(
      "another version", manifest: "pedigree: 2\n",
      says: ["pedigree.yaml:1:11: error: this pedigree reads version 1", "help: write `pedigree: 1`"]),
    Case(
      "a card that is not there", manifest: "pedigree: 1\nmodel: { card: CARD.md }\n",
      says: ["pedigree.yaml:2:16: error: no such file: `CARD.md`"]),
  ]

  @Test(arguments: cases) func `what can't be checked is reported with its place`(_ test: Case) throws {
    let run = try Pedigree.run("check", test.path, files: test.files)
    #expect(run.code == 2)
    #expect(run.output == "", "a report on what was not checked")
    for words in test.says { #expect(run.errors.contains(words)) }
  }

  @Test(arguments: ["no-such-folder", "no-such.md", "no-such/pedigree.yaml"])
  func `a file that is not there is named`(path: String) throws {
    let run = try Pedigree.run("check", path, files: [:])
    #expect(run.code == 2)
    #expect(run.errors == "pedigree: no such file: `\(path)`\n")
  }

  @Test(arguments: ["docs/missing.md", "../outside.md", "/etc/hostname"])
  func `a document that can't be read is an error of the report`(document: String) throws {
    let manifest = "pedigree: 1\nmodel: { name: a/b, license: mit }\ndocuments: [\(document)]\n"
    let run = try Pedigree.run("check", "--verbose", files: ["pedigree.yaml": manifest])
    #expect(run.code == 1)
    #expect(run.output.contains("pedigree.yaml:3:13: error: document `\(document)` "))
  }

  @Test(arguments: ["cc", "gpl", "openrail", "llama", "other"])
  func `a word for several licences is asked about at its place`(license: String) throws {
    let run = try Pedigree.run(
      "check", "--verbose", files: ["README.md": "---\nlicense: \(license)\n---\n# Thing\n"])
    #expect(run.code == 0)
    #expect(run.output.contains("README.md:2:10: warning: "))
    #expect(run.output.contains("[unknown-license]"))
    #expect(run.output.contains("= help: "))
    #expect(run.output.contains("No source is declared, 2 things open."))
  }

  @Test(arguments: [
    "", "---\n", "---\nlicense: [\n---\n", "\u{0}\u{1}\u{2}", "---\nlicense: {a: b}\n---\n",
    "\u{FEFF}---\nlicense: mit\n---\n",
  ])
  func `a strange card gives a report or a reason`(card: String) throws {
    let run = try Pedigree.run("check", files: ["README.md": card])
    #expect(run.code == 0 || run.code == 1 || (run.code == 2 && run.errors.contains("README.md:")))
  }

  @Test func `a broken folder of licences is reported at its line`() throws {
    let files = [
      "README.md": "---\nlicense: mit\n---\n",
      "ours/acme-1.yaml": "id: acme-1\ntitle: Acme\nbinds: nobody\nobligations: []\n",
    ]
    let run = try Pedigree.run("check", "--licenses", "ours", files: files)
    #expect(run.code == 2)
    #expect(run.errors.contains("acme-1.yaml:3:8: error: `nobody` is not a valid binds"))
  }
}
