import Diagnostics
import MarkupText

/// Finds notices of copyright, which are no part of a licence: every copy has its own.
///
/// A notice is a sign, years and the names of holders, and ends where something else is said. Whoever puts a condition
/// behind a name has put it into the licence.
struct CopyrightNotices {
  private let text: ReadableText

  init(_ text: ReadableText) { self.text = text }

  /// A notice, by the places where its line ends and where its names do, perhaps some lines below.
  struct Notice {
    let line: Int
    let names: Int
  }

  /// Where the notice ends whose first word, `copyright`, ends at `index`; nil where the word says something else.
  func end(_ bytes: UnsafeBufferPointer<UInt8>, behind index: Int, in range: Range<Int>, opensBlock: Bool)
    -> Notice?
  {
    let names = Self.pastSigns(bytes, index, range.upperBound)
    let hasSign = bytes[index..<names].contains { $0 > 0x20 && $0 != UInt8(ascii: ":") }
    guard names < range.upperBound else { return opensBlock || hasSign ? Notice(line: names, names: names) : nil }
    let isBy = bytes[names..<range.upperBound].starts(with: "by ".utf8)
    // `Copyright The Acme Authors`, alone in its block.
    let isAlone =
      opensBlock && Self.isCapital(bytes[names]) && range.count <= Self.longestName
      && !Self.isDocument(bytes, names, range.upperBound)
    guard
      hasSign || isBy || isAlone || Self.isYear(bytes, names, range.upperBound)
        || Blank.end(bytes, names, range.upperBound) != nil
    else { return nil }
    return notice(bytes, names, from: index, in: range)
  }

  /// Where a notice ends that begins with the sign at `start`, `© 2024 Jane Doe`; nil for anything else.
  func endOfSigned(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, in range: Range<Int>) -> Notice? {
    let names = Self.pastSigns(bytes, start, range.upperBound)
    guard names > start, Self.isYear(bytes, names, range.upperBound) else { return nil }
    return notice(bytes, names, from: start, in: range)
  }

  private func notice(
    _ bytes: UnsafeBufferPointer<UInt8>, _ names: Int, from start: Int, in range: Range<Int>
  ) -> Notice {
    let end = endOfNames(bytes, names, min(range.upperBound, start + Self.longestLine))
    return Notice(line: min(end, endOfLine(start, range)), names: end)
  }

  /// Passes blanks and signs of copyright.
  private static func pastSigns(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: ":"): index += 1
      case UInt8(ascii: "(")
      where index + 2 < end && bytes[index + 1] | 0x20 == UInt8(ascii: "c") && bytes[index + 2] == UInt8(ascii: ")"):
        index += 3
      case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA9: index += 2
      default: return index
      }
    }
    return index
  }

  private static func isYear(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    start + 4 <= end && (start..<(start + 4)).allSatisfy { (0x30...0x39).contains(bytes[$0]) }
  }

  /// The end of the line of the file in which `index` stands; of the block, where lines are not the file's.
  private func endOfLine(_ index: Int, _ range: Range<Int>) -> Int {
    let end = min(range.upperBound, index + Self.longestLine)
    guard text.isVerbatim else { return end }
    let source = text.file.bytes
    var offset = text.text.sourceOffset(of: index)
    while offset < source.count, source[offset] != UInt8(ascii: "\n"), source[offset] != UInt8(ascii: "\r") {
      offset += 1
    }
    var low = index
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if text.text.sourceOffset(of: middle) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the years and the names end that begin at `start`.
  private func endOfNames(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    var last = start
    var names = 0
    var small = 0
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "."):
        // A sentence ends; initials and forms of companies do not end one.
        if index + 1 < end, bytes[index + 1] == UInt8(ascii: " "), index - last > 0 || !endsShort(bytes, last, start) {
          return index
        }
        index += 1
      case UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "{"):
        index = Blank.end(bytes, index, end) ?? index + 1
        last = index
      case let byte where Letter.folded[Int(byte)] > Letter.wide || byte >= 0x80:
        var next = index
        while next < end, Self.isInName(bytes[next]) { next += 1 }
        if next == index { next += 1 }
        let word = bytes[index..<next]
        let isAddress = word.contains(UInt8(ascii: "@"))
        guard !Self.isLimiting(word), !Self.opensField(bytes, index..<next, from: start, end) else { return index }
        if (0x61...0x7A).contains(byte), !isAddress, !Self.particles.contains(String(decoding: word, as: UTF8.self)) {
          // Some write their names in small letters, and nothing else follows those.
          small += 1
          guard names == 0, small <= Self.mostSmall else { return index }
        } else if Self.isCapital(byte) || byte >= 0x80 {
          names += 1
        }
        index = next
        last = next
      default: index += 1
      }
    }
    return end
  }

  /// Whether the word before a stop is an initial, or stands for a form of companies.
  private func endsShort(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ start: Int) -> Bool {
    var first = end
    while first > start, Self.isInName(bytes[first - 1]) { first -= 1 }
    let word = String(decoding: bytes[first..<end].map { $0 | 0x20 }, as: UTF8.self)
    return word.utf8.count == 1 || Self.abbreviations.contains(word)
  }

  /// Whether the name of a document follows: `Copyright License` is the title of a clause.
  private static func isDocument(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var next = start
    while next < end, isInName(bytes[next]) { next += 1 }
    return KnownWord.documents.contains(WordHash.of(bytes[start..<next]))
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    Letter.folded[Int(byte)] >= Letter.wide || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "'")
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// Whether a field of use follows the names, as in `Jane Doe, Academic work`: behind a comma or a dash, and with a small
  /// letter behind it, for `Jane Doe, Acme Research Group` goes on.
  private static func opensField(
    _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, from start: Int, _ end: Int
  ) -> Bool {
    guard let before = bytes[start..<word.lowerBound].last(where: { $0 > 0x20 }),
      before == UInt8(ascii: ",") || before == UInt8(ascii: "-"),
      let behind = bytes[word.upperBound..<end].first(where: { $0 > 0x20 }), (0x61...0x7A).contains(behind)
    else { return false }
    return KnownWord.fields.contains(WordHash.of(bytes[word]))
  }

  private static func isLimiting(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    KnownWord.isLimiting(WordHash.of(word))
  }

  private static let particles: Set<String> = [
    "the", "and", "of", "by", "for", "et", "al", "de", "der", "den", "van", "von", "und", "its", "all", "contributors",
    "authors", "others", "present", "inc", "ltd", "llc", "holders", "rights", "reserved", "a", "an", "in", "at", "to",
    "team", "project", "contributing", "other", "various", "respective", "copyright", "holder", "la", "le", "des", "du",
  ]
  private static let abbreviations: Set<String> = [
    "inc", "ltd", "corp", "co", "llc", "jr", "sr", "dr", "st", "mr", "ms", "prof", "al", "gmbh", "plc", "pty", "bros",
  ]
  private static let mostSmall = 3
  private static let longestName = 100
  private static let longestLine = 200
}
