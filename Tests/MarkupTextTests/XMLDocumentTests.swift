import Diagnostics
import MarkupText
import TestSupport
import Testing

@Suite struct XMLDocumentTests {
  private func read(_ text: String) -> XMLDocument { XMLDocument(reading: SourceFile(path: "a.xml", text: text)) }

  @Test func `gives elements with their names, namespaces, attributes and texts`() throws {
    let root = try #require(
      read(
        "<x:a xmlns:x='urn:x' b = \"1 &amp; 2\" x:c='&lt;'><!-- <d/> --><d> t&#101;xt <![CDATA[<&>]]> </d><e/></x:a>"
      ).root)
    #expect(root.name == "a")
    #expect(root.namespace == "urn:x")
    #expect(root.attributes.map { "\($0.name)=\($0.value)" } == ["b=1 & 2", "c=<"])
    #expect(root.children.map(\.name) == ["d", "e"])
    #expect(root.children[0].text == "text <&>")
    #expect(root.children[0].namespace == nil)
    #expect(root.text.isEmpty)
  }

  @Test func `knows the bytes of elements, texts and values`() throws {
    let marked = MarkedText(
      "<?xml version=\"1.0\"?><!-- <d> --><a>\n «<d é='>' b=\"«1&amp;2»\">  «t&#233;xt» </d>»<e f='x>y'/><?pi <d> > ?>«<d/>»</a>"
    )
    let root = try #require(XMLDocument(reading: marked.file).root)
    let first = root.children[0]
    // Marks that stand in each other end with the innermost.
    #expect(SourceLocation(marked.file, first.attributes[1].range).place == marked.places[0])
    #expect(SourceLocation(marked.file, first.textRange).place == marked.places[1])
    #expect(marked.file.text(in: first.range) == "<d é='>' b=\"1&amp;2\">  t&#233;xt </d>")
    #expect(marked.file.text(in: root.children[1].range) == "<e f='x>y'/>")
    #expect(SourceLocation(marked.file, root.children[2].range).place == marked.places[3])
  }

  @Test func `places are those of the file in any encoding`() throws {
    let text = "<a><b>caf\u{E9}</b><c>d</c></a>"
    var latin = Array(text.utf8)
    latin.replaceSubrange(9...10, with: [0xE9])
    let wide: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for (bytes, start) in [(latin, 17), (wide, 2 + 34), (marked, 3 + 18)] {
      let root = try #require(XMLDocument(reading: SourceFile(path: "a.xml", bytes: bytes)).root)
      #expect(root.children[0].text == "caf\u{E9}")
      #expect(root.children[1].textRange.lowerBound == start)
    }
  }

  @Test(arguments: [
    ("<a>", "xml-syntax 1:4"), ("<a></b>", "xml-syntax 1:8"), ("", "xml-syntax 1:1"), ("text", "xml-syntax 1:1"),
    ("<a>\n&none;</a>", "xml-syntax 2:7"), ("<a b='1' b='2'/>", "xml-syntax 1:15"),
    ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "xml-doctype 1:1"),
    (String(repeating: "<a>", count: 65), "xml-too-deep 1:193"),
    ("<a " + (0...100).map { "b\($0)='1'" }.joined(separator: " ") + "/>", "xml-too-large 1:1"),
  ])
  func `reads nothing of what is broken or too large, and says where`(_ text: String, _ mistake: String) {
    let document = read(text)
    #expect(document.root == nil)
    #expect(document.diagnostics.map(\.place) == [mistake])
    #expect(document.diagnostics.flatMap(\.styleMistakes).isEmpty)
  }

  @Test func `all ranges of damaged copies lie inside the file, and children inside their parents`() {
    let text =
      "<?xml version='1.0'?><a x='1'><!-- c --><b y=\"2&amp;3\">t &lt; é</b><c><d/>\n<e>f</e></c><![CDATA[g]]></a>"
    for bytes in DamagedCopies(of: text, count: 3_000, alphabet: "<>/&;\"'=![]-?: \nab") {
      guard let root = XMLDocument(reading: SourceFile(path: "a.xml", bytes: bytes)).root else { continue }
      var open = [root]
      while let element = open.popLast() {
        let ranges = element.children.map(\.range) + element.attributes.map(\.range) + [element.textRange]
        #expect(
          element.range.upperBound <= bytes.count
            && ranges.allSatisfy {
              $0.lowerBound >= element.range.lowerBound && $0.upperBound <= element.range.upperBound
            }, "\(String(decoding: bytes, as: UTF8.self))")
        open += element.children
      }
    }
  }

  @Test(arguments: [
    "<b c='d'>e</b>", "<b/>", "<b><c><d>&amp;</d></c></b>", "<!-- - -->", "<![CDATA[ ] ]]>", "&lt;", "<?p ?>",
  ])
  func `takes four times as long at most for four times as much`(_ piece: String) {
    let growth = Growth(from: 2_000) { count in
      _ = read("<a>" + String(repeating: piece, count: count) + "</a>")
    }
    #expect(growth.isLinear, "\(growth)")
  }
}
