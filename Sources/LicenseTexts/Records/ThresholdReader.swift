import Diagnostics
import Obligations

/// Finds the number above which a clause bites: `700 million monthly active users`, `US $1,000,000`.
struct ThresholdReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tokens: [Token]

  private let dates: TextDate
  /// The day that the text gives for itself, near its beginning.
  private let ownDate: CalendarDate?

  /// Words from the beginning within which a text names its own day.
  private static let longestHead = 200

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
    self.dates = TextDate(bytes, tokens)
    self.ownDate = dates.first(in: 0..<min(tokens.count, Self.longestHead))
  }

  /// The numbers in `range` that count users or money, the largest of each unit, in the order of the text.
  func thresholds(in range: Range<Int>) -> [ParsedThreshold] {
    var found: [ParsedThreshold] = []
    let fallback = unit(of: range, around: range)
    for index in range {
      guard let number = number(at: index, in: range), number >= 1_000 else { continue }
      let around = max(range.lowerBound, index - Self.reach)..<min(range.upperBound, index + Self.reach)
      guard
        let unit = unit(of: index..<around.upperBound, around: around) ?? unit(of: around, around: around) ?? fallback
      else { continue }
      if let same = found.firstIndex(where: { $0.unit == unit }) {
        guard number > found[same].value else { continue }
        found[same] = ParsedThreshold(value: number, unit: unit, date: found[same].date)
      } else {
        found.append(ParsedThreshold(value: number, unit: unit, date: date(in: range)))
      }
    }
    return found
  }

  /// Words from a number to what it counts, at the most.
  private static let reach = 10

  /// The day at which is counted: named in the sentence, or the text's own where the sentence refers to that.
  private func date(in range: Range<Int>) -> CalendarDate? {
    if let date = dates.first(in: range) { return date }
    let isOwn = range.dropLast().contains { word($0 + 1) == "date" && ["release", "effective"].contains(word($0)) }
    return isOwn ? ownDate : nil
  }

  private func number(at index: Int, in range: Range<Int>) -> Int? {
    let digits = bytes[tokens[index].range].filter { $0 != UInt8(ascii: ",") }
    guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ $0.isDigit }) else { return nil }
    var value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    // Years are no thresholds.
    if bytes[tokens[index].range].count == 4, (1_990...2_100).contains(value) { return nil }
    if index + 1 < range.upperBound {
      switch word(index + 1) {
      case "thousand": value *= 1_000
      case "million": value *= 1_000_000
      case "billion": value *= 1_000_000_000
      default: break
      }
    }
    return value
  }

  /// What the words in `range` count; a month may be named farther off.
  private func unit(of range: Range<Int>, around: Range<Int>) -> ParsedThreshold.Unit? {
    let words = Set(range.map(word))
    if !words.isDisjoint(with: ["users", "user", "mau"]) { return .monthlyActiveUsers }
    guard !words.isDisjoint(with: ["revenue", "revenues", "turnover", "usd", "dollars", "income"]) else { return nil }
    return around.contains { ["monthly", "month"].contains(word($0)) } ? .monthlyRevenueUSD : .annualRevenueUSD
  }

  private func word(_ index: Int) -> String { String(decoding: bytes[tokens[index].range], as: UTF8.self).lowercased() }
}
