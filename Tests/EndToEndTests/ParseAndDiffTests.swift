import TestSupport
import Testing

/// Runs `parse` and `diff` as a user does.
@Suite struct ParseAndDiffTests {
  private static let license = """
    1. Rights. You may use the Model.

    2. Limits. You may not reverse engineer the Model.

    3. Size. If your products have more than 5 million monthly active users, you must request a separate licence.
    """

  @Test func `a text is told clause by clause`() throws {
    let run = try Pedigree.run("parse", "TERMS", files: ["TERMS": Self.license])
    #expect(run.errors == "")
    #expect(run.code == 0)
    #expect(
      run.output == """
        TERMS: unknown

        1
          may use (use), line 1
            You may use the Model.
        2
          must-not reverse-engineer (use), line 3
            You may not reverse engineer the Model.
        3
          must separate-license (scale above 5,000,000 monthly-active-users), line 5
            If your products have more than 5 million monthly active users, you must request a separate licence.

        """)
  }

  @Test func `a text that binds nobody says so`() throws {
    let run = try Pedigree.run("parse", "NOTE", files: ["NOTE": "The sea is blue.\n"])
    #expect(run.code == 0)
    #expect(run.output == "NOTE: unknown\n\nnothing was read that binds or allows\n")
  }

  @Test func `what came, went and changed is told with both wordings`() throws {
    let new = Self.license.replacing("5 million", with: "2 million").replacing("may use", with: "may modify")
    let run = try Pedigree.run("diff", "OLD", "NEW", files: ["OLD": Self.license, "NEW": new])
    #expect(run.code == 0)
    #expect(
      run.output == """
        + may modify (1)
            + NEW:1: You may modify the Model.

        - may use (1)
            - OLD:1: You may use the Model.

        ~ must separate-license (3)
            applies on: scale above 5,000,000 monthly-active-users → scale above 2,000,000 monthly-active-users
            - OLD:5: If your products have more than 5 million monthly active users, you must request a separate licence.
            + NEW:5: If your products have more than 2 million monthly active users, you must request a separate licence.

        1 came, 1 went, 1 changed, 1 unchanged

        """)
  }

  @Test func `layout, case and numbers are no change`() throws {
    let new = Self.license.uppercased().replacing("1. ", with: "4. ").replacing(" ", with: "  ")
    let run = try Pedigree.run("diff", "OLD", "NEW", files: ["OLD": Self.license, "NEW": new])
    #expect(run.output == "0 came, 0 went, 0 changed, 3 unchanged\n")
  }

  @Test(arguments: [("TERMS", Int32(0)), ("OTHER", 1)])
  func `a difference fails where it is asked to`(new: String, code: Int32) throws {
    let files = ["TERMS": Self.license, "OTHER": Self.license.replacing("may not", with: "may")]
    #expect(try Pedigree.run("diff", "TERMS", new, "--exit-code", files: files).code == code)
    #expect(try Pedigree.run("diff", "TERMS", new, files: files).code == 0)
  }

  @Test(arguments: [
    ("NONE", "no such file: `NONE`"), ("folder", "`folder` is a folder, not a file"),
    ("BINARY", "cannot read `BINARY`: the file contains a NUL byte: it is binary"),
  ])
  func `what can't be read ends the run with its reason`(path: String, reason: String) throws {
    let folder = try TemporaryFolder(["TERMS": Self.license, "folder/TERMS": "", "BINARY": "\u{7F}ELF\u{0}\u{1}"])
    for arguments in [["parse", path], ["diff", "TERMS", path], ["diff", path, "TERMS"], ["identify", path]] {
      let run = try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path)
      #expect(run.code == 2)
      #expect(run.errors == "pedigree: \(reason)\n")
      #expect(run.output == "")
    }
  }

  @Test func `an empty text is warned of, and has no obligations`() throws {
    let files = ["EMPTY": "", "TERMS": Self.license]
    let parsed = try Pedigree.run("parse", "EMPTY", files: files)
    #expect(parsed.code == 0)
    #expect(parsed.errors.hasPrefix("EMPTY:1:1: warning: no text was found"))
    let compared = try Pedigree.run("diff", "EMPTY", "TERMS", files: files)
    #expect(compared.errors.hasPrefix("EMPTY:1:1: warning: no text was found"))
    #expect(compared.output.hasSuffix("3 came, 0 went, 0 changed, 0 unchanged\n"))
  }

  @Test(arguments: [
    ("boats.yaml", "concepts: { boat: ['keep (it'] }\n", "concept `boat`, phrase `keep (it`: "),
    (
      "boats.yaml", "concepts: { boat: ['the {sea}'] }\n",
      "concept `boat`, phrase `the {sea}`: unknown concept in braces"
    ),
    ("boats.yaml", "rules: [{ kind: use, modality: may, all: [boat] }]\n", "a rule for `use` needs this concept"),
    (
      "boats.yaml", "rules: [{ kind: boat, modality: may, all: [must] }]\n",
      "boats.yaml:1:17: error: `boat` is not a valid kind"
    ),
    ("boats.yaml", "rules: [{ kind: use, modality: may, all: [sea:must] }]\n", "`sea` is not a part of a frame"),
    ("boats.yaml", "boats: []\n", "boats.yaml:1:1: error: unknown key `boats` in a lexicon file"),
    (
      "definitions.yaml", "concepts: {}\n", "concept `defines-output-trained`"
    ),
  ])
  func `a broken lexicon of one's own is told with its mistake`(file: String, lexicon: String, mistake: String) throws {
    let folder = try TemporaryFolder(["TERMS": Self.license, "ours/lexicon/\(file)": lexicon])
    for command in [["parse", "TERMS"], ["diff", "TERMS", "TERMS"]] {
      let run = try ProgramRun(ProgramRun.built("pedigree"), command + ["--licenses", "ours"], in: folder.path)
      #expect(run.code == 2)
      #expect(run.output == "")
      #expect(run.errors.contains(mistake), "\(run.errors)")
    }
  }

  @Test func `a lexicon of one's own reads what the embedded one does not`() throws {
    let ours = """
      concepts:
        paint-it: [paint the boat]
      rules:
        - { kind: give-credit, modality: must, frames: [must], all: [paint-it], triggers: [use] }
      """
    let run = try Pedigree.run(
      "parse", "TERMS", "--licenses", "ours",
      files: ["TERMS": "You must paint the boat.\n", "ours/lexicon/boats.yaml": ours])
    #expect(run.errors == "")
    #expect(run.output.contains("must give-credit (use), line 1"))
  }

  @Test(arguments: [
    ["parse", "TERMS"], ["diff", "TERMS", "OTHER"], ["diff", "TERMS", "OTHER", "--format", "markdown"],
  ])
  func `what steers a terminal never comes out of a text`(arguments: [String]) throws {
    let harmful = "\u{1B}]0;owned\u{7}\u{202E}"
    let folder = try TemporaryFolder([
      "TERMS": "You may use the Model\(harmful) here.\n", "OTHER": "You may use the \(harmful)Model there.\n",
    ])
    let run = try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path)
    #expect(run.output.contains("may use"))
    #expect(!run.output.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) })
  }

  @Test func `colours are used where they are wanted`() throws {
    let folder = try TemporaryFolder(["TERMS": Self.license, "OTHER": "You may use the Model.\n"])
    for (choice, isColoured) in [("always", true), ("never", false), ("auto", false)] {
      let run = try Pedigree.run("diff", "TERMS", "OTHER", "--color", choice, in: folder.path)
      #expect(run.output.contains("\u{1B}[") == isColoured)
    }
  }
}
