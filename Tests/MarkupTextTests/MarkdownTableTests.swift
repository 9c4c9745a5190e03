import MarkupText
import Testing

@Suite struct MarkdownTableTests {
  @Test func `gives every row its cells and the cells of the header`() {
    let rows = blocks(
      """
      | Model | **Base** |
      |:------|---------:|
      | Small | [`Tiny`](https://example.org/tiny) |
      | Größe | |
      after
      """)
    #expect(rows.map(\.shown).last == "p: after")
    let table = rows.filter { $0.kind == .tableRow }
    #expect(table.map(\.cellTexts) == [["Model", "Base"], ["Small", "Tiny"], ["Größe", ""]])
    #expect(table.map(\.header) == [[], ["Model", "Base"], ["Model", "Base"]])
    #expect(table[1].shownLinks == ["Tiny → https://example.org/tiny"])
  }

  @Test(arguments: [
    ("a | b\n--- | ---\nc | d", [["a", "b"], ["c", "d"]]),
    ("| a |\n|---|\n| b | more |", [["a"], ["b", "more"]]),
    ("| a \\| b | c |\n|---|---|\n| d | e |", [["a | b", "c"], ["d", "e"]]),
    ("| a || b |\n|---|---|---|\n", [["a", "", "b"]]),
  ])
  func `reads tables with and without pipes at their sides`(_ text: String, _ cells: [[String]]) {
    #expect(blocks(text).map(\.cellTexts) == cells)
  }

  @Test(arguments: ["a | b\nc | d", "a | b", "a\n---|---", "| a |\n| - x |"])
  func `takes nothing for a table that has no rule below its header`(_ text: String) {
    #expect(!blocks(text).contains { $0.kind == .tableRow })
  }
}
