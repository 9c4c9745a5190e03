import TestSupport
import Testing

/// Files that hold no text, or that try to make `parse`, `identify` and `diff` trap: each gives an answer and says what
/// could not be read.
@Suite struct HostileTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let content: String
    /// What standard error has to hold; nothing for files that can be read.
    var says = ""
    /// 2 where there is no text that an answer could be about.
    var code: Int32 = 0

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "empty.txt", content: "", says: "no text was found"),
    Case(name: "blank.txt", content: String(repeating: " \n", count: 50_000), says: "no text was found"),
    Case(name: "binary.txt", content: "\u{7F}ELF\u{0}\u{1}\u{2}", says: "the file contains a NUL byte", code: 2),
    Case(name: "line.txt", content: String(repeating: "You may not sell it. ", count: 800)),
    Case(name: "sentence.txt", content: String(repeating: "you must not and may ", count: 800)),
    Case(name: "quotes.txt", content: String(repeating: "\"You (must [not “sell ", count: 800)),
    Case(name: "restart.txt", content: (1...800).map { "\($0 % 7 + 1). You may not sell.\n\n" }.joined()),
    Case(name: "nested.txt", content: String(repeating: "(a) (i) (1) ", count: 800) + "You may not sell."),
    Case(name: "deep.md", content: (0..<400).map { String(repeating: " ", count: $0) + "- You may not:\n" }.joined()),
    Case(name: "tags.html", content: "<html>" + String(repeating: "<div>", count: 5_000) + "You may not sell."),
    Case(
      name: "attributes.html",
      content: "<html><p \((0..<100_000).map { "a\($0)=b" }.joined(separator: " "))>You may not sell."),
  ]

  @Test(arguments: cases) func `a text is read as far as it can be`(_ test: Case) throws {
    let folder = try TemporaryFolder([test.name: test.content, "old.txt": "You may not sell it.\n"])
    for command in [["parse", test.name], ["identify", test.name], ["diff", "old.txt", test.name]] {
      let run = try ProgramRun(ProgramRun.built("pedigree"), command, in: folder.path, environment: [:])
      #expect(run.code == test.code, "\(command)")
      #expect(test.says.isEmpty ? run.errors == "" : run.errors.contains(test.says), "\(command): \(run.errors)")
    }
  }
}
