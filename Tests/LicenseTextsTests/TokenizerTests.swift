import Testing

@testable import LicenseTexts

/// How texts are cut into words.
@Suite struct TokenizerTests {
  private static func tokens(_ text: String) -> [(word: String, marks: Token.Marks)] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer()
      let tokens = tokenizer.tokens(bytes, 0..<bytes.count)
      return tokens.map { (String(decoding: tokenizer.words[Int($0.word)], as: UTF8.self), $0.before) }
    }
  }

  @Test(arguments: [
    ("You MAY Keep it", "you|may|keep|it"),
    ("the author's and authors' Names", "the|author|and|authors|names"),
    ("we don't, you're", "we|don't|you're"),
    ("non-exclusive fine-tuned", "non|exclusive|fine|tuned"),
    ("1,000,000 users, 700 million", "1,000,000|users|700|million"),
    ("version 3.1. Then 2.", "version|3.1|then|2"),
    ("US $1.5M (e.g. here)", "us|1.5m|e|g|here"),
    ("您不得 use 模型", "您|不|得|use|模|型"),
    ("许可证，以下；", "许|可|证|以|下"),
    // Traditional characters are read as simplified ones.
    ("授權條款", "授|权|条|款"),
    ("naïve café", "na|ï|ve|caf|é"),
    ("", ""), (" ,;. ", ""),
  ])
  func `words`(text: String, words: String) {
    #expect(Self.tokens(text).map(\.word).joined(separator: "|") == words)
  }

  static let marks: [(String, Token.Marks)] = [
    // A stop before a small letter belongs to the word before.
    ("Inc. may", .blank), ("so. eBay", [.stop, .blank]), ("a b", .blank), ("a-b", .dash), ("a, b", [.comma, .blank]),
    ("a; b", [.semicolon, .blank]),
    ("a: b", [.colon, .blank]), ("a. B", [.stop, .blank]), ("a? b", [.question, .blank]),
    ("a (b", [.blank, .opening]), ("a) b", [.closing, .blank]), ("a \"b", [.blank, .quote]),
    ("a。您", .stop), ("a，b", .comma), ("a；b", .semicolon),
  ]

  @Test(arguments: marks) func `what stands between two words`(text: String, marks: Token.Marks) {
    #expect(Self.tokens(text).last?.marks == marks)
  }

  @Test func `the same word has one number, whatever its case`() {
    let text = "Model model MODEL model's"
    let numbers = Array(text.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer()
      return tokenizer.tokens(bytes, 0..<bytes.count).map(\.word)
    }
    #expect(Set(numbers).count == 1)
  }
}
