import Testing

@testable import LicenseTexts

/// What is said where little was read.
@Suite struct UnreadTests {
  private static func text(_ sentences: Int) -> String {
    (1...sentences).map { "You must paint boat number \($0). The harbour is old. " }.joined()
  }

  @Test func `sentences that bind, and of which nothing was read, are counted`() throws {
    let parsed = try WordingReading.parse("You must pay all fees. " + Self.text(3))
    #expect(parsed.obligations.count == 1)
    #expect(
      parsed.unread.map { parsed.text.words(in: $0) } == [
        "You must paint boat number 1", "You must paint boat number 2", "You must paint boat number 3",
      ])
    #expect(parsed.diagnostics.isEmpty)
  }

  @Test func `a text in which little was read says so`() throws {
    let parsed = try WordingReading.parse("You must pay all fees. " + Self.text(20))
    #expect(
      parsed.diagnostics.map(\.summary) == [
        "read 1 obligations, while 20 more sentences bind or allow by their form"
      ])
  }
}
