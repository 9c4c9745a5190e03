import TestSupport
import Testing
import YAMLSource

@Suite struct DuplicateKeyTests {
  @Test func `names both places where a key is set twice`() throws {
    let document = lenient("license: mit\nlanguage: en\n\nlicense: llama3.1\n")
    #expect(document.places == ["yaml-duplicate-key 4:1"])
    #expect(try #require(document.diagnostics.first).summary.contains("line 1"))
    #expect(document.root != nil)
  }

  @Test(arguments: [
    ("a:\n  b: 1\n  b: 2\n", ["yaml-duplicate-key 3:3"]),
    ("[{ a: 1, 'a': 2 }]", ["yaml-duplicate-key 1:10"]),
    ("a: 1\na: 2\na: 3\n", ["yaml-duplicate-key 2:1", "yaml-duplicate-key 3:1"]),
    ("a: { x: 1 }\nb: { x: 1 }\n", []),
    ("License: mit\nlicense: mit\n", []),
    ("é: 1\n😀: 2\né: 3", ["yaml-duplicate-key 3:1"]),
  ])
  func `compares the keys of one mapping only`(_ text: String, _ places: [String]) {
    #expect(strict(text).places == places)
  }
}
