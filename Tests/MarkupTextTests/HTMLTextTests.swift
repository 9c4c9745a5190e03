import Diagnostics
import MarkupText
import Testing

@Suite struct HTMLTextTests {
  private func pieces(_ html: String) -> [String] {
    HTMLText(reading: SourceFile(path: "a.html", text: html)).pieces.map(\.text).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  @Test func `reads what people read, and no scripts, styles or heads`() {
    let html = """
      <!DOCTYPE html><html><head><title>T</title><style>p { x: y }</style></head>
      <body><h1>Terms</h1><script>var a = "<p>no</p>";</script>
      <p>One &amp; <b>two</b> é</p><template><p>no</p></template><noscript>no</noscript>
      <style>no</style></body></html>
      """
    #expect(pieces(html) == ["Terms", "One &", "two", "é"])
  }

  @Test(arguments: [
    ("plain text", ["plain text"]), ("<p>one<p>two", ["one", "two"]), ("<b><i>x</b></i>", ["x"]),
    ("<section><main>new tags</main></section>", ["new tags"]), ("a &bogus; b", ["a &bogus; b"]),
    ("<p>1 < 2</p>", ["1 < 2"]),
  ])
  func `reads what is not well-formed`(_ html: String, _ texts: [String]) {
    #expect(pieces(html).joined(separator: " ") == texts.joined(separator: " "))
  }

  @Test func `knows in which line a text stands`() throws {
    let file = SourceFile(path: "a", text: "<p>\none</p>\n<div>\n<p>two</p></div>")
    let text = HTMLText(reading: file)
    let two = try #require(text.pieces.first { $0.text == "two" })
    #expect(two.line == 4)
  }

  @Test func `reads on behind 5,000 nested tags`() {
    let nested = String(repeating: "<div>", count: 5_000) + "deep" + String(repeating: "</div>", count: 5_000)
    #expect(pieces("<p>before</p>\(nested)<p>behind</p>") == ["before", "deep", "behind"])
  }

  @Test(arguments: [
    "<p " + String(repeating: "a=b ", count: 20_000) + ">",
    "<p " + String(repeating: "a", count: 70_000) + ">",
    // The quoted `>` does not end the tag, and what follows is still attributes.
    "<p title=\">\" " + String(repeating: "a=b ", count: 20_000) + ">",
    "<p title = '>' " + String(repeating: "a=b ", count: 20_000) + ">",
    "<p " + String(repeating: "a='>' ", count: 20_000) + ">",
  ])
  func `reads on behind a tag whose attributes take too long to parse`(_ html: String) {
    #expect(pieces(html + "<p>text</p>") == ["text"])
  }

  @Test func `refuses no page for being long`() {
    let html = String(repeating: "<p class=\"x\">it's 1 > 0, isn't it?</p>\n", count: 5_000)
    #expect(pieces(html).count == 5_000)
  }

  @Test func `reads nothing from nothing`() {
    #expect(pieces("").isEmpty)
  }
}
