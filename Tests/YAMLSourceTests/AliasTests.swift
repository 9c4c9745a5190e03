import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite struct AliasTests {
  /// Each line doubles the one before it `levels` times over.
  private func bomb(_ levels: Int) -> String {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...levels {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(alias), \(alias)]\n"
    }
    return text
  }

  @Test func `forbids aliases in our own files and says where one stands`() {
    let document = strict("base: &base x\nother: *base\n")
    #expect(document.places == ["yaml-alias 2:8"])
    #expect(document.root == nil)
  }

  @Test func `allows an anchor that nobody refers to`() {
    #expect(strict("base: &base x\n").places == [])
  }

  @Test func `puts the value of an alias in its place within the budget`() throws {
    let document = lenient("base: &base [mit, gpl]\nother: *base\n")
    #expect(document.places == [])
    #expect(document.root?["other"]?.items?.map(\.text) == ["mit", "gpl"])
  }

  @Test func `stops a document that aliases blow up`() {
    let document = lenient(bomb(30))
    #expect(document.diagnostics.map(\.id) == ["yaml-alias-budget"])
    #expect(document.root == nil)
  }

  @Test func `counts every node that an alias stands for`() {
    let file = SourceFile(path: "a", text: "a: &a [x, x]\nb: [*a, *a]\n")
    // A list of two is three nodes, and it is used twice.
    var limits = YAMLDocument.Limits.lenient
    limits.aliasedNodes = 6
    #expect(YAMLDocument(reading: file, limits: limits).places == [])
    limits.aliasedNodes = 5
    #expect(YAMLDocument(reading: file, limits: limits).places == ["yaml-alias-budget 2:9"])
  }

  @Test(arguments: [("a: *b", "yaml-syntax 1:4"), ("a: &a [*a]", "yaml-syntax 1:8")])
  func `finds aliases without an anchor before them, their own included`(_ text: String, _ place: String) {
    #expect(lenient(text).places == [place])
  }
}
