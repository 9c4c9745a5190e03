import Diagnostics
import LicenseTexts

/// A text cut into words, with what is said by them.
struct WordedPassage {
  let bytes: [UInt8]
  let words: [WordedText.Word]
  /// The wordings, by where they start.
  let hits: [Hit]
  /// For each word, the concepts of the wordings that it stands in.
  private let concepts: [CardConcepts]

  struct Hit {
    let concept: CardConcept
    let words: Range<Int>
  }

  init(bytes: [UInt8], words: [WordedText.Word], hits: [Hit]) {
    self.bytes = bytes
    self.words = words
    self.hits = hits
    var concepts = [CardConcepts](repeating: [], count: words.count)
    for hit in hits { for word in hit.words { concepts[word].add(hit.concept) } }
    self.concepts = concepts
  }

  /// Whether a word stands in a wording of a concept; false outside of the text.
  func `is`(_ concept: CardConcept, at word: Int) -> Bool {
    concepts.indices.contains(word) && concepts[word].has(concept)
  }

  /// Whether one of some words stands in a wording of a concept.
  func has(_ concept: CardConcept, in words: Range<Int>) -> Bool {
    words.clamped(to: concepts.indices).contains { concepts[$0].has(concept) }
  }

  /// The concepts of the wordings that lie within some words.
  func concepts(of words: Range<Int>) -> CardConcepts {
    hits(in: words).reduce(into: []) { found, hit in
      if hit.words.upperBound <= words.upperBound { found.add(hit.concept) }
    }
  }

  /// The wordings that start within some words.
  func hits(in words: Range<Int>) -> ArraySlice<Hit> {
    hits[
      hits.bisect { $0.words.lowerBound >= words.lowerBound }..<hits.bisect { $0.words.lowerBound >= words.upperBound }]
  }

  /// The sentences, as words.
  var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in words.indices.dropFirst() where words[index].opensSentence {
      sentences.append(start..<index)
      start = index
    }
    if start < words.count { sentences.append(start..<words.count) }
    return sentences
  }

  /// Index of the first word that ends behind a byte.
  func word(at offset: Int) -> Int {
    words.bisect { $0.range.upperBound > offset }
  }

  /// The words that lie in a range of bytes.
  func words(in range: Range<Int>) -> Range<Int> {
    let first = word(at: range.lowerBound)
    var end = word(at: range.upperBound - 1)
    if end < words.count, words[end].range.lowerBound < range.upperBound { end += 1 }
    return first..<max(first, end)
  }

  /// The text of some words, as it stands there.
  func text(of range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let bytes = bytes[words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A wording as messages show it.
  func wording(of range: Range<Int>) -> String {
    func lower(_ words: Range<Int>) -> String { text(of: words).lowercased() }
    guard range.count > Self.longestWording else { return lower(range) }
    return "\(lower(range.prefix(1))) … \(lower(range.suffix(1)))"
  }

  /// Longer wordings are shown by their first and last word.
  private static let longestWording = 4

  /// Whether a word belongs to the one before it: only hyphens, dots and the like stand between them.
  func isJoined(_ word: Int) -> Bool {
    guard word > 0, word < words.count else { return false }
    let (before, own) = (words[word - 1].range, words[word].range)
    return bytes[own.lowerBound] < 0x80 && bytes[before.lowerBound] < 0x80
      && bytes[before.upperBound..<own.lowerBound].allSatisfy { Self.joints.contains($0) }
  }

  private static let joints: Set<UInt8> = Set("-._/+@'".utf8)

  /// Whether nothing but blanks stands between a word and the one before it, as between two signs of Chinese.
  func isAdjacent(_ word: Int) -> Bool {
    guard word > 0, word < words.count else { return false }
    return bytes[words[word - 1].range.upperBound..<words[word].range.lowerBound].allSatisfy {
      $0 == UInt8(ascii: " ")
    }
  }

  /// Whether nothing but one blank, or a joint, stands between a word and the one before it.
  func isNext(_ word: Int) -> Bool {
    guard word > 0, word < words.count else { return false }
    let between = words[word - 1].range.upperBound..<words[word].range.lowerBound
    return isJoined(word) || (between.count == 1 && bytes[between.lowerBound] == UInt8(ascii: " "))
  }
}

extension WordedPassage {
  /// The bytes from the first to the last of some words.
  func bytes(of range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
  }

  /// Whether a word begins with a digit; false behind the end.
  func opensWithDigit(_ word: Int) -> Bool {
    words.indices.contains(word) && bytes[words[word].range.lowerBound].isDigit
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index from which on a condition holds; it must not hold before.
  func bisect(_ holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
