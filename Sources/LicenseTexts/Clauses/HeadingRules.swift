import MarkupText

/// Tells titles from sentences, where no markup does.
struct HeadingRules {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Longest title, in bytes and in words.
  private static let longest = 110
  private static let mostWords = 14

  /// Words that begin sentences, not titles that are run into a paragraph.
  private static let sentenceStarts: Set<String> = [
    "you", "we", "it", "if", "this", "these", "the", "any", "each", "in", "by", "to", "no", "all", "for", "note",
    "please", "subject", "except", "our", "your", "he", "they", "there", "copyright", "nothing", "as", "when", "see",
  ]
  /// Words that make a sentence of what looks like a title.
  private static let finiteVerbs: Set<String> = [
    "must", "shall", "will", "is", "are", "was", "were", "has", "have", "grants", "agree", "agrees", "means",
    "apply", "applies", "includes",
  ]

  /// Whether a whole block is a title: short, without the stop of a sentence, in front of something longer.
  func isTitle(_ range: Range<Int>, before next: Range<Int>?, isFirst: Bool) -> Bool {
    guard range.count <= Self.longest, range.count >= 3, let first = range.first else { return false }
    guard bytes[first] >= 0x80 || Self.isUpper(bytes[first]) || Self.isDigit(bytes[first]) || bytes[first] == UInt8(ascii: "\"")
    else { return false }
    let last = bytes[range.upperBound - 1]
    guard ![UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(last) else { return false }
    let words = words(range)
    guard words.count <= Self.mostWords, !(bytes[range].contains(UInt8(ascii: "@"))) else { return false }
    if words.first == "copyright" || words.contains("http") || words.contains("https") { return false }
    if words.contains(where: { Self.finiteVerbs.contains($0) }), !isAllCaps(range) { return false }
    // A date line stands below titles and heads nothing.
    if words.contains(where: { $0.count == 4 && $0.utf8.allSatisfy(Self.isDigit) }), words.contains(where: Self.isDateWord) {
      return false
    }
    return next != nil || isFirst
  }

  private static func isDateWord(_ word: String) -> Bool {
    ["date", "updated", "effective", "modified", "revised", "version", "published"].contains(word)
  }

  /// The title that is run into a paragraph: `Governing Law. This Agreement …`; nil where there is none.
  ///
  /// - Returns: The title without its stop, and where the paragraph's own words begin.
  func runInTitle(_ range: Range<Int>, strong: [Range<Int>]) -> (title: Range<Int>, body: Int)? {
    if let mark = strong.first, mark.lowerBound <= range.lowerBound + 1, mark.upperBound < range.upperBound,
      mark.upperBound > range.lowerBound, mark.upperBound - range.lowerBound <= Self.longest
    {
      var end = mark.upperBound
      while end > range.lowerBound, [0x20, UInt8(ascii: "."), UInt8(ascii: ":")].contains(bytes[end - 1]) { end -= 1 }
      var body = mark.upperBound
      while body < range.upperBound, [0x20, UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-")].contains(bytes[body]) { body += 1 }
      let hasStop = end < mark.upperBound || bytes[mark.upperBound..<body].contains { $0 != 0x20 }
      // A word in bold at the start of a sentence is no title.
      if end > range.lowerBound, hasStop || startsSentence(body..<range.upperBound) {
        return (range.lowerBound..<end, body)
      }
    }
    return plainRunIn(range)
  }

  private func plainRunIn(_ range: Range<Int>) -> (title: Range<Int>, body: Int)? {
    guard let first = range.first, Self.isUpper(bytes[first]) else { return nil }
    var end = range.lowerBound
    let limit = min(range.upperBound, range.lowerBound + 90)
    while end < limit {
      let byte = bytes[end]
      if byte == UInt8(ascii: "."), end + 1 < range.upperBound, bytes[end + 1] == 0x20 { break }
      if byte == UInt8(ascii: ":"), end + 1 < range.upperBound, bytes[end + 1] == 0x20 { break }
      if [UInt8(ascii: ";"), UInt8(ascii: "\"")].contains(byte) { return nil }
      end += 1
    }
    guard end < limit, end + 2 < range.upperBound, startsSentence((end + 2)..<range.upperBound) else { return nil }
    let words = words(range.lowerBound..<end)
    let most = bytes[end] == UInt8(ascii: ":") ? 5 : 10
    guard (1...most).contains(words.count), !Self.sentenceStarts.contains(words[0]),
      !words.contains(where: { Self.finiteVerbs.contains($0) }), words != ["e", "g"]
    else { return nil }
    return (range.lowerBound..<end, end + 2)
  }

  private func startsSentence(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let byte = bytes[first]
    return Self.isUpper(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "(") || byte >= 0x80
  }

  private func isAllCaps(_ range: Range<Int>) -> Bool { !bytes[range].contains { (0x61...0x7A).contains($0) } }

  private func words(_ range: Range<Int>) -> [String] {
    bytes[range].split { !(Self.isUpper($0) || (0x61...0x7A).contains($0) || Self.isDigit($0) || $0 >= 0x80) }
      .map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
