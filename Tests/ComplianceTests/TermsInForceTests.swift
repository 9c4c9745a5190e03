import Compliance
import LicenseKnowledge
import Testing

/// Which version of dated terms governs outputs, by the days on which they were obtained.
@Suite struct TermsInForceTests {
  private static func terms(_ date: String, says: String) -> (String, String) {
    (
      "services/lab-terms-\(date).yaml",
      """
      id: lab-terms-\(date)
      title: Lab Terms of \(date)
      date: \(date)
      series: lab-terms
      binds: acceptor
      obligations:
        - kind: compete
          modality: must-not
          clause: '1'
          summary: no competing models
          when: { reached-by: [output-trained, outputs] }
          require: { \(says): yes }
      """
    )
  }

  private static let library = Scenario.library(
    Dictionary(uniqueKeysWithValues: [
      terms("2023-01-01", says: "never"), terms("2024-01-01", says: "attested"), terms("2025-01-01", says: "never"),
      (
        "catalog/services.yaml",
        """
        services:
          - id: lab-api
            title: Lab API
            terms:
              - { terms: lab-terms-2023-01-01, from: 2023-01-01 }
              - { terms: lab-terms-2024-01-01, from: 2024-01-01 }
              - { terms: lab-terms-2025-01-01, from: 2025-01-01 }
          - id: strange-api
            title: Strange API
            terms:
              - { terms: terms-that-nobody-has-read, from: 2023-01-01 }
        """
      ),
    ]))

  struct Case: Sendable {
    let how: String
    /// Version and status of each finding.
    let governed: [String]
  }

  static let cases = [
    // Days within one version.
    Case(how: "terms: lab-terms, from: 2023-02-01, to: 2023-03-01", governed: ["2023-01-01 violated"]),
    Case(how: "terms: lab-terms, from: 2024-02-01, to: 2024-03-01", governed: ["2024-01-01 undetermined"]),
    Case(how: "service: lab-api, from: 2025-01-02, to: 2025-06-01", governed: ["2025-01-01 violated"]),
    // Days that span versions: each governed for a while.
    Case(
      how: "service: lab-api, from: 2023-06-01, to: 2024-06-01",
      governed: ["2023-01-01 violated", "2024-01-01 undetermined"]),
    Case(
      how: "terms: lab-terms, from: 2023-06-01, to: 2025-06-01",
      governed: ["2023-01-01 violated", "2024-01-01 undetermined", "2025-01-01 violated"]),
    // Before the first version that is held: terms governed that nobody has read.
    Case(how: "terms: lab-terms, from: 2022-01-01, to: 2022-02-01", governed: []),
    // Unknown days: any version may have governed, and they disagree.
    Case(how: "service: lab-api", governed: ["2023-01-01 undetermined"]),
    // Unknown days on which all versions that can have governed agree.
    Case(how: "service: lab-api, from: 2025-01-02", governed: ["2025-01-01 violated"]),
    // A full id leaves no doubt, whatever the days.
    Case(how: "terms: lab-terms-2025-01-01", governed: ["2025-01-01 violated"]),
    Case(
      how: "terms: lab-terms-2025-01-01, from: 2023-02-01, to: 2023-03-01", governed: ["2025-01-01 violated"]),
  ]

  @Test(arguments: cases) func `the version in force on the days of generation governs`(_ test: Case) throws {
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      sources: { model: lab/one, relation: distilled, accepted-by: us, \(test.how) }
      """
    let report = try Scenario.check(manifest, library: Self.library)
    let governed = report.findings.filter { $0.kind == .obligation(.compete) }
      .map { "\($0.license.dropFirst("lab-terms-".count)) \($0.status.rawValue)" }
    #expect(governed.sorted() == test.governed)
  }

  @Test(arguments: [
    "terms: lab-terms, from: 2022-01-01, to: 2022-02-01", "terms: lab-terms, from: 2022-12-01, to: 2023-02-01",
    "service: strange-api", "service: strange-api, from: 2024-01-01, to: 2024-02-01", "terms: other:whatever",
  ])
  func `terms that are not held are unknown, never permissive`(how: String) throws {
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      sources: { model: lab/one, relation: distilled, accepted-by: us, \(how) }
      """
    let report = try Scenario.check(manifest, library: Self.library)
    let finding = try #require(report.findings("unknown-license").first { $0.source == "lab/one" })
    #expect(finding.status == .undetermined)
  }

  @Test(arguments: [
    "from: 2023-03-01, to: 2023-04-01", "from: 2023-02-28, to: 2023-03-02", "to: 2023-04-01, from: 2023-01-05",
  ])
  func `a release that is older than its outputs is an error, and changes no terms`(days: String) throws {
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      release: { date: 2023-03-01 }
      sources: { model: lab/one, relation: distilled, accepted-by: us, service: lab-api, \(days) }
      """
    let report = try Scenario.check(manifest, library: Self.library)
    #expect(report.findings("declaration-conflict").map(\.severity) == [.error])
    #expect(report.findings("lab-terms-2023-01-01/compete").map(\.status) == [.violated])
  }

  @Test func `versions are compared clause by clause, whatever their order`() throws {
    func terms(_ date: String, _ clauses: [(String, String, String)]) -> String {
      let obligations = clauses.map { clause, says, summary in
        """
          - { kind: restricted-use, modality: must-not, clause: '\(clause)', summary: \(summary), require: { \(says): yes } }
        """
      }
      return """
        id: port-terms-\(date)
        title: Port Terms of \(date)
        date: \(date)
        series: port-terms
        binds: acceptor
        obligations:
        \(obligations.joined(separator: "\n"))
        """
    }
    let library = Scenario.library([
      "services/port-terms-2023-01-01.yaml": terms(
        "2023-01-01", [("1", "attested", "no spam to anybody"), ("2", "never", "no weapons of any kind")]),
      "services/port-terms-2024-01-01.yaml": terms(
        "2024-01-01",
        [("1", "never", "no weapons of any kind"), ("4", "attested", "no spam to anybody"), ("5", "never", "no bets")]),
    ])
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      sources: { model: lab/one, relation: distilled, accepted-by: us, terms: port-terms }
      """
    let findings = try Scenario.check(manifest, library: library).findings.filter {
      $0.kind == .obligation(.restrictedUse)
    }
    #expect(
      findings.map { "\($0.license.suffix(10)) \($0.clause) \($0.status.rawValue)" }.sorted() == [
        "2023-01-01 1 undetermined", "2023-01-01 2 violated", "2024-01-01 5 undetermined",
      ])
  }
}
