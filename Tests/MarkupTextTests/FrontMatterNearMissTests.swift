import Diagnostics
import MarkupText
import TestSupport
import Testing

@Suite struct FrontMatterNearMissTests {
  @Test(arguments: [
    ("--- \na: b\n---\n", "blanks behind the opening", "1:1"),
    ("\n---\t\r\na: b\r\n---\r\n", "blanks behind the opening", "2:1"),
    ("\u{85}---\na: b\n---\n", "control character", "1:2"),
    ("\u{1C}\n---\na: b\n---\n", "control character", "2:1"),
    ("---\na: b\n", "never closed", "1:1"),
    ("\u{A0}---\na: b\n", "never closed", "1:2"),
    ("\u{FEFF}---\na: b\n----\n", "never closed", "1:2"),
  ])
  func `says why a block that looks like one is none`(_ text: String, _ reason: String, _ place: String) throws {
    let message = try #require(FrontMatter.nearMiss(in: SourceFile(path: "a", text: text)))
    #expect(message.place == "front-matter-not-found \(place)")
    #expect(message.summary.contains(reason), "\(message.summary)")
    #expect(message.styleMistakes == [])
  }

  @Test(arguments: ["", "# Heading\n", "text\n---\n", "----\n", "---x\n", "<!-- x -->\n---\na: b\n---\n", "- item\n"])
  func `says nothing where nothing looks like one`(_ text: String) {
    #expect(FrontMatter.nearMiss(in: SourceFile(path: "a", text: text))?.summary == nil)
  }
}
