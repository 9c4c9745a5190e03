import Foundation
import TestSupport
import Testing

@testable import Provenance

/// Whether rules ignore a path as git would: because of itself or of a folder above it.
private func ignores(_ rules: IgnoreRules, _ path: String) -> Bool {
  let isFolder = path.hasSuffix("/")
  let parts = path.split(separator: "/")
  for count in 1...parts.count {
    let folder = parts[..<(count - 1)].map { "\($0)/" }.joined()
    let bytes = Array((folder + parts[count - 1]).utf8)
    if rules.answer(bytes, name: folder.utf8.count, isFolder: count < parts.count || isFolder) != .kept { return true }
  }
  return false
}

private func rules(_ text: String) -> IgnoreRules {
  IgnoreRules().adding([.init(bytes: Array(text.utf8), isOurs: false)], base: 0)
}

@Suite struct IgnoreRulesTests {
  @Test(arguments: [
    ("*.log", ["a.log", "d/b.log"], ["a.logs", "log"]),
    ("build", ["build", "d/build", "build/x", "d/build/x"], ["builds", "d/rebuild"]),
    ("build/", ["build/", "build/x", "d/build/x"], ["build", "d/build"]),
    ("/build", ["build", "build/x"], ["d/build"]),
    ("docs/*.json", ["docs/a.json"], ["docs/d/a.json", "x/docs/a.json"]),
    ("docs/**", ["docs/a", "docs/d/a"], ["docs/", "x/docs/a"]),
    ("**/data", ["data", "d/data", "d/e/data/x"], ["d/datas"]),
    ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["b", "a/xb", "xa/b"]),
    ("a**b", ["ab", "axxb", "d/a1b"], ["a"]),
    ("x/a**b", ["x/ab", "x/a1b"], ["x/a/b"]),
    ("file?.txt", ["file1.txt"], ["file.txt", "file12.txt"]),
    ("[a-c]x", ["ax", "cx"], ["dx", "-x"]),
    ("[!a-c]x", ["dx", "-x"], ["ax"]),
    ("[^a]x", ["bx"], ["ax"]),
    ("[]a]x", ["]x", "ax"], ["bx"]),
    ("[a-]x", ["-x", "ax"], ["bx"]),
    ("[[:digit:]_]x", ["1x", "_x"], ["ax", ":x"]),
    ("[a", [], ["[a", "a"]),
    ("\\#note", ["#note"], ["note"]),
    ("# note", [], ["# note", "note"]),
    (#"\!keep"#, ["!keep"], ["keep"]),
    (#"a\*"#, ["a*"], ["ab"]),
    (#"a\"#, [], ["a", #"a\"#]),
    ("name  ", ["name"], ["name  "]),
    (#"name\ "#, ["name "], ["name"]),
    ("*.json\n!keep.json", ["a.json"], ["keep.json", "d/keep.json"]),
    ("!keep.json\n*.json", ["keep.json"], []),
    ("out/\n!out/keep.json", ["out/keep.json"], []),
    ("out/*\n!out/keep.json", ["out/a.json"], ["out/keep.json"]),
    ("a\r\nb\r\n", ["a", "b"], ["a\r"]),
    ("\u{FEFF}a", ["a"], []),
    ("/", [], ["a", "a/"]),
    ("\n\n   \n", [], ["a", " "]),
    ("*", ["a", "d/a"], []),
  ])
  func `a rule ignores what git ignores by it`(_ text: String, _ ignored: [String], _ kept: [String]) {
    #expect(ignored.filter { !ignores(rules(text), $0) } == [])
    #expect(kept.filter { ignores(rules(text), $0) } == [])
  }

  @Test func `the rules of a deeper folder go before those above it, and are about paths below it`() {
    let both = rules("*.json\n").adding(
      [.init(bytes: Array("!a.json\n/b.json\n".utf8), isOurs: true)], base: 2)
    #expect(both.answer(Array("d/a.json".utf8), name: 2, isFolder: false) == .kept)
    #expect(both.answer(Array("d/b.json".utf8), name: 2, isFolder: false) == .ignoredByUs)
    #expect(both.answer(Array("d/e/c.json".utf8), name: 4, isFolder: false) == .ignoredByGit)
  }

  @Test(.enabled(if: ProgramRun.installed("git") != nil, "git is not installed"), arguments: [1, 2, 3, 4, 5, 6])
  func `git check-ignore says the same of generated trees`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let names = ["a", "b", "ab", "a.json", "b.log", "-x", "a b", "x1", "[a]", "data"]
    let pieces = ["a", "b", "*", "**", "?", "/", "[ab]", "[!a]", ".json", "data", "x1", "\\", "[a-z]*", "!", " ", "-"]
    func path() -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in names.randomElement(using: &random)! }
        .joined(separator: "/")
    }
    let files = Set((0..<120).map { _ in path() })
    // A file can't be a folder too.
    let leaves = files.filter { file in !files.contains { $0.hasPrefix(file + "/") } }.sorted()
    let folder = try TemporaryFolder()
    for file in leaves { try folder.write([], to: file) }
    let git = try #require(ProgramRun.installed("git"))
    let home = ["HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1"]
    #expect(try ProgramRun(git, ["init", "-q"], in: folder.path, environment: home).code == 0)
    var all: Set<String> = []
    for _ in 0..<25 {
      let lines = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<Int.random(in: 1...6, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
      }
      let text = lines.joined(separator: "\n") + "\n"
      try folder.write(Array(text.utf8), to: ".gitignore")
      let run = try ProgramRun(
        git, ["-c", "core.quotepath=off", "check-ignore", "--no-index", "--"] + leaves, in: folder.path,
        environment: home)
      let byGit = Set(run.output.split(separator: "\n").map { $0.hasPrefix("\"") ? Self.unquoted($0) : String($0) })
      all.formUnion(byGit)
      let ours = Set(leaves.filter { ignores(rules(text), $0) })
      #expect(ours == byGit, "\(lines)")
    }
    #expect(!all.isEmpty, "the generated rules ignore nothing")
  }

  private static func unquoted(_ text: Substring) -> String {
    text.dropFirst().dropLast().replacingOccurrences(of: "\\\\", with: "\\")
  }

  @Test func `no pattern makes matching slow`() {
    let growth = Growth(from: 200) { size in
      let pattern = String(repeating: "a*", count: size / 4) + String(repeating: "**/", count: 20) + "b"
      let name = String(repeating: "a", count: 60)
      _ = ignores(rules(pattern), "\(name)/\(name)/\(name)")
    }
    #expect(growth.isLinear)
  }
}
