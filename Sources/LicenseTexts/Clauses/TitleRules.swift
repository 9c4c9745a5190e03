import Diagnostics
import MarkupText

/// Tells titles from sentences, where no markup does.
struct TitleRules {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Rules for the words in `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Longest title, in bytes and in words.
  private static let longest = 110
  private static let mostWords = 14
  /// A title that doesn't write its words with capitals has no more words than this.
  private static let mostPlainWords = 8

  /// Words that begin sentences and not titles.
  private static let sentenceStarts: Set<String> = [
    "you", "we", "it", "if", "this", "these", "he", "they", "there", "copyright", "nothing", "see", "note", "please",
    "subject", "except", "thank", "by", "as", "unless", "all", "any",
  ]
  /// Words that make a sentence of what looks like a title.
  private static let finiteVerbs: Set<String> = [
    "must", "shall", "will", "is", "are", "was", "were", "has", "have", "grants", "agree", "agrees", "means", "may",
    "apply", "applies", "includes", "cannot", "refers", "can", "provides", "offers", "retains", "reserves", "owns",
    "requires", "require", "prohibits", "permits", "allows",
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]
  /// Words that draw attention to a sentence.
  private static let noticeWords: Set<String> = [
    "disclaimer", "important", "warning", "attention", "notice", "caution", "example", "summary",
  ]
  /// Words whose stop ends no title.
  private static let abbreviations: Set<String> = [
    "inc", "ltd", "co", "corp", "llc", "no", "v", "vs", "e", "g", "u", "s",
  ]

  /// Whether a whole block is a title: short, without the stop of a sentence.
  func isTitle(_ range: Range<Int>) -> Bool {
    guard range.count <= Self.longest, range.count >= 3, let first = range.first else { return false }
    guard bytes[first] >= 0x80 || bytes[first].isUppercase || bytes[first].isDigit || bytes[first] == UInt8(ascii: "\"")
    else {
      return false
    }
    let last = bytes[range.upperBound - 1]
    guard ![UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "!")].contains(last), !isQuotation(range),
      !hasWideStop(range)
    else {
      return false
    }
    let words = words(range)
    guard let start = words.first, words.count <= Self.mostWords, !bytes[range].contains(UInt8(ascii: "@")),
      start != "copyright",
      !words.contains("http"), !words.contains("https"), !isDateLine(range, words)
    else { return false }
    let capitals = isTitleCase(range)
    // With a stop it may be a short sentence; with a colon, the beginning of one.
    if last == UInt8(ascii: "."), !capitals || words.count > 6 || bytes[range.dropLast()].contains(UInt8(ascii: ".")) {
      return false
    }
    if last == UInt8(ascii: ":"), !capitals || words.count > 6 { return false }
    if bytes[range].suffix(3).elementsEqual("：".utf8) { return false }
    if hasVerb(words) { return isAllCaps(range) && words.count <= 8 }
    return capitals || words.count <= Self.mostPlainWords
  }

  /// The title that is run into a paragraph: `Governing Law. This Agreement …`; nil where there is none.
  ///
  /// - Parameter plainWords: Most words of a title that doesn't write them with capitals, nor in bold.
  /// - Returns: The title without its stop, and where the paragraph's own words begin.
  func runIn(_ range: Range<Int>, strong: [Range<Int>], plainWords: Int) -> (title: Range<Int>, body: Int)? {
    // What is defined is set in bold or quotation marks as well.
    if let first = range.first, bytes[first] == UInt8(ascii: "\"") { return nil }
    if let mark = strong.first, mark.lowerBound <= range.lowerBound + 1, mark.upperBound < range.upperBound,
      mark.upperBound > range.lowerBound, mark.upperBound - range.lowerBound <= Self.longest
    {
      let end = bytes.withoutStop(range.lowerBound..<mark.upperBound).upperBound
      var body = mark.upperBound
      while body < range.upperBound,
        [0x20, UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-")].contains(bytes[body])
      { body += 1 }
      let hasStop = end < mark.upperBound || bytes[mark.upperBound..<body].contains { $0 != 0x20 }
      // A word in bold at the start of a sentence is no title.
      if end > range.lowerBound, hasStop || startsSentence(body..<range.upperBound), !isNote(body..<range.upperBound) {
        return (range.lowerBound..<end, body)
      }
    }
    return plainRunIn(range, plainWords: plainWords)
  }

  /// Words that end what stands before a date: `Last Updated: …`, `Release Date: …`.
  private static let dateWords: Set<String> = ["date", "updated", "update", "modified", "revised", "effective"]

  private func plainRunIn(_ range: Range<Int>, plainWords: Int) -> (title: Range<Int>, body: Int)? {
    guard let first = range.first, bytes[first].isUppercase || bytes[first] >= 0xE3 else { return nil }
    var end = range.lowerBound
    let limit = min(range.upperBound, range.lowerBound + 90)
    while end < limit {
      let byte = bytes[end]
      if [UInt8(ascii: "."), UInt8(ascii: ":")].contains(byte), end + 1 < range.upperBound, bytes[end + 1] == 0x20 {
        break
      }
      if [UInt8(ascii: ";"), UInt8(ascii: "\"")].contains(byte) { return nil }
      end += 1
    }
    let body = (end + 2)..<max(end + 2, range.upperBound)
    guard end < limit, startsSentence(body), !isNote(body) else { return nil }
    let title = range.lowerBound..<end
    let words = words(title)
    guard let start = words.first, let last = words.last, !Self.sentenceStarts.contains(start),
      !Self.dateWords.contains(last),
      !Self.abbreviations.contains(last),
      !hasVerb(words)
    else { return nil }
    if bytes[end] == UInt8(ascii: ":"), bytes[body.lowerBound] == UInt8(ascii: "(") { return nil }
    if words.count == 1, bytes[end] == UInt8(ascii: ":"), Self.noticeWords.contains(start) { return nil }
    if isTitleCase(title) { return words.count <= Self.mostWords ? (title, body.lowerBound) : nil }
    return words.count <= plainWords ? (title, body.lowerBound) : nil
  }

  /// Whether a block says when or in which version the text was made, and nothing else.
  func isNote(_ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    let words = words(range)
    return isDateLine(range, words) || words.first == "http" || words.first == "https"
      || (words.count <= 2 && words.contains { $0.utf8.first.map(\.isDigit) ?? false })
  }

  private func isDateLine(_ range: Range<Int>, _ words: [String]) -> Bool {
    let hasYear = words.contains { word in
      (word.hasPrefix("20") || word.hasPrefix("19")) && word.utf8.count >= 4
        && word.utf8.prefix(4).allSatisfy(\.isDigit)
    }
    // `版本：1.0`, `发布日期：…`
    if range.count <= 40, bytes.contains("：".utf8, in: range), bytes[range].contains(where: \.isDigit) { return true }
    let isVersion = words.first == "version" && words.count <= 4
    return isVersion || (hasYear && words.count <= 10)
      || (words.count <= 4 && words.contains { Self.months.contains($0) } && bytes[range].contains(where: \.isDigit))
  }

  /// Whether quotation marks stand around all of it.
  private func isQuotation(_ range: Range<Int>) -> Bool {
    bytes[range.lowerBound] == UInt8(ascii: "\"")
      && bytes[range.lowerBound..<range.upperBound].dropLast(1).last.map { _ in true } == true
      && bytes[bytes.withoutStop(range).upperBound - 1] == UInt8(ascii: "\"")
  }

  private func startsSentence(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let byte = bytes[first]
    return byte.isUppercase || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "(") || byte >= 0x80
  }

  /// Whether a Chinese comma, stop or semicolon stands in it.
  private func hasWideStop(_ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    return (range.lowerBound..<(range.upperBound - 2)).contains { index in
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B): true
      default: false
      }
    }
  }

  /// Whether all words but the little ones begin with a capital.
  private func isTitleCase(_ range: Range<Int>) -> Bool {
    bytes[range].split(separator: 0x20).allSatisfy { word in
      word.count <= 3 || !(word.first.map { $0.isLowercase } ?? false)
        || Self.littleWords.contains(String(decoding: word, as: UTF8.self))
    }
  }

  private static let littleWords: Set<String> = [
    "with", "from", "that", "your", "into", "under", "between", "without", "other", "than", "upon",
  ]

  /// Whether a finite verb makes a sentence of it; `What you can do` is none.
  private func hasVerb(_ words: [String]) -> Bool {
    guard words.contains(where: Self.finiteVerbs.contains) else { return false }
    return !(words.count <= 8 && words.first.map(Self.questions.contains) ?? false)
  }

  private static let questions: Set<String> = ["what", "how", "when", "where", "who", "why", "which"]

  private func isAllCaps(_ range: Range<Int>) -> Bool { !bytes[range].contains { $0.isLowercase } }

  private func words(_ range: Range<Int>) -> [String] {
    bytes[range].split { !$0.isPartOfWord }
      .map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

}
