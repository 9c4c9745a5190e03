import Diagnostics

/// A day of the Gregorian calendar, without a time zone.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Reads `yyyy-mm-dd`; nil for anything else, including days that do not exist.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { $0.isDigit } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The number of days from the `right` one to the `left` one.
  public static func - (left: CalendarDate, right: CalendarDate) -> Int { left.ordinal - right.ordinal }

  /// Days since a fixed one: years begin in March, so that a leap day is the last of its year.
  private var ordinal: Int {
    let year = month > 2 ? self.year : self.year - 1
    let month = month > 2 ? self.month - 3 : self.month + 9
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
  }

  /// `yyyy-mm-dd`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A stretch of days; an absent end is open.
public struct DateWindow: Sendable, Hashable {
  /// First day.
  public let from: CalendarDate?
  /// Last day.
  public let until: CalendarDate?

  /// Makes a window; both ends are included.
  public init(from: CalendarDate? = nil, until: CalendarDate? = nil) {
    self.from = from
    self.until = until
  }

  /// Whether the two windows share a day.
  public func overlaps(_ other: DateWindow) -> Bool {
    func isBefore(_ end: CalendarDate?, _ start: CalendarDate?) -> Bool {
      guard let end, let start else { return false }
      return end < start
    }
    return !isBefore(until, other.from) && !isBefore(other.until, from)
  }

  /// Whether `other` lies wholly inside; a window with an open end only inside one with the same end open.
  public func contains(_ other: DateWindow) -> Bool {
    let startsInside = from.map { start in other.from.map { start <= $0 } ?? false } ?? true
    let endsInside = until.map { end in other.until.map { $0 <= end } ?? false } ?? true
    return startsInside && endsInside
  }
}
