import Diagnostics
import MarkupText

/// What begins a clause: `1.`, `(b)`, `Section 3:`, `Attachment A`, `第三条`.
struct ClauseLabel {
  /// Behind the label and the blanks that follow it.
  let end: Int
  let kind: Kind

  enum Kind {
    /// A number in a list; several readings where a letter may be a Roman numeral.
    case numbered(path: [String], style: OutlineNumber.Style, readings: [Reading])
    /// An attachment by its name, which numbers nothing.
    case attachment(name: String)
    /// A part such as `Section IV`, which groups clauses that are numbered throughout.
    case part(name: String)
  }

  /// One way to read a number: the list that it belongs to, and its place there, counted from 1.
  struct Reading: Equatable {
    let list: Counter
    let ordinal: Int
  }

  /// What a list counts with.
  enum Counter: Equatable {
    case digits, lowerLetters, upperLetters, lowerRoman, upperRoman, han
  }

  private static let sectionWords: Set<String> = ["section", "article", "clause", "§", "part", "chapter"]
  private static let attachmentWords: Set<String> = [
    "attachment", "exhibit", "annex", "schedule", "appendix", "addendum",
  ]

  private static let wideComma = Array("、".utf8)

  /// Reads the label at the beginning of `range`; nil where there is none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if let han = HanNumber(bytes, range) {
      self.end = han.end
      self.kind = .numbered(
        path: [han.printed], style: han.style, readings: [Reading(list: .han, ordinal: han.value)])
      return
    }
    let word = Self.word(bytes, range)
    let name = String(decoding: bytes[word], as: UTF8.self).lowercased()
    if Self.attachmentWords.contains(name), let label = Self.attachment(bytes, range, word: word) {
      self = label
      return
    }
    var start = range.lowerBound
    var isSection = false
    if Self.sectionWords.contains(name) {
      start = Self.skipBlanks(bytes, word.upperBound..<range.upperBound)
      isSection = true
    }
    if isSection, let part = Self.part(bytes, range, numeralAt: start) {
      self = part
      return
    }
    guard let number = OutlineNumber(bytes, start..<range.upperBound),
      isSection || number.style != .bare || number.parts.count > 1
        || bytes[number.range.upperBound..<range.upperBound].starts(with: Self.wideComma)
        || Self.isTitle(bytes, number.range.upperBound..<range.upperBound)
    else { return nil }
    var end = number.range.upperBound
    var style = number.style
    // `1、` is printed where a stop would be in other languages.
    if style == .bare, bytes[end..<range.upperBound].starts(with: Self.wideComma) {
      style = .stop
      end += Self.wideComma.count
    }
    // `Section 3: Title`, `Article 2 - Title`
    self.end = Self.skipMarks(bytes, end..<range.upperBound)
    self.kind = .numbered(path: number.parts.map(\.word), style: style, readings: Self.readings(number, bytes))
  }

  private init(end: Int, kind: Kind) {
    self.end = end
    self.kind = kind
  }

  /// `Attachment A`, and the punctuation behind it; a bare `Appendix` needs the line for itself.
  private static func attachment(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, word: Range<Int>
  ) -> ClauseLabel? {
    var index = skipBlanks(bytes, word.upperBound..<range.upperBound)
    let mark = self.word(bytes, index..<range.upperBound)
    let isMark =
      (1...3).contains(mark.count)
      && bytes[mark].allSatisfy { $0.isDigit || $0.isUppercase }
    var name = String(decoding: bytes[word], as: UTF8.self).capitalizedASCII
    if isMark {
      name += " " + String(decoding: bytes[mark], as: UTF8.self)
      index = mark.upperBound
    } else {
      index = word.upperBound
    }
    let ends =
      index == range.upperBound || [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(bytes[index])
      || (range.count < 100 && bytes[range.upperBound - 1] != UInt8(ascii: "."))
    guard ends, bytes[word.lowerBound] < 0x5B else { return nil }
    return ClauseLabel(end: skipMarks(bytes, index..<range.upperBound), kind: .attachment(name: name))
  }

  /// `Section IV`, and the punctuation behind it.
  private static func part(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, numeralAt start: Int)
    -> ClauseLabel?
  {
    let numeral = word(bytes, start..<range.upperBound)
    guard bytes[numeral].allSatisfy({ $0.isUppercase }),
      RomanNumeral.value(String(decoding: bytes[numeral], as: UTF8.self).lowercased()) != nil
    else { return nil }
    let name =
      String(decoding: bytes[range.lowerBound..<start], as: UTF8.self).capitalizedASCII
      + String(decoding: bytes[numeral], as: UTF8.self)
    return ClauseLabel(end: skipMarks(bytes, numeral.upperBound..<range.upperBound), kind: .part(name: name))
  }

  private static func readings(_ number: OutlineNumber, _ bytes: UnsafeBufferPointer<UInt8>) -> [Reading] {
    guard let part = number.parts.last else { return [] }
    if case .digits(let value) = part.numeral { return [Reading(list: .digits, ordinal: value)] }
    let isUpper = bytes[number.range].contains { $0.isUppercase }
    var readings: [Reading] = []
    if let roman = RomanNumeral.value(part.word) {
      readings.append(Reading(list: isUpper ? .upperRoman : .lowerRoman, ordinal: roman))
    }
    // `aa` follows `z`.
    if let first = part.word.utf8.first, part.word.utf8.allSatisfy({ $0 == first }), part.word.utf8.count <= 2 {
      let ordinal = Int(first - UInt8(ascii: "a")) + 1 + (part.word.utf8.count - 1) * 26
      readings.append(Reading(list: isUpper ? .upperLetters : .lowerLetters, ordinal: ordinal))
    }
    return readings
  }

  /// Whether a figure is followed by a title and not by the rest of a sentence.
  private static func isTitle(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let start = skipBlanks(bytes, range)
    guard start < range.upperBound, bytes[start].isUppercase else { return false }
    return range.count < 80 && ![UInt8(ascii: "."), UInt8(ascii: ",")].contains(bytes[range.upperBound - 1])
  }

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound,
      bytes[end].isPartOfWord
    { end += 1 }
    return range.lowerBound..<end
  }

  private static func skipMarks(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound,
      [0x20, UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(bytes[index])
    { index += 1 }
    return index
  }

  private static func skipBlanks(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
    return index
  }
}

extension String {
  /// `ATTACHMENT` → `Attachment`.
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
