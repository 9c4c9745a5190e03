import MarkupText

/// The words of a text in order, each as a hash that does not depend on how it was typed.
///
/// Case, punctuation, layout, numbering, spelling variants and notices of copyright do not matter
/// (SPDX matching guidelines). A character of Chinese, Japanese or Korean is a word. What stands
/// in brackets to be filled in, such as `[yyyy]`, is one word: a blank.
public struct WordSequence: Sendable {
  /// The words' hashes; `blank` for something to be filled in.
  public internal(set) var hashes: [UInt16] = []
  /// Where each word begins in the text.
  private(set) var starts: [UInt32] = []
  /// Where each word ends in the text.
  private(set) var ends: [UInt32] = []
  /// Words of the title: of the headings that the text begins with.
  fileprivate(set) var titleCount = 0

  /// What stands for something to be filled in; no word has this hash.
  static let blank: UInt16 = 0

  /// Takes the words of a text. Linear in its size.
  public init(_ text: ReadableText) {
    var scanner = WordScanner(text)
    var isTitle = true
    for block in text.blocks {
      let first = scanner.words.hashes.count
      scanner.scan(block)
      let count = scanner.words.hashes.count
      isTitle =
        isTitle && count - first <= Self.longestTitle && count <= Self.longestTitles
        && !Self.endsSentence(text.text.bytes[block.range])
      if isTitle { scanner.words.titleCount = count }
    }
    self = scanner.words
  }

  /// No words yet, and room for those of so many bytes.
  init(capacity: Int) {
    hashes.reserveCapacity(capacity / 5)
    starts.reserveCapacity(capacity / 5)
    ends.reserveCapacity(capacity / 5)
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

  /// Adds a word.
  mutating func append(_ hash: UInt16, _ range: Range<Int>) {
    hashes.append(hash)
    starts.append(UInt32(truncatingIfNeeded: range.lowerBound))
    ends.append(UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// Takes the last word back.
  mutating func removeLast() {
    hashes.removeLast()
    starts.removeLast()
    ends.removeLast()
  }

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
