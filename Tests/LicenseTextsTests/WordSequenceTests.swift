import LicenseTexts
import Testing

@Suite struct WordSequenceTests {
  private static func words(_ text: String) -> [UInt16] { WordSequence(text.readable).hashes }

  @Test(arguments: [
    ("Licence", "license"), ("organise", "ORGANIZE"), ("cancelled", "canceled"), ("the “thing”", "the \"thing\""),
    ("non-commercial use", "non–commercial   use"), ("a) the thing", "the thing"), ("(iv) the thing", "the thing"),
    ("2.1 the thing", "the thing"), ("read this (a) here", "read this here"), ("one\u{200B}word", "oneword"),
    ("see http://example.org/a", "see https://www.example.org/b/"), ("ask <a.b@example.org>", "ask c@example.org"),
    ("ÉTÉ", "été"),
  ]) func `is the same`(texts: (String, String)) {
    #expect(Self.words(texts.0) == Self.words(texts.1))
  }

  @Test(arguments: [
    ("you may", "you must"), ("you may", "you may not"), ("22 days", "2 days"), ("section 2(b)", "section 2(c)"),
    ("copyright and other rights are reserved to nobody", "other rights are reserved to nobody"), ("é", "e"),
  ]) func `is not the same`(texts: (String, String)) {
    #expect(Self.words(texts.0) != Self.words(texts.1))
  }

  @Test func `words that turn a sentence round have hashes of their own`() {
    let words = [
      "may", "must", "shall", "will", "can", "cannot", "not", "no", "any", "all", "and", "or", "if", "unless", "except",
      "only", "without", "with", "prior", "written", "consent", "commercial", "noncommercial", "never", "always",
    ]
    #expect(Set(words.map(Self.words)).count == words.count)
  }

  @Test func `each ideograph is a word, and their punctuation is none`() {
    #expect(Self.words("本许可证,不得。").count == 6)
    #expect(Self.words("许可 许可").count == 4)
  }

  @Test func `a word's place is where it stands in the text`() {
    let text = "Some «words», here.".readable
    let words = WordSequence(text)
    #expect(words.count == 3)
    #expect(text.words(in: words.textRange(of: 1..<2)) == "words")
    #expect(words.textRange(of: 1..<1).isEmpty)
  }
}
