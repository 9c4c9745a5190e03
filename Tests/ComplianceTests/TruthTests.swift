import Compliance
import Testing

@Suite struct TruthTests {
  @Test(arguments: [
    (Truth.yes, Truth.yes, Truth.yes, Truth.yes), (.yes, .unknown, .unknown, .yes), (.yes, .no, .no, .yes),
    (.unknown, .yes, .unknown, .yes), (.unknown, .unknown, .unknown, .unknown), (.unknown, .no, .no, .unknown),
    (.no, .yes, .no, .yes), (.no, .unknown, .no, .unknown), (.no, .no, .no, .no),
  ])
  func `unknown stays unknown unless the other side decides`(left: Truth, right: Truth, and: Truth, or: Truth) {
    #expect((left && right) == and)
    #expect((left || right) == or)
    #expect(!(left && right) == (!left || !right))
  }

  @Test(arguments: [(Truth.yes, Truth.no), (.no, .yes), (.unknown, .unknown)])
  func `the contrary of unknown is unknown`(truth: Truth, contrary: Truth) {
    #expect(!truth == contrary)
  }
}
