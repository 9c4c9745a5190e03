import Diagnostics
import Testing

@Suite struct SuggestionTests {
  private let keys = ["license", "name", "card", "relation", "accepted-by", "samples"]

  @Test(arguments: [
    ("liscense", "license"), ("licence", "license"), ("License", "license"), ("relatoin", "relation"),
    ("accepted_by", "accepted-by"), ("sample", "samples"), ("nane", "name"), ("nmae", "name"), ("crad", "card"),
  ])
  func `suggests what was most likely meant`(_ typed: String, _ meant: String) {
    #expect(typed.nearest(in: keys) == meant)
  }

  @Test(arguments: ["foo", "territories", "", "x", "née"])
  func `suggests nothing where nothing is near`(_ typed: String) {
    #expect(typed.nearest(in: keys) == nil)
  }

  @Test func `does not depend on the order of the candidates`() {
    #expect("bat".nearest(in: ["cat", "bar", "bad"]) == "bad")
    #expect("bat".nearest(in: ["bad", "bar", "cat"]) == "bad")
  }

  @Test func `prefers the nearer of two`() {
    #expect("quantised".nearest(in: ["quantiles", "quantized"]) == "quantized")
  }
}
