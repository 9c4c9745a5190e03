import MarkupText
import Testing

@Suite struct InlineMarkupTests {
  @Test(arguments: [
    ("**bold** and _slanted_ and `code`", "bold and slanted and code"),
    ("snake_case_name and __init__", "snake_case_name and init"),
    ("\\*kept\\* \\[so\\]", "*kept* [so]"),
    ("two  blanks\tand\u{A0}more", "two blanks and more"),
    ("a<br>b <b>c</b><span>d</span>", "a b cd"),
    ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ("[no link] and [none](", "[no link] and [none]("),
    ("before <!-- gone --> behind", "before behind"),
    ("a\u{301} 😀 ü", "a\u{301} 😀 ü"),
  ])
  func `takes markup off and leaves the words`(_ text: String, _ words: String) {
    #expect(blocks("x " + text).map(\.text.string) == ["x " + words])
  }

  @Test(arguments: [
    ("[words](https://a.org)", ["words → https://a.org"]),
    ("[words](<https://a.org> \"title\")", ["words → https://a.org"]),
    ("[**bold** words](a/b_(c).md)", ["bold words → a/b_(c).md"]),
    ("[a [b] c](d)", ["a [b] c → d"]),
    ("![a picture](p.png)", ["!a picture → p.png"]),
    ("[![badge](b.svg)](https://a.org)", ["!badge → b.svg", "badge → https://a.org"]),
    ("<https://a.org/x>", ["https://a.org/x → https://a.org/x"]),
    ("see https://a.org/x, or http://b.org.", ["https://a.org/x → https://a.org/x", "http://b.org → http://b.org"]),
    ("<a href=\"https://a.org\">some <b>words</b></a>", ["some words → https://a.org"]),
    ("<a class='x' href='y'>z</a>", ["z → y"]),
    ("<a name=\"top\"></a>", []),
    ("<img src=\"p.png\" alt=\"a picture\">", ["!a picture → p.png"]),
    ("<img src=\"p.png\"/>", []),
    ("<a href=\"z\"><img alt='logo' src='l.png'/></a>", ["!logo → l.png", "logo → z"]),
  ])
  func `finds links and pictures with their words`(_ text: String, _ links: [String]) {
    #expect(blocks("x " + text).flatMap(\.shownLinks) == links)
  }

  @Test func `keeps links in a list of links apart`() {
    let found = blocks("- [a](b) and [c](d)\n- [e](f)")
    #expect(found.map(\.shownLinks) == [["a → b", "c → d"], ["e → f"]])
  }

  @Test func `shows a picture's alternative text as text`() {
    #expect(blocks("![Built with care](logo.png)").map(\.shown) == ["p: Built with care"])
    #expect(blocks("<img alt=\"Built with care\" src=\"l.png\">!").map(\.shown) == ["p: Built with care !"])
  }
}
