import Diagnostics

/// How a text breaks its lines, and so which lines belong to one paragraph.
struct LineWrapping {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Columns that the text is wrapped at; nil where a line is a paragraph.
  let width: Int?

  /// Lines longer than this are paragraphs, not wrapped lines.
  private static let widest = 130

  /// Finds the width at which nearly all long lines of `range` end.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    var counts = [Int](repeating: 0, count: Self.widest + 1)
    var lines = 0
    var tooWide = 0
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") {
      let length = index - start
      if length > 20 {
        lines += 1
        if length > Self.widest { tooWide += 1 } else { counts[length] += 1 }
      }
      start = index + 1
    }
    self.width = tooWide * 12 < lines ? Self.width(of: counts, lines: lines) : nil
  }

  private static func width(of counts: [Int], lines: Int) -> Int? {
    var seen = 0
    for length in stride(from: widest, through: 0, by: -1) {
      seen += counts[length]
      if seen * 20 >= lines { return length }
    }
    return nil
  }

  /// Whether the line `below` goes on with the paragraph whose last line is `above`, set in by `indent` columns.
  func continues(_ above: Range<Int>, _ below: Range<Int>, indent: Int) -> Bool {
    guard let last = bytes[above].last, let first = bytes[below].first, !beginsItem(below, after: above) else {
      return false
    }
    let beginsLower = first.isLowercase
    let endsSentence = Self.sentenceEnds.contains(last)
    guard let width else {
      // A line is a paragraph, unless it is cut in the middle of a sentence.
      return beginsLower && !endsSentence && above.count > 20
    }
    // A paragraph ends with a line in which the next word would have found room.
    let firstWord = below.prefix { bytes[$0] > 0x20 }.count
    let room = width - indent - above.count - 1
    if room < firstWord + 2 { return true }
    if beginsLower { return !endsSentence || room < firstWord + 16 }
    return !endsSentence && above.count * 2 > width
  }

  private static let sentenceEnds: Set<UInt8> = Set(".:;!?\"".utf8)

  /// Whether a blank stands for the break between two lines: not in Chinese and Japanese, which have none.
  func joinsWithBlank(_ above: Range<Int>, _ below: Range<Int>) -> Bool {
    guard let first = bytes[below].first, Self.isEastAsian(first), above.count > 2 else { return true }
    return !Self.isEastAsian(bytes[above.upperBound - 3])
  }

  /// Whether characters of three bytes that begin with `lead` are written without blanks: U+3000 to U+9FFF, and
  /// full-width punctuation.
  private static func isEastAsian(_ lead: UInt8) -> Bool { (0xE3...0xE9).contains(lead) || lead == 0xEF }

  /// Whether a line begins with the number of an item, and not with one that the line above refers to.
  func beginsItem(_ line: Range<Int>, after above: Range<Int>) -> Bool {
    guard OutlineNumber.begins(bytes, line) else { return false }
    return !Self.references.contains(lastWord(of: above))
  }

  private func lastWord(of line: Range<Int>) -> [UInt8] {
    var start = line.upperBound
    while start > line.lowerBound, start > line.upperBound - 12, bytes[start - 1] > 0x20 { start -= 1 }
    return bytes[start..<line.upperBound].map { $0.lowercased }
  }

  /// Words that a number belongs to: where a line ends with `in Section`, the `2.1` below begins no item.
  private static let references: Set<[UInt8]> = Set(
    [
      "section", "sections", "subsection", "subsections", "article", "articles", "clause", "clauses", "paragraph",
      "paragraphs", "exhibit", "annex", "appendix", "version", "in", "of", "under", "with", "to", "by", "than", "the",
      "at", "least", "through", "from", "for", "over",
    ].map { Array($0.utf8) })
}
