import Testing

@testable import LicenseTexts

/// The numbers above which clauses bite.
@Suite struct ThresholdTests {
  private static func threshold(_ condition: String) throws -> String? {
    let text = "If \(condition), you must request a separate licence from Acme."
    let records = try WordingReading.parse(text).obligations.filter { $0.kind == .separateLicense }
    #expect(records.count == 1, "no separate licence is asked for")
    return records.first?.threshold.map { "\($0.value) \($0.unit.rawValue)" }
  }

  @Test(arguments: [
    ("your products have more than 700 million monthly active users", "700000000 monthly-active-users"),
    ("your products have more than 1,000,000 monthly active users", "1000000 monthly-active-users"),
    ("your site has over 50 thousand monthly active users", "50000 monthly-active-users"),
    ("your annual revenue exceeds US$ 2,000,000", "2000000 usd-annual-revenue"),
    ("your annual revenue exceeds 10 million dollars", "10000000 usd-annual-revenue"),
    ("your monthly revenue exceeds 20 million USD", "20000000 usd-monthly-revenue"),
    ("on 5 March 2025 you had more than 100 million monthly active users", "100000000 monthly-active-users"),
    ("in 2025 your annual revenue exceeds 3 million dollars in 12 months", "3000000 usd-annual-revenue"),
  ])
  func `numbers are read with what they count`(condition: String, threshold: String) throws {
    #expect(try Self.threshold(condition) == threshold)
  }

  @Test(arguments: [
    "you have more monthly active users in 2025 than in 2024", "you use version 2024 for commercial purposes",
    "you want it for commercial use within 30 days", "clause 1,200 is about commercial use",
  ])
  func `years, versions and other numbers are no thresholds`(condition: String) throws {
    #expect(try Self.threshold(condition) == nil)
  }

  @Test func `two thresholds of which one is enough are two records`() throws {
    let text = """
      If your products have more than 100 million monthly active users, or more than 20 million US dollars in monthly \
      revenue, you must request a separate licence from Acme.
      """
    let read = try WordingReading.parse(text).obligations.filter { $0.kind == .separateLicense }
    #expect(
      read.map { "\($0.threshold?.value ?? 0) \($0.threshold?.unit.rawValue ?? "")" } == [
        "100000000 monthly-active-users", "20000000 usd-monthly-revenue",
      ])
  }
}
