import Obligations
import Testing

@testable import LicenseTexts

/// The notation in which the lexicon writes wordings down.
@Suite struct PhraseTests {
  /// A phrase, and texts in which `«` and `»` mark where it is found.
  struct Sample: Sendable, CustomTestStringConvertible {
    let phrase: String
    let texts: [String]

    var testDescription: String { phrase }

    init(_ phrase: String, _ texts: String...) {
      self.phrase = phrase
      self.texts = texts
    }
  }

  private static let others = [
    WordingConcept(name: "paper", phrases: ["notice", "copy of the {law}"]),
    WordingConcept(name: "law", phrases: ["licence", "public licence"]),
  ]

  static let samples = [
    Sample("keep the notice", "You «keep the notice».", "«Keep\nthe NOTICE»!", "keep a notice", "keep the notices"),
    Sample("fine tune", "to «fine-tune» it", "to finetune it"),
    Sample("licensor logo", "the «licensor's logo»", "the licensors logo"),
    Sample("don't", "we «don't»", "we do not"),
    Sample("distribut*", "«Distributing», «distributions»; to redistribute"),
    Sample("(sell|rent out) it", "«sell it», «rent out it»", "rent it"),
    Sample("no [express] warranty", "«no warranty», «no express warranty»", "no implied warranty"),
    Sample("[(very|quite)] long ship", "«long ship»"),
    Sample("ship [(very|quite)] long", "«ship very long», «ship quite long», «ship long»", "ship too long"),
    // Of the same wording at one place, the longest counts.
    Sample("users [of it]", "«users of it», «users» of them"),
    Sample("remove .. notice", "«remove notice»", "«remove one two three four five six notice»"),
    Sample("remove .. notice", "remove one two three four five six seven notice"),
    Sample("remove ..2 notice", "«remove it, the notice»", "remove it and the notice"),
    // Nothing runs over the end of a clause.
    Sample("remove .. notice", "remove it; the notice", "remove it. The notice", "remove this: notice"),
    Sample("remove notice", "«remove, notice»", "«remove (notice»)", "remove; notice"),
    Sample("keep [the] {paper}", "«keep the notice», «keep the copy of the public licence»", "keep the copy"),
    Sample("不得 转让", "您«不得转让»本协议", "您不得再转让"),
    Sample("(不得|禁止) ..2 转让", "«禁止再次转让»", "禁止未经同意转让"),
  ]

  @Test(arguments: samples) func `a phrase is found where it stands`(_ sample: Sample) throws {
    let book = try PhraseBook([WordingConcept(name: "sample", phrases: [sample.phrase])] + Self.others)
    for marked in sample.texts {
      let text = marked.replacing("«", with: "").replacing("»", with: "")
      let found = try Self.words("sample", of: book, in: text)
      let expected = marked.split(separator: "«", omittingEmptySubsequences: false).dropFirst()
        .map { String($0.prefix { $0 != "»" }) }
      #expect(found == expected, "\(marked)")
    }
  }

  /// The stretches of a text where a concept was found.
  private static func words(_ concept: String, of book: PhraseBook, in text: String) throws -> [String] {
    let number = try #require(book.number(of: concept))
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer()
      var matcher = PhraseMatcher(book)
      let tokens = tokenizer.tokens(bytes, 0..<bytes.count)
      matcher.learn(tokenizer.words)
      return matcher.hits(tokens, 0..<tokens.count).filter { $0.concept == number }.map { hit in
        String(decoding: bytes[Int(tokens[hit.start].start)..<Int(tokens[hit.end - 1].end)], as: UTF8.self)
      }
    }
  }

  @Test(arguments: [
    ("keep (the|a", PhraseError.unclosed(")")), ("keep [the", .unclosed("]")), ("keep {paper", .unclosed("{")),
    ("", .empty), (" ", .empty), ("()", .empty), (".. notice", .opensWithGap), ("..", .opensWithGap),
  ])
  func `a broken phrase says what is wrong`(text: String, error: PhraseError) {
    #expect(throws: error) { try Phrase(text) }
  }

  @Test func `a mistake in a lexicon is told with its concept and phrase`() {
    func message(_ phrase: String) -> String? {
      do {
        _ = try PhraseBook([WordingConcept(name: "duty", phrases: ["keep", phrase])])
        return nil
      } catch {
        return error.description
      }
    }
    #expect(message("keep {paper}") == "concept `duty`, phrase `keep {paper}`: unknown concept in braces")
    #expect(message("keep (it")?.hasPrefix("concept `duty`, phrase `keep (it`: ") == true)
  }

  @Test func `phrases of many gaps over many words come to an end`() throws {
    let phrase = Array(repeating: "a", count: 12).joined(separator: " ..40 ") + " b"
    let book = try PhraseBook([WordingConcept(name: "sample", phrases: [phrase])])
    #expect(try Self.words("sample", of: book, in: String(repeating: "a ", count: 2_000)) == [])
  }
}
