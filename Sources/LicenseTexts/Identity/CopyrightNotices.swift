import Diagnostics
import MarkupText

/// Finds notices of copyright, which are no part of a licence: every copy has its own.
struct CopyrightNotices {
  private let text: ReadableText

  init(_ text: ReadableText) { self.text = text }

  /// The word that notices begin with.
  static let opening = WordHash.of("copyright")

  /// Where the line ends whose first word, `copyright`, ends at `index`; nil where the line says something else.
  func end(_ bytes: UnsafeBufferPointer<UInt8>, behind index: Int, in range: Range<Int>) -> Int? {
    guard Self.states(bytes, index, range) else { return nil }
    return endOfLine(bytes, index, range)
  }

  /// Where the line ends that begins with the sign, `© 2024 Jane Doe`; nil for another line.
  func endOfSigned(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let behind = Self.pastSigns(bytes, range.lowerBound, range.upperBound)
    guard behind > range.lowerBound, Self.isYear(bytes, behind, range.upperBound) else { return nil }
    return endOfLine(bytes, behind, range)
  }

  /// Whether a block says nothing but that all rights are reserved.
  func isReservation(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= Self.reservation.count + 1 && pastReservation(bytes, range.lowerBound, range.upperBound) != nil
  }

  /// Whether a year, a blank, a sign or a name follows, and not a sentence about copyright.
  private static func states(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ range: Range<Int>) -> Bool {
    let index = pastSigns(bytes, start, range.upperBound)
    guard index < range.upperBound else { return false }
    let hasSign = bytes[start..<index].contains { $0 > 0x20 && $0 != UInt8(ascii: ":") }
    if hasSign || isYear(bytes, index, range.upperBound) || Blank.end(bytes, index, range.upperBound) != nil
      || bytes[index..<range.upperBound].starts(with: "by ".utf8)
    {
      return true
    }
    // `Copyright The Acme Authors`, alone in its block.
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index])
    return isCapital && range.count <= longestName
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

  /// The end of the line of the file in which `index` stands, and of a reservation of rights behind it.
  private func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ range: Range<Int>) -> Int {
    var end = min(range.upperBound, index + Self.longestLine)
    if text.isVerbatim {
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
      end = low
    }
    while end < range.upperBound, bytes[end] == UInt8(ascii: " ") { end += 1 }
    return pastReservation(bytes, end, range.upperBound) ?? end
  }

  private func pastReservation(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let close = start + Self.reservation.count
    guard close <= end, zip(bytes[start..<close], Self.reservation).allSatisfy({ $0 | 0x20 == $1 }) else { return nil }
    return close
  }

  private static let reservation = Array("all rights reserved".utf8)
  private static let longestName = 100
  private static let longestLine = 200
}
