import Compliance
import Testing

/// Every kind of `when`, decided with yes, with no, and not at all where the fact is not declared.
@Suite struct ConditionTests {
  /// What a manifest declares beside the source.
  struct Declared: Sendable {
    var facts = ""
    var source = "relation: finetune, license: own-1"
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let when: String
    let yes: Declared
    let no: Declared
    let unknown: Declared

    var testDescription: String { when }

    init(_ when: String, yes: Declared, no: Declared, unknown: Declared = Declared()) {
      self.when = when
      self.yes = yes
      self.no = no
      self.unknown = unknown
    }

    init(_ when: String, yes: String, no: String) {
      self.init(when, yes: Declared(facts: yes), no: Declared(facts: no))
    }
  }

  static let cases = [
    Case(
      "{ reached-by: [derivative] }", yes: Declared(), no: Declared(source: "relation: distilled, license: own-1"),
      unknown: Declared(source: "relation: adapter, license: own-1")),
    Case("{ release: [weights] }", yes: "release: { how: [weights, hosted] }", no: "release: { how: [internal] }"),
    Case("{ commercial: yes }", yes: "release: { commercial: yes }", no: "release: { commercial: no }"),
    Case("{ commercial: no }", yes: "release: { commercial: no }", no: "release: { commercial: yes }"),
    Case(
      "{ scale: { monthly-active-users: 1000 } }", yes: "release: { monthly-active-users: 1001 }",
      no: "release: { monthly-active-users: 1000 }"),
    Case(
      "{ scale: { annual-revenue-usd: 1000000 } }", yes: "release: { annual-revenue-usd: 1_000_001 }",
      no: "release: { annual-revenue-usd: 0 }"),
    Case(
      "{ licensee: { competes-with: Lab } }", yes: "licensee: { competes-with: [other:Somebody, lab] }",
      no: "licensee: { competes-with: [] }"),
    Case("{ licensee: { domicile: [EU] } }", yes: "licensee: { domicile: DE }", no: "licensee: { domicile: CH }"),
    Case("{ licensee: { domicile: [US, CN] } }", yes: "licensee: { domicile: us }", no: "licensee: { domicile: DE }"),
    Case(
      "{ accepted-by: us }", yes: Declared(source: "relation: distilled, terms: own-1, accepted-by: us"),
      no: Declared(source: "relation: distilled, terms: own-1, accepted-by: upstream"),
      unknown: Declared(source: "relation: distilled, terms: own-1")),
    Case(
      "{ date: { from: 2025-01-01, until: 2025-12-31 } }", yes: "release: { date: 2025-12-31 }",
      no: "release: { date: 2026-01-01 }"),
    Case("{ date: { from: 2025-01-01 } }", yes: "release: { date: 2025-01-01 }", no: "release: { date: 2024-12-31 }"),
    Case(
      "{ interpretation: own-question }", yes: "interpret: { own-question: yes }", no: "interpret: { own-question: no }"
    ),
    Case(
      "{ derivative-under: [own-2] }",
      yes: Declared(
        source: "relation: finetune, license: own-1 }\n  - { model: lab/two, relation: merge, license: own-2"),
      no: Declared(
        source: "relation: finetune, license: own-1 }\n  - { model: lab/two, relation: distilled, license: own-2"),
      unknown: Declared(
        source: "relation: finetune, license: own-1 }\n  - { model: lab/two, relation: adapter, license: own-2")),
    Case(
      "{ commercial: yes, release: [weights] }", yes: "release: { commercial: yes, how: [weights] }",
      no: "release: { commercial: no }"),
    Case(
      "{ all: [{ commercial: yes }, { release: [weights] }] }", yes: "release: { commercial: yes, how: [weights] }",
      no: "release: { how: [hosted] }"),
    Case(
      "{ any: [{ commercial: yes }, { release: [weights] }] }", yes: "release: { how: [weights] }",
      no: "release: { commercial: no, how: [hosted] }"),
    Case("{ not: { commercial: yes } }", yes: "release: { commercial: no }", no: "release: { commercial: yes }"),
  ]

  @Test(arguments: cases) func `a declared fact decides, and an undeclared one is asked for`(_ test: Case) throws {
    let yes = try #require(try Self.finding(test.when, test.yes))
    #expect(yes.status == .violated)
    #expect(yes.missing.isEmpty)
    let no = try #require(try Self.finding(test.when, test.no))
    #expect(no.status == .notTriggered)
    #expect(no.missing.isEmpty)
    let unknown = try #require(try Self.finding(test.when, test.unknown))
    #expect(unknown.status == .undetermined)
    #expect(!unknown.missing.isEmpty, "nobody is asked")
  }

  @Test(arguments: ["lab/base", "LAB/*", "*/base", "*a*"]) func `a source is meant by a pattern`(glob: String) throws {
    #expect(try Self.finding("{ source-name: [\"\(glob)\"] }", Declared())?.status == .violated)
    #expect(try Self.finding("{ not: { source-name: [\"\(glob)\"] } }", Declared())?.status == .notTriggered)
  }

  @Test(arguments: ["lab/bas", "other/*", "*/base-*"]) func `a source that no pattern fits is not meant`(glob: String)
    throws
  {
    #expect(try Self.finding("{ source-name: [\"\(glob)\"] }", Declared())?.status == .notTriggered)
  }

  private static func finding(_ when: String, _ declared: Declared) throws -> Finding? {
    let manifest = """
      model: { name: acme/thing-7b, license: mit }
      \(declared.facts)
      sources:
        - { model: lab/base, \(declared.source) }
      """
    let binds = declared.source.contains("terms") ? "acceptor" : "artefact"
    let report = try Scenario.check(manifest, library: OwnLicense(when: when, binds: binds).library)
    let findings = report.findings("own-1/pay")
    return findings.count == 1 ? findings[0] : nil
  }
}
