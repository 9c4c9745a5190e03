import Foundation
import TestSupport
import Testing

@testable import Provenance

/// A folder on disk with everything that a folder can hold.
private func tree(_ files: [String], links: [String: String] = [:]) throws -> TemporaryFolder {
  let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: files.map { ($0, "{}") }))
  for (name, target) in links {
    let path = "\(folder.path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }
  return folder
}

private func walk(_ folder: TemporaryFolder, limits: ProjectLimits = ProjectLimits()) -> ProjectTree.Findings {
  var tree = ProjectTree(ProjectRoot(path: folder.path), limits: limits) { $0.hasSuffixIgnoringCase(".json") }
  return tree.walk()
}

@Suite struct ProjectTreeTests {
  @Test func `finds the wanted files of all folders, sorted, whatever the case of their endings`() throws {
    let folder = try tree(["b.json", "a/z.JSON", "a/b/c.json", "a/x.txt", "a-b.json", ".hidden/d.json"])
    #expect(walk(folder).files == [".hidden/d.json", "a-b.json", "a/b/c.json", "a/z.JSON", "b.json"])
    #expect(walk(folder).diagnostics.isEmpty)
  }

  @Test func `leaves out what version control keeps for itself`() throws {
    let folder = try tree([".git/a.json", "x/.hg/b.json", ".svn/c.json", ".github/d.json", "git/e.json"])
    #expect(walk(folder).files == [".github/d.json", "git/e.json"])
  }

  @Test func `leaves out what the ignore files of each folder name`() throws {
    let folder = try tree(["a.json", "out/b.json", "x/c.json", "x/d.json", "x/y/d.json", "e.json"])
    try folder.write(Array("out/\ne.json\n".utf8), to: ".gitignore")
    try folder.write(Array("!e.json\n".utf8), to: ".pedigreeignore")
    try folder.write(Array("/d.json\n".utf8), to: "x/.gitignore")
    #expect(walk(folder).files == ["a.json", "e.json", "x/c.json", "x/y/d.json"])
  }

  @Test func `reads once what several links in the project lead to`() throws {
    let folder = try tree(
      ["a.json", "store/1234"],
      links: ["b.json": "a.json", "x/c.json": "../store/1234", "x/d.json": "c.json", "e.txt": "a.json"])
    #expect(walk(folder).files == ["a.json", "x/c.json"])
    #expect(walk(folder).diagnostics.isEmpty)
  }

  @Test func `follows no link out of the project, and says so where it looks like a document`() throws {
    let other = try tree(["secret.json"])
    let folder = try tree(
      ["a.json"], links: ["b.json": "\(other.path)/secret.json", "c.txt": "\(other.path)/secret.json"])
    let found = walk(folder)
    #expect(found.files == ["a.json"])
    #expect(found.diagnostics.map(\.id) == ["link-outside"])
    #expect(found.diagnostics.first?.summary.hasSuffix(": `b.json`") == true)
  }

  @Test func `enters no folder through a link, and comes to an end where links go in circles`() throws {
    let folder = try tree(
      ["real/a.json"],
      links: [
        "linked": "real", "real/up": "..", "loop.json": "loop.json", "one.json": "two.json", "two.json": "one.json",
        "folder.json": "real", "gone.json": "nowhere.json",
      ])
    #expect(walk(folder).files == ["real/a.json"])
    #expect(
      walk(folder).diagnostics.map(\.summary) == [
        "links lead nowhere: `gone.json`, `loop.json`, `one.json` and 1 more"
      ])
  }

  @Test(.timeLimit(.minutes(1))) func `opens no pipe`() throws {
    let folder = try tree(["a.json"], links: ["link.json": "pipe.json"])
    #expect(mkfifo("\(folder.path)/pipe.json", 0o600) == 0)
    #expect(mkfifo("\(folder.path)/.gitignore", 0o600) == 0)
    #expect(walk(folder).files == ["a.json"])
  }

  @Test func `warns of a wanted name that is no UTF-8`() throws {
    let folder = try tree(["a.json"])
    for name in ["caf\u{E9}.json", "caf\u{E9}.txt"] {
      let path = Array("\(folder.path)/".utf8) + name.unicodeScalars.map { UInt8($0.value) } + [0]
      let file = path.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
      }
      #expect(file >= 0)
      close(file)
    }
    let found = walk(folder)
    #expect(found.files == ["a.json"])
    #expect(found.diagnostics.map(\.id) == ["name-encoding"])
  }

  @Test func `says once what the limits on files and folders leave out`() throws {
    let folder = try tree((0..<30).map { "d\($0 % 3)/f\($0).json" } + ["a/b/c/d/e.json", "a/b/c/f/g.json"])
    var limits = ProjectLimits()
    limits.files = 20
    let few = walk(folder, limits: limits)
    #expect(few.files.first == "a/b/c/d/e.json")
    #expect((2...12).contains(few.files.count))
    #expect(few.diagnostics.map(\.id) == ["files-limit"])
    limits = ProjectLimits()
    limits.depth = 3
    let flat = walk(folder, limits: limits)
    #expect(flat.files.count == 30)
    #expect(flat.diagnostics.map(\.summary) == ["folders more than 3 deep are not searched: `a/b/c/d`, `a/b/c/f`"])
  }

  @Test func `a folder nested deeper than any limit ends the way down, not the program`() throws {
    let folder = try tree([])
    var path = folder.path
    for _ in 0..<200 {
      path += "/d"
      mkdir(path, 0o700)
    }
    #expect(walk(folder).diagnostics.map(\.id) == ["depth-limit"])
  }
}
