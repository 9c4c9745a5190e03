import Diagnostics
import MarkupText
import TestSupport
import Testing

@Suite struct HostileMarkupTests {
  private static let sample = """
    ---
    license: mit
    ---
    # Title *é*
    Words [link **b**](https://a.org "t") ![pic](p.png) <a href="x">y</a> <!-- c -->
    > quote \\* 😀

    | A | [B](c) |
    |---|:-:|
    | x \\| y | <img alt="z" src='s'> |
    - item https://a.org/x.
    ```
    code
    ```
    Under
    ---
    """
  private static let alphabet = "[]()<>!|-=#*_`~\\\"'/:. \n\r\tah&;"

  @Test func `cuts every damaged copy into blocks whose places lie inside the file`() {
    let broken = DamagedCopies(of: Self.sample, count: 4_000, alphabet: Self.alphabet).first { bytes in
      let file = SourceFile(path: "a.md", bytes: bytes)
      let start = FrontMatter(in: file)?.bodyStart ?? 0
      _ = FrontMatter.nearMiss(in: file)
      return Markdown(reading: file, from: start).blocks.contains { block in
        let count = block.text.bytes.count
        return (block.cells + block.links.map(\.range) + [0..<count]).contains { range in
          let place = block.text.sourceRange(of: range)
          return range.upperBound > count || place.lowerBound < start || place.upperBound > bytes.count
        }
      }
    }
    #expect(broken.map { String(decoding: $0, as: UTF8.self) } == nil)
  }

  @Test func `reads every damaged page`() {
    let page = "<html><body><p a='b' c=\"d\">x &amp; <b>y</b><!-- z --><script>q</script></p><![CDATA[w]]></body>"
    for bytes in DamagedCopies(of: page, count: 2_000, alphabet: "<>/!-&;='\" ap\n") {
      let text = HTMLText(reading: SourceFile(path: "a.html", bytes: bytes))
      #expect(!text.pieces.contains { $0.line < 1 })
    }
  }

  @Test(arguments: [
    "[", "![", "[[]", "[a](", "[a](b)", "[", "(", "<", "<a href=\"", "<!--", "a <!--\n\n", "x <!-- y\n", "|", "| a ",
    "a | b\n", "|-", "|-\n", "#", "# a\n", "`", "```\n", "~~~\n\n", "*", "_", "_a", "\\", "> ", "- ", "- a\n", "1. ",
    "---\n", "a\n===\n", "https://", "http://a.org ", "&", "a ", "\n", "\r", "é", "\u{A0}", "]", ")](", "![](<",
    "[![", "<img alt='", "---", "--- \n",
  ])
  func `takes four times as long at most for four times as much`(_ piece: String) {
    let growth = Growth(from: 1 << 14) { size in
      let file = SourceFile(path: "a.md", text: String(repeating: piece, count: size / piece.utf8.count))
      _ = FrontMatter(in: file)
      _ = Markdown(reading: file)
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func `does not search for the end of a block again from every line`() {
    let growth = Growth(from: 1 << 14) { size in
      let lines = String(repeating: "---\r\n", count: size / 10)
      _ = FrontMatter(in: SourceFile(path: "a.md", text: "---\n" + lines.replacing("---", with: "----")))
      _ = FrontMatter.nearMiss(in: SourceFile(path: "a.md", text: String(repeating: "\u{85}", count: size)))
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test(arguments: ["<b>", "<p>", "<div><p>", "</b>", "<a b='", "&amp;", "<!--", "<table>", "<li>", "a "])
  func `parses pages in linear time`(_ piece: String) {
    let growth = Growth(from: 1 << 14) { size in
      _ = HTMLText(reading: SourceFile(path: "a.html", text: String(repeating: piece, count: size / piece.utf8.count)))
    }
    #expect(growth.isLinear, "\(growth)")
  }
}
