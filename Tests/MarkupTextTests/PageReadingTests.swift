import Diagnostics
import MarkupText
import TestSupport
import Testing

@Suite struct PageReadingTests {
  @Test(arguments: [
    ("<h2>Title</h2><p>One <b>bold</b> word</p>", ["h20 Title", "p0 One bold word |bold"]),
    ("<p>un<i>brok</i>en<br>next</p>", ["p0 unbroken", "p0 next"]),
    ("<ol><li>One<li>Two<ol type=a><li>Sub</ol></ol>", ["li1 1. One", "li1 2. Two", "li2 a. Sub"]),
    ("<ol start=4 type=I><li>Four<li value=9>Nine</ol>", ["li1 IV. Four", "li1 IX. Nine"]),
    ("<ol reversed><li>Two<li>One</ol>", ["li1 2. Two", "li1 1. One"]),
    ("<ol style='list-style-type: lower-roman'><li>x</ol>", ["li1 i. x"]),
    ("<ol style='list-style: none'><li>x</ol>", ["li1 x"]),
    ("<ol><li>1. Own<li>2. Number</ol>", ["li1 1. Own", "li1 2. Number"]),
    ("<ol start=27 type=a><li><p>x</p><p>y</p></ol>", ["li1 aa. x", "p1 y"]),
    ("<ul><li>x<li>y</ul>", ["li1 x", "li1 y"]),
    ("<table><tr><td>a<td><p>b</p></tr></table>", ["row0 a b"]),
    ("<table><tr><td><h1>a</h1><p>b</p><p>c</p></td></tr></table>", ["h10 a", "p0 b", "p0 c"]),
    ("<blockquote><p>q</p></blockquote>", ["p>0 q"]),
    ("<p>Fish &amp; chips&nbsp;&#8220;x&#x201d;</p>", ["p0 Fish & chips \"x\""]),
    ("<p style='font-weight: 700'>Bold</p>", ["p0 Bold |Bold"]),
    ("<pre>1. One\n2. Two</pre>", ["p0 1. One", "p0 2. Two"]),
    ("<p>a<!-- <p>no</p> -->b</p><![CDATA[no]]><p>c < d</p>", ["p0 ab", "p0 c < d"]),
  ])
  func `reads what a browser shows`(_ html: String, _ blocks: [String]) {
    #expect(shown("<!DOCTYPE html><html><body>\(html)</body></html>", named: "a.html") == blocks)
  }

  @Test(arguments: [
    "<nav><a href=x>Home</a></nav>", "<footer>Made by us</footer>", "<div hidden>h</div>",
    "<div style='display: none'>h</div>", "<span aria-hidden=true>h</span>", "<button>Go</button>",
    "<div class='cookie-banner'>We use them</div>", "<script>var a = '<p>no</p>'</script>",
    "<ul><li><a>A</a><li><a>B</a><li><a>C</a></ul>", "<a href='#m'>Skip to main content</a>",
    "<style>p { x: y }</style>", "<template><p>no</p></template>", "<div role=dialog>no</div>",
  ])
  func `leaves out what stands around the text`(_ frame: String) {
    let html = "<html><body>\(frame)<p>These are the words that the page is about, and there are more of them.</p>"
    #expect(
      shown(html, named: "page.txt") == ["p0 These are the words that the page is about, and there are more of them."])
  }

  @Test func `keeps a text whose element is called as a frame is`() {
    #expect(shown("<html><body><div class='cookie-policy'><p>All of the text</p></div>", named: "a.html").count == 1)
  }

  @Test func `knows the place of every word`() {
    let page = """
      <!DOCTYPE html>\r\n<html><head><title>T</title><style>p { a: b }</style></head><body class="x > y">
      <h1 title='a>b'>Übung &amp; more</h1><script>if (a < b) { "<p>c</p>" }</script>
      <p>1 < 2 &bogus; &copy; <em>it&rsquo;s</em> <!-- it's --> it's</b> 😀 end</p>\t<ul><li>&lt;p&gt;</ul>
      """
    let text = ReadableText.read(SourceFile(path: "a.html", text: page))
    #expect(text.misplacedWords == [])
    let end = text.text.bytes.firstRange(of: Array("end".utf8)).map { text.text.sourceRange(of: $0..<($0 + 3)) }
    #expect(end.map { text.file.text(in: $0) } == "end")
    #expect(text.shown == ["h10 Übung & more", "p0 1 < 2 &bogus; © it's it's 😀 end", "li1 <p>"])
  }
}
