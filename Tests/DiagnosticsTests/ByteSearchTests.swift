import Diagnostics
import Testing

@Suite struct ByteSearchTests {
  @Test(
    arguments: [
      ("abcab", "ab", 0, 0), ("abcab", "ab", 1, 3), ("abcab", "cab", 0, 2), ("abcab", "ab", 4, nil),
      ("aab", "ab", 0, 1), ("", "a", 0, nil), ("a", "ab", 0, nil),
    ] as [(String, String, Int, Int?)])
  func `finds the first occurrence from a start on`(_ text: String, _ needle: String, _ start: Int, _ found: Int?) {
    #expect(Array(text.utf8).firstRange(of: Array(needle.utf8), from: start) == found)
  }

  @Test func `finds words whatever the case of their letters`() {
    #expect("ORIGINAL Model Card".containsIgnoringCase("original model card"))
    #expect(!"Original modelcard".containsIgnoringCase("original model card"))
    // Only letters have a case: `@` is not a backtick.
    #expect(!"@".containsIgnoringCase("`"))
  }
}
