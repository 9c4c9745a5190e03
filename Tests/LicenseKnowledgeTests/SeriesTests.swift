import Diagnostics
import LicenseKnowledge
import Obligations
import Testing

@Suite struct SeriesTests {
  private static func terms(_ id: String, date: String, series: String) -> (String, SourceFile) {
    let text = """
      id: \(id)
      title: \(id)
      date: \(date)
      series: \(series)
      binds: acceptor
      obligations: []
      """
    return ("services/\(id).yaml", SourceFile(path: "\(id).yaml", text: text))
  }

  private static let knowledge = Knowledge(overlays: [
    KnowledgeOverlay(
      folder: "ours",
      files: [
        terms("acme-terms-2025-01-01", date: "2025-02-01", series: "acme-terms-of-use"),
        terms("acme-terms-2023-01-01", date: "2023-01-01", series: "acme-terms-of-use"),
        terms("acme-terms-2024-01-01", date: "2024-01-01", series: "acme-terms-of-use"),
        terms("acme-policy-2024-01-01", date: "2024-01-01", series: "acme-policy"),
      ])
  ])

  @Test(arguments: ["acme-terms-of-use", "acme-terms"])
  func `a series is named by itself or by an id without its date`(name: String) {
    let ids = Self.knowledge.versions(of: name).map(\.id)
    #expect(ids == ["acme-terms-2023-01-01", "acme-terms-2024-01-01", "acme-terms-2025-01-01"])
  }

  @Test func `a version counts from the day in force, not from the day in its id`() throws {
    let latest = try #require(Self.knowledge.versions(of: "acme-terms").last)
    #expect(latest.date == CalendarDate("2025-02-01"))
  }

  @Test func `a full id names one version`() {
    #expect(Self.knowledge.versions(of: "acme-terms-2024-01-01").map(\.id) == ["acme-terms-2024-01-01"])
    #expect(Self.knowledge.versions(of: "acme") == [])
  }

  @Test func `every embedded series is in date order, and holds its versions`() {
    let knowledge = KnowledgeLintTests.knowledge
    for license in knowledge.licenseIDs.compactMap({ knowledge.license($0) }) {
      guard let name = license.series else { continue }
      let series = knowledge.versions(of: name)
      #expect(series.contains { $0.id == license.id })
      #expect(series == series.sorted())
    }
  }
}
