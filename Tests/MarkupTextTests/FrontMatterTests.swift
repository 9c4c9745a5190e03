import Diagnostics
import MarkupText
import Testing

/// What the Hub's regular expression finds, as the Hub itself runs it.
@Suite struct FrontMatterTests {
  struct Found: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let yaml: String
    let body: String

    init(_ name: String, _ text: String, yaml: String, body: String) {
      self.testDescription = name
      self.text = text
      self.yaml = yaml
      self.body = body
    }
  }

  @Test(arguments: [
    Found("bare", "---\na: b\n---\nbody", yaml: "a: b", body: "body"),
    Found("blank lines before", "\n \t\n---\na: b\n---\nbody", yaml: "a: b", body: "body"),
    Found("form feed before", "\u{B}\u{C}---\na: b\n---\n", yaml: "a: b", body: ""),
    Found("no-break space before", "\u{A0}---\na: b\n---\nbody", yaml: "a: b", body: "body"),
    Found(
      "every space of Unicode", "\u{1680}\u{2003}\u{2028}\u{202F}\u{205F}\u{3000}---\na: b\n---\n", yaml: "a: b",
      body: ""),
    Found("byte order mark", "\u{FEFF}---\na: b\n---\nbody", yaml: "a: b", body: "body"),
    Found("blanks behind the closing dashes", "---\na: b\n--- \t\nbody", yaml: "a: b", body: "body"),
    Found("closed by the end of the file", "---\na: b\n---", yaml: "a: b", body: ""),
    Found("CRLF", "---\r\na: b\r\nc: d\r\n---\r\nbody", yaml: "a: b\r\nc: d", body: "body"),
    Found("lone CR, closed by the end of the file", "---\ra: b\r---", yaml: "a: b", body: ""),
    Found("one empty line", "---\n\n---\nbody", yaml: "", body: "body"),
    Found("empty block that runs on to a rule", "---\n---\na: b\n---\nbody", yaml: "---\na: b", body: "body"),
    Found("empty CRLF block", "---\r\n---\r\nbody", yaml: "", body: "body"),
    Found("dashes in an indented block", "---\na: |\n  x\n  ---\n---\nbody", yaml: "a: |\n  x\n  ---", body: "body"),
    Found(
      "four dashes and words do not close", "---\na: b\n----\n--- x\n...\n---\nz", yaml: "a: b\n----\n--- x\n...",
      body: "z"),
    Found("the first of two closings", "---\na: b\n---\nx\n---\ny", yaml: "a: b", body: "x\n---\ny"),
    Found("several bytes a letter", "---\né: 😀\n---\nö", yaml: "é: 😀", body: "ö"),
  ])
  func `finds the block`(_ sample: Found) throws {
    let file = SourceFile(path: "README.md", text: sample.text)
    let block = try #require(FrontMatter(in: file))
    #expect(file.text(in: block.yaml) == sample.yaml)
    #expect(file.text(in: SourceRange(block.bodyStart, file.bytes.count)) == sample.body)
  }

  @Test(arguments: [
    "", "-", "---", "---\n", "text", "---\na: b\n", "---\n---\n", "---\na: b\n----\n", "---\na: b\n...\n",
    "--- \na: b\n---\n", "---x\na: b\n---\n", "----\na: b\n---\n", "x\n---\na: b\n---\n",
    "<!-- comment -->\n---\na: b\n---\n", "---\ra: b\r---\rbody",
    // Spaces to Python alone.
    "\u{85}---\na: b\n---\n", "\u{1C}---\na: b\n---\n", "\u{200B}---\na: b\n---\n",
  ])
  func `finds none where the Hub finds none`(_ text: String) {
    #expect(FrontMatter(in: SourceFile(path: "README.md", text: text)) == nil)
  }

  @Test func `warns of a byte order mark, which only the Hub reads past`() throws {
    let marked = try #require(FrontMatter(in: SourceFile(path: "a", text: "\u{FEFF}---\na: b\n---\n")))
    #expect(marked.diagnostics.map(\.id) == ["front-matter-byte-order-mark"])
    let bare = try #require(FrontMatter(in: SourceFile(path: "a", text: "---\na: b\n---\n")))
    #expect(bare.diagnostics.map(\.id) == [])
  }
}
