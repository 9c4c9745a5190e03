import Obligations

/// One term of a text as it was read: what it asks, where it says so, and how sure the reading is.
public struct ParsedObligation: Sendable {
  public let kind: ObligationKind
  public let modality: Modality
  /// Any of these circumstances makes it bite; `scale` limits the others.
  public let triggers: [Trigger]
  /// The clause as a reader cites it.
  public let clause: String
  /// Its bytes in the readable text.
  public let range: Range<Int>
  /// Citations of the other clauses that its words name.
  public let references: [String]
  /// The number above which it bites.
  public let threshold: ParsedThreshold?
  /// Share of readings of this form that careful readers make as well, from 0 to 1.
  public let confidence: Double
}

/// A number in a text with what it counts.
public struct ParsedThreshold: Sendable, Equatable {
  public let value: Int
  public let unit: Unit
  /// The day at which it is counted, where the text names one.
  public let date: CalendarDate?

  public enum Unit: String, Sendable, CaseIterable {
    case monthlyActiveUsers = "monthly-active-users"
    case annualRevenueUSD = "usd-annual-revenue"
    case monthlyRevenueUSD = "usd-monthly-revenue"
  }
}
