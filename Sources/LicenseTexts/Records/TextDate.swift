import Diagnostics
import Obligations

/// Finds days as licences write them: `July 23, 2024`, `23 July 2024`, `2024-07-23`.
struct TextDate {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tokens: [Token]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// The first day named in a range of tokens.
  func first(in range: Range<Int>) -> CalendarDate? {
    for index in range {
      if let month = Self.months.firstIndex(of: word(index)), let date = date(month + 1, at: index, in: range) {
        return date
      }
      if number(index, digits: 4) != nil, index + 2 < range.upperBound, number(index + 1, digits: 2) != nil,
        number(index + 2, digits: 2) != nil
      {
        if let date = CalendarDate("\(word(index))-\(word(index + 1))-\(word(index + 2))") { return date }
      }
    }
    return nil
  }

  private func date(_ month: Int, at index: Int, in range: Range<Int>) -> CalendarDate? {
    let behind = index + 2 < range.upperBound ? (day: index + 1, year: index + 2) : nil
    let around = index > range.lowerBound && index + 1 < range.upperBound ? (day: index - 1, year: index + 1) : nil
    for place in [behind, around].compactMap({ $0 }) {
      guard let day = number(place.day), (1...31).contains(day), let year = number(place.year, digits: 4) else {
        continue
      }
      return CalendarDate("\(year)-\(padded(month))-\(padded(day))")
    }
    return nil
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func number(_ index: Int, digits: Int? = nil) -> Int? {
    let text = word(index)
    guard digits.map({ text.utf8.count == $0 }) ?? (text.utf8.count <= 2) else { return nil }
    return text.utf8.allSatisfy { $0.isDigit } ? Int(text) : nil
  }

  private func word(_ index: Int) -> String { String(decoding: bytes[tokens[index].range], as: UTF8.self).lowercased() }
}
