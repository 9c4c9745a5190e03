import Diagnostics
import MarkupText
import Testing

@Suite struct PlainReadingTests {
  private static let wrapped = """
    SAMPLE LICENCE

    1. The first of these clauses is long enough to be broken into two lines of
    text, as clauses are.
       (a) an item that is set in from the left and is broken into two lines of
           text as well;
       - a bullet
    Another paragraph, which refers to what is said far above in the Section
    2.1 of this very sample.
    """

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `joins wrapped lines, and begins a block with each number or bullet`(_ ending: String) {
    let text = Self.wrapped.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
    #expect(
      shown(text, named: "LICENSE") == [
        "p0 SAMPLE LICENCE",
        "p0 1. The first of these clauses is long enough to be broken into two lines of text, as clauses are.",
        "p3 (a) an item that is set in from the left and is broken into two lines of text as well;",
        "li3 a bullet",
        "p0 Another paragraph, which refers to what is said far above in the Section 2.1 of this very sample.",
      ])
  }

  @Test func `takes a line for a paragraph where lines are not wrapped`() {
    let long = String(repeating: "words and more words ", count: 10) + "end."
    #expect(shown("Title\n\(long)\nNext one\n\(long)\n", named: "a.txt").count == 4)
  }

  @Test func `takes the box off a boxed text`() {
    let box = """
      ************************************************
      *                                              *
      * These words stand in a box that was drawn of *
      * stars, as some texts have it.                *
      *                                              *
      ************************************************
      """
    #expect(
      shown(box, named: "a.txt") == ["p0 These words stand in a box that was drawn of stars, as some texts have it."])
  }

  @Test func `puts no blank between Chinese characters`() {
    let text = "这是一个例子的第一行文字没有意义这是一个例子的第一行，\n文字没有意义。"
    #expect(shown(text, named: "a.txt").first?.contains(" 文") != true)
  }

  @Test func `cleans characters and keeps their places`() {
    let text = ReadableText.read(SourceFile(path: "a", text: "“It’s”\u{A0}a\u{200B}b – so\u{AD}ft"))
    #expect(text.shown == ["p0 \"It's\" ab - soft"])
    let quoted = text.text.sourceRange(of: 0..<6)
    #expect(text.file.text(in: quoted) == "“It’s”")
  }
}
