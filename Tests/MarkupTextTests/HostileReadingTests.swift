import Diagnostics
import MarkupText
import TestSupport
import Testing

@Suite struct HostileReadingTests {
  private static let page = """
    <html><body class='a'><h1>x &amp; y</h1><ol start=3><li>one<li>two <b>bo&ld</b></ol><!-- z --><table><tr><td>q
    </table><script>q</script><pre># a\n1. b</pre><div hidden>h</div></body>
    """
  private static let spdx = "<SPDXLicenseCollection><text><p>a &amp; b<br/></p><list><item><bullet>1</bullet>c</item>"

  @Test(arguments: [(page, "a.html"), (spdx, "a.xml"), ("# A\n\n**b** [c](d) \\. &amp;\n> 1. e\n```\nf", "a.md")])
  func `reads every damaged copy into blocks whose places lie inside the file`(_ sample: String, _ path: String) {
    let broken = DamagedCopies(of: sample, count: 1_500, alphabet: "<>/!-&;='\" ap\n\u{E9}#*[]()|").first { bytes in
      let text = ReadableText.read(SourceFile(path: path, bytes: bytes))
      return text.blocks.contains { block in
        let place = text.text.sourceRange(of: block.range)
        return place.lowerBound < 0 || place.upperBound > bytes.count || block.range.isEmpty
      }
    }
    #expect(broken.map { String(decoding: $0, as: UTF8.self) } == nil)
  }

  @Test(arguments: [
    "<b>", "<div><p>", "</b>", "<a b='", "&amp;", "<!--", "<table><tr>", "<ol><li>", "<td>", "</", "<", "&", "a ",
    "<div>x</span>", "<ul><li><a>x</a>", "]]>", "<pre>", "<script>",
  ])
  func `reads pages in linear time`(_ piece: String) {
    let growth = Growth(from: 1 << 14) { size in
      let text = "<html>" + String(repeating: piece, count: size / piece.utf8.count)
      _ = ReadableText.read(SourceFile(path: "a.html", text: text))
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test(arguments: [
    "[", "[a](b)", "**", "`", "| a ", "a | b\n", "> ", "1. ", "(a) ", "# a\n", "&", "<", "\n", "```\n", "a\n",
  ])
  func `reads texts in linear time`(_ piece: String) {
    let growth = Growth(from: 1 << 14) { size in
      let text = String(repeating: piece, count: size / piece.utf8.count)
      _ = ReadableText.read(SourceFile(path: "a.md", text: text))
      _ = ReadableText.read(SourceFile(path: "a.txt", text: text))
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func `reads on behind 5,000 nested tags and 100,000 attributes`() {
    let nested = String(repeating: "<div>", count: 5_000) + "deep" + String(repeating: "</div>", count: 5_000)
    let wide = "<p " + String(repeating: "a=b ", count: 100_000) + ">wide</p>"
    #expect(shown("<html>\(nested)\(wide)<p>behind</p>", named: "a.html") == ["p0 deep", "p0 wide", "p0 behind"])
  }

  @Test(.enabled(if: Corpus.isPresent), arguments: Corpus.texts)
  func `gives every word of a real text its place`(_ text: Corpus.Text) throws {
    let bytes = try #require(text.bytes)
    #expect(ReadableText.read(SourceFile(path: text.path, bytes: bytes)).misplacedWords == [])
  }
}
