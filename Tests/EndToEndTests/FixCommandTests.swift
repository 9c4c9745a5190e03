import Foundation
import TestSupport
import Testing

/// `pedigree fix` as people run it.
@Suite struct FixCommandTests {
  private static let files = [
    "pedigree.yaml": """
    pedigree: 1
    model: { name: acme/Llama-harbour-8b, license: llama3.1 }
    release: { how: [weights], commercial: yes, monthly-active-users: 1000 }
    sources: [ { model: meta-llama/Llama-3.1-8B, relation: finetune } ]
    complete: yes
    """,
    "README.md": "---\r\ntags: [a] # ours\r\n---\r\n\r\n# Harbour\r\n",
  ]

  private static func text(_ path: String, in folder: TemporaryFolder) -> String? {
    Repository.bytes(of: "\(folder.path)/\(path)").map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `without --write the changes are only shown`() throws {
    let folder = try TemporaryFolder(Self.files)
    let run = try Pedigree.run("fix", in: folder.path)
    #expect(run.code == 1 && run.errors == "", "\(run.errors)")
    for line in ["--- a/README.md", "+++ b/NOTICE", "+license: llama3.1\r", "+Built with Llama\r", "left for you:"] {
      #expect(run.output.contains("\(line)\n"), "\(line)")
    }
    #expect(Self.text("README.md", in: folder) == Self.files["README.md"])
    #expect(Self.text("NOTICE", in: folder) == nil)
    #expect(try Pedigree.run("fix", "--diff", in: folder.path).output == run.output)
  }

  @Test func `what --write writes is what the patch says, and then nothing is left to mend`() throws {
    let (patched, written) = (try TemporaryFolder(Self.files), try TemporaryFolder(Self.files))
    let run = try Pedigree.run("fix", "--write", in: written.path)
    #expect(run.code == 0 && run.output.hasPrefix("wrote NOTICE\nwrote README.md\n"), "\(run.output)\(run.errors)")
    #expect(try Pedigree.run("fix", in: written.path).output.hasPrefix("nothing can be mended mechanically"))
    #expect(try Pedigree.run("fix", "--write", in: written.path).code == 0)
    guard let patch = ProgramRun.installed("patch") else { return }
    let diff = try Pedigree.run("fix", in: patched.path).output
    let applied = try ProgramRun(patch, ["-p1", "--binary"], in: patched.path, input: diff)
    #expect(applied.code == 0, "\(applied.output)\(applied.errors)")
    for path in ["README.md", "NOTICE"] { #expect(Self.text(path, in: patched) == Self.text(path, in: written)) }
  }

  @Test func `a file that is no file is not written over`() throws {
    let folder = try TemporaryFolder(Self.files)
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/NOTICE", withDestinationPath: "elsewhere")
    let run = try Pedigree.run("fix", "--write", in: folder.path)
    #expect(run.code == 2 && run.errors.contains("NOTICE"), "\(run.output)\(run.errors)")
    #expect(Self.text("README.md", in: folder) == Self.files["README.md"])
  }

  @Test(arguments: [["fix", "--write", "--diff"], ["fix", "nowhere"], ["fix", "--name", "no name"]])
  func `wrong usage ends with 2 and prints nothing`(arguments: [String]) throws {
    let folder = try TemporaryFolder(Self.files)
    let run = try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path)
    #expect(run.code == 2 && run.output == "")
  }
}
