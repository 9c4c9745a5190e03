import Compliance
import Diagnostics
import LicenseKnowledge
import Obligations
import Testing

/// A house says which licences it allows; a source outside of that is an error.
@Suite struct HousePolicyTests {
  private static func check(_ policy: String, license: String, source: String = "lab/base") throws -> Report {
    try Scenario.check(
      """
      model: { name: acme/thing-7b, license: MIT }
      sources: { model: \(source), relation: finetune\(license.isEmpty ? "" : ", license: \(license)") }
      policy: \(policy)
      """)
  }

  @Test(arguments: [
    ("{ require: no-use-limits }", "Apache-2.0", false), ("{ require: no-use-limits }", "llama-3.1", true),
    ("{ require: no-share-alike }", "MIT", false), ("{ require: no-share-alike }", "CC-BY-SA-4.0", true),
    ("{ require: commercial-use }", "CC-BY-4.0", false), ("{ require: commercial-use }", "CC-BY-NC-4.0", true),
    ("{ require: no-naming-duty }", "Apache-2.0", false), ("{ require: no-naming-duty }", "llama-3.1", true),
    ("{ require: no-scale-limit }", "Apache-2.0", false), ("{ require: no-scale-limit }", "llama-3.1", true),
    ("{ require: no-output-limits }", "MIT", false), ("{ require: no-output-limits }", "llama-3", true),
    ("{ require: redistribution }", "MIT", false), ("{ require: redistribution }", "CC-BY-NC-ND-4.0", true),
    ("{ preset: permissive }", "MIT", false), ("{ preset: permissive }", "CC-BY-SA-4.0", true),
    ("{ preset: open-source }", "CC-BY-SA-4.0", false), ("{ preset: open-source }", "llama-3.1", true),
    ("{ preset: commercial }", "Apache-2.0", false), ("{ preset: commercial }", "CC-BY-NC-4.0", true),
    ("{ deny: [MIT] }", "MIT", true), ("{ deny: [MIT] }", "Apache-2.0", false),
    ("{ allow: [MIT, Apache-2.0] }", "Apache-2.0", false), ("{ allow: [MIT] }", "Apache-2.0", true),
    ("{ preset: permissive, allow: [llama-3.1] }", "llama-3.1", false),
    ("{ allow: [MIT], deny: [MIT] }", "MIT", true),
  ])
  func `a licence is allowed or denied by its id and by what it asks`(
    policy: String, license: String, isDenied: Bool
  ) throws {
    let report = try Self.check(policy, license: license)
    let denied = report.findings.filter { $0.kind == .policyDenied }
    #expect(!denied.isEmpty == isDenied, "\(denied.map(\.message))")
    #expect(denied.allSatisfy { $0.status == .violated && $0.severity == .error })
  }

  @Test func `a licence that nobody knows is not allowed, and not told twice`() throws {
    let report = try Self.check("{ preset: commercial }", license: "")
    #expect(report.findings("policy-denied").map(\.concern) == [.waiting])
    #expect(report.findings("unknown-license").map(\.concern) == [.yours])
  }

  @Test func `without a policy nothing is denied`() throws {
    let report = try Scenario.check(
      "model: { name: acme/a }\nsources: { model: lab/base, relation: finetune, license: llama-3.1 }")
    #expect(!report.findings.contains { $0.kind == .policyDenied })
  }

  @Test(arguments: ["{ allow: [MTI] }", "{ deny: no-such-license }"])
  func `a name that means no licence is an error`(policy: String) throws {
    let report = try Self.check(policy, license: "MIT")
    #expect(report.diagnostics.contains { $0.kind == .settingUnknown && $0.severity == .error })
  }

  @Test func `a source is asked for its revision only where that is wanted`() throws {
    func findings(_ source: String, _ settings: String = "{ enable: unpinned-source }") throws -> Int {
      try Scenario.check(
        "model: { name: acme/a, license: MIT }\nsources: \(source)\nsettings: \(settings)"
      ).findings("unpinned-source").count
    }
    let source = "model: lab/base, relation: finetune, license: MIT"
    #expect(try findings("{ \(source) }") == 1)
    #expect(try findings("{ \(source), revision: main }") == 1)
    #expect(try findings("{ \(source), revision: 3f9a1c2 }") == 0)
    #expect(try findings("{ \(source) }", "{}") == 0)
    #expect(try findings("{ model: lab/base, relation: evaluated-with }") == 0)
  }

  @Test(arguments: [
    ("https://huggingface.co/lab/base/blob/main/LICENSE", 1),
    ("https://huggingface.co/lab/base/raw/3f9a1c2/LICENSE", 0),
    ("LICENSE", 0),
  ])
  func `the address of a licence leads to a commit, or to a file`(link: String, count: Int) throws {
    let card = "---\nlicense: other\nlicense_name: lab-license\nlicense_link: \(link)\n---\n# Thing\n"
    let report = try Scenario.check(
      "model: { name: acme/a }\nsources: []\ncomplete: true\nsettings: { enable: [unpinned-source] }",
      files: ["README.md": card])
    #expect(report.findings("unpinned-source").count == count)
  }

  @Test(arguments: [(90, 0), (91, 1)])
  func `knowledge that is much older than the release is a warning`(days: Int, count: Int) throws {
    let known = try #require(Scenario.embedded.knowledge.date)
    let date = try #require(Self.day(days, after: known))
    func findings(_ more: String = "") throws -> Int {
      try Scenario.check(
        "model: { name: acme/a, license: MIT }\nrelease: { date: \(date) }\nsources: []\ncomplete: true\n\(more)"
      ).findings("stale-knowledge").count
    }
    #expect(try findings() == count)
    #expect(try findings("settings: { ignore: stale-knowledge }") == 0)
  }

  private static func day(_ days: Int, after start: CalendarDate) -> CalendarDate? {
    (start.year...start.year + 1).lazy.flatMap { year in
      (1...12).lazy.flatMap { month in
        (1...31).lazy.compactMap { day in
          CalendarDate("\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
        }
      }
    }.first { $0 - start == days }
  }
}
