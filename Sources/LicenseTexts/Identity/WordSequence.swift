import MarkupText

/// The words of a text in order, each as a hash that does not depend on how it was typed.
///
/// Case, punctuation, layout, numbering and spelling variants do not matter (SPDX matching guidelines). A character of
/// Chinese, Japanese or Korean is a word. What stands in brackets to be filled in, such as `[yyyy]`, is one word, a
/// blank, and an address is one. Notices of copyright and numbers within paragraphs are words with a mark.
public struct WordSequence: Sendable {
  /// The words' hashes; `KnownWord.blank` for something to be filled in.
  public internal(set) var hashes: [UInt16] = []
  /// Where each word begins in the text.
  private(set) var starts: [UInt32] = []
  /// Where each word ends in the text.
  private(set) var ends: [UInt32] = []
  /// What each word is beside what it says.
  private(set) var marks: [WordMark] = []
  /// The first word of each block.
  private(set) var blocks: [Int] = []
  /// The bytes of the text.
  let bytes: [UInt8]
  /// Words of the title: of the headings that the text begins with.
  fileprivate(set) var titleCount = 0

  /// Takes the words of a text. Linear in its size.
  public init(_ text: ReadableText) {
    var scanner = WordScanner(text)
    var isTitle = true
    var titles = 0
    for block in text.blocks {
      let first = scanner.words.count
      scanner.scan(block)
      guard isTitle else { continue }
      let count = scanner.words.marks[first...].count { $0 != .notice }
      titles += count
      isTitle =
        count <= Self.longestTitle && titles <= Self.longestTitles && !Self.endsSentence(text.text.bytes[block.range])
      if isTitle { scanner.words.titleCount = scanner.words.count }
    }
    self = scanner.words
  }

  /// Words whose text is not known.
  init(hashes: [UInt16]) {
    self.hashes = hashes
    bytes = []
    starts = hashes.indices.map { UInt32(truncatingIfNeeded: $0) }
    ends = starts.map { $0 + 1 }
    marks = hashes.map { _ in .none }
  }

  /// No words yet, and room for those of these bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let capacity = bytes.count
    hashes.reserveCapacity(capacity / 5)
    starts.reserveCapacity(capacity / 5)
    ends.reserveCapacity(capacity / 5)
    marks.reserveCapacity(capacity / 5)
  }

  /// The words that a licence is recognised by, and which of them copies may leave out since they are no terms: notices
  /// of copyright with the licence's own holder, and what stands between them at the head.
  ///
  /// Notices that everybody fills in are not kept, nor is one above a title. The others are, for what a notice is
  /// cannot be told in every dress: where all letters are small, or all lines are one.
  var forSignature: (words: WordSequence, leavable: [Range<Int>]) {
    var words = WordSequence(bytes)
    var leavable: [Range<Int>] = []
    let isTitled = marks[..<titleCount].contains { $0 != .notice }
    var head = 0
    var index = 0
    while index < count {
      let isNotice = marks[index] == .notice
      let end = marks[index...].firstIndex { ($0 == .notice) != isNotice } ?? count
      let isFilledIn = words.count == 0 && isTitled || hashes[index..<end].contains(KnownWord.blank)
      let start = words.count
      if !(isNotice && isFilledIn) {
        for word in index..<end {
          words.append(hashes[word], textRange(of: word..<(word + 1)), marks[word])
          if word < titleCount { head += 1 }
        }
        if isNotice { leavable.append(start..<words.count) }
      }
      index = end
    }
    words.titleCount = min(head, leavable.first?.lowerBound ?? head)
    if words.titleCount < head { leavable.append(words.titleCount..<head) }
    return (words, leavable)
  }

  /// Number of words.
  public var count: Int { hashes.count }

  /// The range of the text in which a range of words stands; empty, and behind the word before, for none.
  public func textRange(of words: Range<Int>) -> Range<Int> {
    guard !words.isEmpty else {
      let place = words.lowerBound > 0 ? Int(ends[words.lowerBound - 1]) : starts.first.map { Int($0) } ?? 0
      return place..<place
    }
    return Int(starts[words.lowerBound])..<Int(ends[words.upperBound - 1])
  }

  /// Index of the first word that begins at or behind an offset of the text.
  func firstWord(from offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Begins a block.
  mutating func beginBlock() { blocks.append(count) }

  /// Adds a word.
  mutating func append(_ hash: UInt16, _ range: Range<Int>, _ mark: WordMark) {
    marks.append(mark)
    hashes.append(hash)
    starts.append(UInt32(truncatingIfNeeded: range.lowerBound))
    ends.append(UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// Takes the last word back.
  mutating func removeLast() {
    hashes.removeLast()
    starts.removeLast()
    ends.removeLast()
    marks.removeLast()
  }

  /// Marks the last words.
  mutating func mark(_ mark: WordMark, last count: Int) {
    for index in (self.count - count)..<self.count { marks[index] = mark }
  }

  /// Whether a word begins with a capital letter or a figure, or with a letter of another script.
  func isCapitalised(_ word: Int) -> Bool { !(0x61...0x7A).contains(firstByte(of: word)) }

  /// Whether a word begins with a figure.
  func isFigure(_ word: Int) -> Bool { (0x30...0x39).contains(firstByte(of: word)) }

  /// The first byte of a word; a small letter's where its text is not known.
  private func firstByte(of word: Int) -> UInt8 { bytes.isEmpty ? UInt8(ascii: "a") : bytes[Int(starts[word])] }

  /// Whether a sentence ends with a word.
  func endsSentence(behind word: Int) -> Bool {
    var index = Int(ends[word])
    while index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: ")") { index += 1 }
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"): return true
    default: return bytes[index...].starts(with: "\u{3002}".utf8)
    }
  }

  /// Whether all of these words stand in notices of copyright.
  func isInNotices(_ words: Range<Int>) -> Bool { marks[words].allSatisfy { $0 == .notice } }

  /// Where the last word begins; nil without one.
  var lastStart: Int? { starts.last.map { Int($0) } }
  /// Where the last word ends; nil without one.
  var lastEnd: Int? { ends.last.map { Int($0) } }

  /// A paragraph of more words is no title.
  private static let longestTitle = 16
  /// All headings above the text together; beyond, they are the text.
  private static let longestTitles = 32

  private static func endsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch bytes.last {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","): true
    default: false
    }
  }
}
