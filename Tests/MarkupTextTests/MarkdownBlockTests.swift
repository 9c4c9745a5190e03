import Diagnostics
import MarkupText
import Testing

@Suite struct MarkdownBlockTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let shown: [String]

    init(_ name: String, _ text: String, _ shown: [String]) {
      self.testDescription = name
      self.text = text
      self.shown = shown
    }
  }

  @Test(arguments: [
    Sample(
      "headings", "# One\n### Three\n####### no heading\n#no heading",
      ["h1: One", "h3: Three", "p: ####### no heading #no heading"]),
    Sample("underlined headings", "Title\n=====\nPart\n---\ntext", ["h1: Title", "h2: Part", "p: text"]),
    Sample("a rule is no heading", "one\ntwo\n\n---\n\nthree", ["p: one two", "p: ---", "p: three"]),
    Sample("paragraphs", "one\n  two\n\nthree", ["p: one two", "p: three"]),
    Sample(
      "lists", "- one\n* two\n+ three\n4. four\n5) five\n-no",
      ["li: one", "li: two", "li: three", "li: four", "li: five -no"]),
    Sample("an item's further lines", "- one\n  more\n\nafter", ["li: one more", "p: after"]),
    Sample("quotes", "> one\n> two\n\n> # Three", ["p: one two", "h1: Three"]),
    Sample("fenced code", "a\n```python\nx = '# no heading'\n```\nb", ["p: a", "code: x = '# no heading'\n", "p: b"]),
    Sample("tildes, and a shorter fence inside", "~~~~\n~~~\n```\n~~~~\nb", ["code: ~~~\n```\n", "p: b"]),
    Sample("a fence that nobody closes", "```\nx\n\ny", ["code: x\n\ny"]),
    Sample("code in a line is no fence", "```x``` y", ["p: x y"]),
    Sample("comments", "<!-- one\n\n# two -->\nthree <!-- four --> five", ["p: three five"]),
    Sample("text behind a comment", "<!-- one --> two\n<!-- three\nfour --> five", ["p: two", "p: five"]),
    Sample("line endings", "# One\r\ntwo\r\nthree\r\rfour", ["h1: One", "p: two three", "p: four"]),
    Sample("nothing", "\n \n\t\n", []),
  ])
  func `cuts a text into blocks`(_ sample: Sample) {
    #expect(blocks(sample.text).map(\.shown) == sample.shown)
  }

  @Test func `knows under which headings a block stands`() {
    let found = blocks("# A\none\n## B\ntwo\n### C\nthree\n## D\nfour\n# E\nfive")
    let places = found.filter { $0.kind == .paragraph }.map { $0.headings.joined(separator: "/") }
    #expect(places == ["A", "A/B", "A/B/C", "A/D", "E"])
  }

  @Test func `begins where the front matter ends`() {
    let file = SourceFile(path: "a", text: "---\na: b\n---\nbody")
    #expect(Markdown(reading: file, from: 13).blocks.map(\.shown) == ["p: body"])
  }
}
