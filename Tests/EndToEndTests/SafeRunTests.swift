import Foundation
import TestSupport
import Testing

/// Nothing that is handed to the program destroys a file, steers a terminal, or turns back the clock.
@Suite struct SafeRunTests {
  private static let files = ["README.md": "---\nlicense: mit\nbase_model: acme/base-7b\n---\n# Helper\n"]

  @Test(.timeLimit(.minutes(1)), arguments: [[], ["--force"]]) func `init writes to no pipe`(options: [String]) throws {
    let folder = try TemporaryFolder(Self.files)
    #expect(mkfifo("\(folder.path)/pedigree.yaml", 0o600) == 0)
    let run = try ProgramRun(ProgramRun.built("pedigree"), ["init"] + options, in: folder.path)
    #expect(run.code == 2)
    #expect(run.errors.contains("cannot write `pedigree.yaml`: it is not a regular file"))
  }

  @Test func `what can't be written leaves the old file, and nothing beside it`() throws {
    let folder = try TemporaryFolder(Self.files.merging(["pedigree.yaml": "old"]) { first, _ in first })
    // No file may grow: that is how a full disk looks from inside.
    let script = "trap '' XFSZ; ulimit -f 0; exec \(ProgramRun.built("pedigree")) init --force"
    let run = try ProgramRun("/bin/sh", ["-c", script], in: folder.path)
    #expect(run.code == 2)
    #expect(Repository.bytes(of: "\(folder.path)/pedigree.yaml") == Array("old".utf8))
    #expect(Repository.entries(of: folder.path) == ["README.md", "pedigree.yaml"])
  }

  @Test func `a file that is overwritten keeps its permissions`() throws {
    let folder = try TemporaryFolder(Self.files.merging(["pedigree.yaml": "old"]) { first, _ in first })
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder.path)/pedigree.yaml")
    #expect(try Pedigree.run("init", "--force", in: folder.path).code == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/pedigree.yaml")[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o640)
    #expect(Repository.entries(of: folder.path) == [".pedigree", "README.md", "pedigree.yaml"])
  }

  @Test(arguments: ["\\uFFFE", "\\uFFFF", "\\u061C", "\\u202E", "\\u0085", "\\U000E0041", "\\uFEFF", "\\u001B"])
  func `init drafts what check can read, without what steers a terminal`(escape: String) throws {
    let name = "acme/base\(escape)"
    let card = "---\nlicense: \"x\(escape)\"\nbase_model: \"\(name)\"\ndatasets: [\"d\(escape)\"]\n---\n"
    let folder = try TemporaryFolder(["README.md": card])
    let run = try Pedigree.run("init", in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    let check = try Pedigree.run("check", "--fail-on", "never", in: folder.path)
    #expect(check.code == 0, "\(check.errors)")
    let draft = String(decoding: Repository.bytes(of: "\(folder.path)/pedigree.yaml") ?? [], as: UTF8.self)
    for text in [draft, check.output] {
      #expect(!text.unicodeScalars.contains { Self.steers($0) })
    }
  }

  /// Controls, marks of direction (Unicode's `Bidi_Control`), tags, and what is no character.
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  @Test(arguments: [
    ["\u{1B}[31mx"], ["check", "--\u{1B}]0;x\u{7}"], ["check", "--format", "\u{1B}[2J"],
    ["check", "--fail-on", "\u{9B}1m"],
    ["check", "\u{061C}x"], ["explain", "\u{202E}x"], ["parse", "\u{1B}[31mx"], ["identify", "\u{1B}[31mx"],
    ["init", "\u{1B}[31mx"], ["check", "a", "\u{1B}[31mx"], ["check", "--max-depth", "\u{1B}[31m"],
  ])
  func `what steers a terminal never comes back from the command line`(arguments: [String]) throws {
    let folder = try TemporaryFolder(Self.files)
    let run = try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path)
    #expect(run.code == 2)
    #expect(!(run.output + run.errors).unicodeScalars.contains { Self.steers($0) }, "\(run.errors)")
  }

  @Test(arguments: ["-1", "253402300800", "999999999999", "99999999999999999999", "tomorrow", "1.5", " 1", "0x10"])
  func `a day out of range is an error`(epoch: String) throws {
    for command in ["check", "audit", "graph", "init"] {
      let run = try Pedigree.run(
        command, files: Self.files, environment: ["SOURCE_DATE_EPOCH": epoch])
      #expect(run.code == 2)
      #expect(run.errors.contains("SOURCE_DATE_EPOCH is `\(epoch)`"))
    }
  }

  @Test(arguments: ["0", "1735689600", "253402300799", ""]) func `a day in range is the day of the check`(epoch: String)
    throws
  {
    #expect(try Pedigree.run("check", files: Self.files, environment: ["SOURCE_DATE_EPOCH": epoch]).code == 0)
  }

  private static let weaker = "id: MIT\ntitle: MIT License\nbinds: artefact\nspdx: MIT\nobligations: []\n"

  @Test(arguments: [
    ["check"], ["check", "--verbose"], ["check", "--format", "concise"], ["check", "--format", "json"], ["audit"],
  ])
  func `a licence that is replaced is named in every report, with a warning where it asks for less`(
    arguments: [String]
  ) throws {
    let folder = try TemporaryFolder(Self.files.merging(["ours/software/MIT.yaml": Self.weaker]) { first, _ in first })
    let run = try ProgramRun(
      ProgramRun.built("pedigree"), arguments + ["--licenses", "ours"], in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("ours/software/MIT.yaml"))
    #expect(run.output.contains("overlay-weaker"))
    #expect(run.output.contains("it lacks"))
    guard arguments != ["check"] else { return }
    let sum = try ProgramRun(
      ProgramRun.installed("sha256sum") ?? "/usr/bin/sha256sum", ["ours/software/MIT.yaml"], in: folder.path)
    #expect(run.output.contains(sum.output.prefix(64)))
  }

  @Test func `a licence that is added is named, and is no warning`() throws {
    let added = Self.weaker.replacing("MIT", with: "acme-1")
    let files = Self.files.merging(["ours/acme-1.yaml": added.replacing("spdx: acme-1\n", with: "")]) { first, _ in
      first
    }
    let run = try Pedigree.run("check", "--format", "concise", files: files, environment: ["PEDIGREE_LICENSES": "ours"])
    #expect(run.output.contains("ours/acme-1.yaml:1:1: note: licence `acme-1` is added by this file, SHA-256 "))
    #expect(!run.output.contains("overlay-weaker"))
  }
}
