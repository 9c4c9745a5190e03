import LicenseTexts
import TestSupport
import Testing

@Suite struct TextSignatureTests {
  /// Sentences of made-up words, the same in every run.
  private static func sentences(_ count: Int, seed: UInt64 = 1) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let words = (0..<24).map { _ in "w\(Int.random(in: 0..<400, using: &generator))" }
      return words.joined(separator: " ") + "."
    }
  }

  private static func match(_ original: String, _ text: String) -> TextMatch {
    TextSignature(id: "made-up", of: Array(original.utf8)).match(ShingleSet(of: Array(text.utf8)))
  }

  @Test func `a text is a copy of itself, however it is set`() {
    let original = Self.sentences(20).joined(separator: " ")
    let shouted = Self.sentences(20).map { "  > \($0.uppercased())" }.joined(separator: "\r\n\r\n")
    let quoted = Self.sentences(20).map { "**\($0)**" }.joined(separator: "\n")
    for text in [original, shouted, quoted] { #expect(Self.match(original, text).isCopy) }
  }

  @Test func `whose copyright a copy states makes no difference`() {
    let body = Self.sentences(20).joined(separator: "\n")
    let original = "Copyright (c) 1999 Jane Doe and all of her many friends\n\(body)"
    let copy = "Copyright 2024 The Acme Company of Somewhere Far Away\n\(body)"
    #expect(Self.match(original, copy).isCopy)
  }

  @Test(arguments: 0..<20) func `a text without one of its sentences is no copy`(index: Int) {
    var rest = Self.sentences(20)
    rest.remove(at: index)
    let match = Self.match(Self.sentences(20).joined(separator: " "), rest.joined(separator: " "))
    #expect(!match.isCopy)
    #expect(match.isKin)
  }

  @Test(arguments: 2..<12) func `a text with a further paragraph is no copy`(seed: UInt64) {
    let original = Self.sentences(20)
    let added = original + Self.sentences(3, seed: seed)
    let match = Self.match(original.joined(separator: " "), added.joined(separator: " "))
    #expect(!match.isCopy)
    #expect(match.isKin)
  }

  @Test(arguments: 2..<12) func `a paragraph makes a difference in a long text too`(seed: UInt64) {
    let original = Self.sentences(400)
    let longer = original + Self.sentences(3, seed: seed)
    #expect(!Self.match(original.joined(separator: " "), longer.joined(separator: " ")).isCopy)
    #expect(!Self.match(longer.joined(separator: " "), original.joined(separator: " ")).isCopy)
  }

  @Test func `another text is not even akin`() {
    let match = Self.match(Self.sentences(20).joined(), Self.sentences(20, seed: 99).joined())
    #expect(!match.isKin)
  }

  @Test(arguments: ["", "one two three four", "\u{0}\u{1}"]) func `a text without runs is no copy of anything`(
    text: String
  ) {
    #expect(!Self.match(Self.sentences(3).joined(separator: " "), text).isKin)
    #expect(!Self.match(text, text).isKin)
  }

  @Test func `a signature reads what it printed`() throws {
    let text = Array(Self.sentences(5).joined(separator: " ").utf8)
    let original = TextSignature(id: "made-up", of: text)
    let read = try #require(TextSignature(id: "made-up", words: original.words.map { Substring($0) }))
    #expect(read.words == original.words)
    #expect(read.match(ShingleSet(of: text)).isCopy)
    #expect(TextSignature(id: "made-up", words: ["zz", "not-a-number"]) == nil)
  }
}
