import Diagnostics
import MarkupText
import Testing

@Suite struct MarkdownReadingTests {
  @Test(arguments: [
    ("# One #\n\nTwo\n===\n\n3\\. Three\n---", ["h10 One", "h10 Two", "h20 3. Three"]),
    ("1\\. First\n\n2\\. Second", ["p0 1. First", "p0 2. Second"]),
    ("1. Outer\n    1. Inner\n    * Bullet", ["li0 1. Outer", "li4 1. Inner", "li4 Bullet"]),
    ("# T\n2. II. Own number", ["h10 T", "li0 II. Own number"]),
    ("**2.2. Title.** Words here.", ["p0 2.2. Title. Words here. |2.2. Title."]),
    ("<b>Title.</b> __two__ **open", ["p0 Title. two open |Title.|two"]),
    ("> Quoted\n\nplain", ["p>0 Quoted", "p0 plain"]),
    ("- [Words](https://a.org) stay (x)", ["li0 Words stay (x)"]),
    ("[form](https://a.org)(opens in a new window). Next", ["p0 form. Next"]),
    ("![picture](a.png) Words &amp; &quot;marks&quot;", ["p0 Words & \"marks\""]),
    ("* [A](a)\n* [B](b)\n* [C](c)\n\n# Title", ["h10 Title"]),
    ("See these:\n\n* [A](a)\n* [B](b)\n* [C](c)", ["p0 See these:", "li0 A", "li0 B", "li0 C"]),
    ("[Skip to main content](#m)\n\n# Title", ["h10 Title"]),
    ("| A | B |\n|---|---|\n| c | d |", ["row0 A B", "row0 c d"]),
    ("---\nlicense: mit\n---\n# Title", ["h10 Title"]),
    ("One  \nTwo\n\n* * *\n\nThree", ["p0 One", "p0 Two", "p0 Three"]),
    ("# T\n(a) one;\n(b) two", ["h10 T", "p0 (a) one;", "p0 (b) two"]),
    ("# T\nas set out in Section\n2.1 above", ["h10 T", "p0 as set out in Section 2.1 above"]),
  ])
  func `reads a document`(_ text: String, _ blocks: [String]) {
    #expect(shown(text, named: "a.md") == blocks)
  }

  @Test func `reads a fence that holds prose as plain text, and code as code`() {
    let prose = """
      # Licence

      ```
      1. These made-up words go on and on for so long that this line is wrapped where
      it would not fit any more, and they say nothing at all about anything in there.

      2. A second clause of this sample says even less, and is here to be another one.
      ```
      """
    #expect(shown(prose, named: "a.md").map { $0.prefix(8) } == ["h10 Lice", "p0 1. Th", "p0 2. A "])
    #expect(shown("# T\n```\nx = [1]\n```", named: "a.md") == ["h10 T", "code0 x = [1]"])
  }

  @Test(arguments: ["LICENSE", "a.txt"])
  func `knows Markdown by its looks`(_ path: String) {
    #expect(shown("# A\n\n1\\. One\n\n2\\. Two\n\n## B\n\n### C", named: path).first == "h10 A")
    #expect(shown("# one line\n\nnot Markdown", named: path).first == "p0 # one line")
  }
}
