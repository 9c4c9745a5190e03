import Diagnostics
import MarkupText
import Testing

@Suite struct SPDXReadingTests {
  private func shown(xml: String, prolog: String = "") -> [String] {
    let file = """
      <?xml version="1.0" encoding="UTF-8"?>\(prolog)
      <SPDXLicenseCollection xmlns="http://www.spdx.org/license"><license licenseId="X">
      <crossRefs><crossRef>https://a.org</crossRef></crossRefs><notes>Nothing</notes>
      <text>\(xml)</text></license></SPDXLicenseCollection>
      """
    return ReadableText.read(SourceFile(path: "x.xml", text: file)).shown
  }

  @Test func `reads text, lists and titles`() {
    let blocks = shown(
      xml: """
        <titleText><p>Sample<br/>Licence</p></titleText><copyrightText><p>Copyright &lt;year&gt;</p></copyrightText>
        <optional><p>Words <alt match=".+" name="a">that vary</alt></p></optional>
        <list><item><bullet>1.</bullet><p>First</p><list><item><bullet>*</bullet> inner</item></list></item>
        <item><bullet>b)</bullet> second <![CDATA[<one>]]> & </item></list>
        """.replacing(" & ", with: " &amp; "))
    #expect(
      blocks == [
        "h10 Sample", "h10 Licence", "p0 Copyright <year>", "p0 Words that vary", "li1 1. First", "li2 inner",
        "li1 b) second <one> &",
      ])
  }

  @Test func `reads no files and blows up no entities`() {
    let entities = (1...20).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);\">" }.joined()
    let prolog = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\"><!ENTITY e0 \"boom\">\(entities)]>"
    let blocks = shown(xml: "<p>before &f; &e20; behind</p>", prolog: prolog)
    #expect(blocks.allSatisfy { $0.utf8.count < 100 && !$0.contains("root:") })
  }

  @Test func `reads up to a mistake and says so`() {
    let file = SourceFile(path: "x.xml", text: "<SPDXLicenseCollection><text><p>One</p><p>Two")
    let text = ReadableText.read(file)
    #expect(text.shown == ["p0 One", "p0 Two"])
    #expect(text.diagnostics.map(\.id) == ["xml-syntax"])
  }
}
