import Compliance
import Diagnostics
import TestSupport
import Testing

@testable import Reporting

/// With a baseline only what is new fails.
@Suite struct BaselineTests {
  private static let base = "- { model: lab/base, relation: finetune, license: llama-3.1 }"
  private static let next = "- { model: lab/next, relation: finetune, license: gemma }"

  private static func report(
    _ sources: String, license: String = "llama3.1", more: String = "", against baseline: Baseline? = nil
  ) throws -> Report {
    let project = try Scenario.project(
      "model: { name: acme/Llama-thing-7b, license: \(license) }\nrelease: { how: [weights] }\nsources:\n  \(sources)\n\(more)"
    )
    return Checker(library: Scenario.embedded, today: nil, baseline: baseline).check(project)
  }

  private static func baseline(of report: Report) throws -> Baseline {
    try Baseline(reading: SourceFile(path: "baseline.json", text: try BaselineJSON([report]).render()))
  }

  @Test func `what was written down does not fail`() throws {
    let first = try Self.report(Self.base)
    #expect(Gate(failsOn: .warning).verdict(of: first) == .fail)
    let second = try Self.report(Self.base, against: Self.baseline(of: first))
    for level in Severity.allCases { #expect(Gate(failsOn: level).verdict(of: second) == .pass) }
    #expect(second.known == first.tally.total)
    #expect(second.tally.total == 0)
  }

  @Test(arguments: ["\(base)\n  \(next)", next, "- { model: lab/base, relation: finetune, license: gemma }"])
  func `what is new fails`(sources: String) throws {
    let report = try Self.report(sources, against: Self.baseline(of: Self.report(Self.base)))
    #expect(Gate(failsOn: .warning).verdict(of: report) == .fail)
    #expect(
      report.findings.filter { $0.concern == .yours }.allSatisfy {
        $0.source != "lab/base" || $0.license != "llama-3.1"
      })
  }

  @Test func `what was open and is broken now is new`() throws {
    let before = try Self.report(Self.base, license: "other")
    #expect(before.status("llama-3.1/outbound-license") == .undetermined)
    let after = try Self.report(Self.base, license: "mit", against: Self.baseline(of: before))
    #expect(after.findings("llama-3.1/outbound-license").map(\.concern) == [.broken])
    #expect(Gate(failsOn: .error).verdict(of: after) == .fail)
  }

  @Test func `entries that match nothing any more are told, and fail nothing`() throws {
    let before = try Self.report("\(Self.base)\n  \(Self.next)")
    let after = try Self.report(Self.base, against: Self.baseline(of: before))
    let stale = after.diagnostics.filter { $0.kind == .baselineStale }
    #expect(stale.map(\.severity) == [.note])
    #expect(Gate(failsOn: .warning).verdict(of: after) == .pass)
  }

  @Test func `a baseline of another release knows nothing`() throws {
    let entries = try Self.report(Self.base).baselineEntries
    #expect(!entries.isEmpty && entries.allSatisfy { $0.release == "acme/Llama-thing-7b" })
    let file = try BaselineJSON([Self.report(Self.base)]).render().replacing("acme/Llama-thing-7b", with: "acme/other")
    let baseline = try Baseline(reading: SourceFile(path: "baseline.json", text: file))
    #expect(try Self.report(Self.base, against: baseline).known == 0)
  }

  @Test(arguments: [
    "", "[]", "{", "{\"version\": 2, \"open\": []}", "{\"version\": 1}", "{\"version\": 1, \"open\": [{}]}",
    "{\"version\": 1, \"open\": [], \"more\": 1}",
  ])
  func `a broken baseline is an error with its place`(text: String) {
    do throws(Baseline.Flaw) {
      _ = try Baseline(reading: SourceFile(path: "baseline.json", text: text))
      Issue.record("read")
    } catch {
      #expect(!error.diagnostics.isEmpty && error.diagnostics.allSatisfy { $0.location != nil })
    }
  }
}

/// One warning is enough for one fact.
@Suite struct AskedFactTests {
  @Test func `what waits for the release's licence is told by the finding that asks for it`() throws {
    let report = try Scenario.check(
      "model: { name: acme/thing-7b }\nsources: { model: lab/base, relation: finetune, license: llama-3.1 }")
    #expect(report.findings("llama-3.1/outbound-license").map(\.concern) == [.waiting])
    #expect(report.findings("unknown-license").map(\.concern) == [.yours])
    #expect(Gate(failsOn: .warning).verdict(of: report) == .fail)
  }

  @Test(arguments: ["ignore: unknown-license", "severity: { unknown-license: note }"])
  func `where that finding is silenced, the others speak`(setting: String) throws {
    let report = try Scenario.check(
      """
      model: { name: acme/thing-7b }
      sources: { model: lab/base, relation: finetune, license: llama-3.1 }
      settings: { \(setting) }
      """)
    #expect(report.findings("llama-3.1/outbound-license").map(\.concern) == [.yours])
  }

  @Test func `a source that is doubted is doubted once`() throws {
    let report = try Scenario.check(
      nil,
      files: [
        "README.md":
          "---\nlicense: mit\nbase_model: lab/base\n---\n# Thing\n\nThe model was trained on the dataset `acme-data/talks-v2`.\n"
      ])
    let talks = report.findings.filter { $0.source == "acme-data/talks-v2" && $0.status == .undetermined }
    #expect(talks.filter { $0.concern == .yours }.map(\.id) == ["undeclared-source"])
    #expect(talks.contains { $0.concern == .waiting })
  }
}
