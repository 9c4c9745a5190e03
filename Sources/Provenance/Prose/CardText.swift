import Diagnostics
import MarkupText

/// The body of a card, cut into words once for all who read it.
struct CardText {
  /// What is read: all blocks but code and overlong ones.
  let passages: [(block: MarkdownBlock, words: WordedPassage)]
  let wordings: WordingReader
  /// For each word, by its number, whether the card writes it in lower case: capitalised it is no name.
  private var isLower: [Bool] = []

  /// Longer paragraphs are nobody's prose, and are left out: each sentence is weighed as a whole.
  static let longestBlock = 16 << 10

  init(_ body: Markdown, wordings: CardWordings) {
    let reader = WordingReader(wordings)
    self.wordings = reader
    passages = body.blocks.filter { $0.kind != .code && $0.text.bytes.count <= Self.longestBlock }
      .map { ($0, reader.read($0.text.bytes)) }
    for (_, passage) in passages {
      for (index, word) in passage.words.enumerated()
      where passage.bytes[word.range.lowerBound].isLowercase && !passage.isJoined(index)
        && !passage.isJoined(index + 1)
      {
        if word.number >= isLower.count {
          isLower += Array(repeating: false, count: word.number + 1 - isLower.count)
        }
        isLower[word.number] = true
      }
    }
  }

  /// Whether a word, by its number, is written in lower case somewhere.
  func isCommon(_ number: Int) -> Bool { number < isLower.count && isLower[number] }
}
