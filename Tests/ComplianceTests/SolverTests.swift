import Compliance
import Diagnostics
import Obligations
import Provenance
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Under which licences a release can go out: what a check under each of them says, and nothing else.
@Suite struct SolverTests {
  private static func solve(_ manifest: String) throws -> Solution {
    Solver(today: nil).solve(Assessment(try Scenario.project(manifest), library: Scenario.embedded))
  }

  private static func sources(_ sources: String..., release: String = "how: [weights], commercial: yes") -> String {
    "model: { name: acme/thing }\nrelease: { \(release) }\nsources: [\(sources.joined(separator: ", "))]\ncomplete: yes"
  }

  /// What some sources allow, and what they exclude.
  private static let expected: [(sources: [String], allowed: [String], excluded: [String])] = [
    (["{ model: lab/a, relation: finetune, license: MIT }"], ["MIT", "Apache-2.0", "GPL-3.0", "CC-BY-NC-4.0"], []),
    (
      ["{ model: lab/a, relation: finetune, license: CC-BY-SA-4.0 }"], ["CC-BY-SA-4.0", "GPL-3.0"],
      ["MIT", "CC-BY-4.0"]
    ),
    (["{ model: lab/a, relation: merge, license: AGPL-3.0 }"], ["AGPL-3.0"], ["MIT", "GPL-3.0", "Apache-2.0"]),
    (
      [
        "{ model: lab/a, relation: merge, license: MIT }", "{ model: lab/b, relation: merge, license: CC-BY-SA-4.0 }",
      ], ["CC-BY-SA-4.0"], ["MIT"]
    ),
  ]

  @Test(arguments: expected) func `a licence is left if it keeps what every source wants kept`(
    sources: [String], allowed: [String], excluded: [String]
  ) throws {
    let solution = try Self.solve(
      "model: { name: acme/thing }\nrelease: { how: [weights], commercial: yes }\nsources: [\(sources.joined(separator: ", "))]\ncomplete: yes"
    )
    #expect(Set(allowed).subtracting(solution.allowed).sorted() == [])
    #expect(Set(excluded).subtracting(solution.excluded.map(\.license)).sorted() == [])
    #expect(solution.excluded.allSatisfy { !$0.because.isEmpty && !$0.sources.isEmpty })
  }

  @Test func `sources that no licence satisfies are named, with what to drop`() throws {
    let solution = try Self.solve(
      Self.sources(
        "{ model: lab/plain, relation: merge, license: MIT }",
        "{ model: lab/left, relation: merge, license: AGPL-3.0 }",
        "{ model: lab/alike, relation: merge, license: CC-BY-NC-SA-4.0 }", release: "how: [weights], commercial: no"))
    #expect(solution.allowed == [])
    #expect(solution.clashes == [["lab/left", "lab/alike"]] || solution.clashes == [["lab/alike", "lab/left"]])
    #expect(Set(solution.ways.map(\.sources)) == [["lab/left"], ["lab/alike"]])
  }

  @Test func `what is forbidden under every licence leaves none`() throws {
    let solution = try Self.solve(Self.sources("{ model: lab/a, relation: finetune, license: CC-BY-NC-4.0 }"))
    #expect(solution.allowed == [] && solution.conditional.isEmpty)
    #expect(solution.blocked.contains { $0.license == "CC-BY-NC-4.0" && $0.kind == .obligation(.commercialUse) })
  }

  @Test func `a maker's own licence is put on nothing that holds none of its material`() throws {
    let plain = try Self.solve(Self.sources("{ model: lab/a, relation: finetune, license: MIT }"))
    #expect(!plain.allowed.contains("llama-3.1") && !plain.excluded.contains { $0.license == "llama-3.1" })
  }

  @Test(arguments: [
    (
      "{ model: openai/gpt-4o, relation: distilled, service: openai-api, from: 2024-06-01, to: 2024-07-01, accepted-by: us }",
      ["Apache-2.0", "MIT"]
    ),
    ("{ model: lab/a, relation: finetune, license: BSD-3-Clause }", ["BSD-3-Clause", "Apache-2.0"]),
  ])
  func `of what asks for equally little, a source's own licence and what is customary come first`(
    source: String, first: [String]
  ) throws {
    let solution = try Self.solve(Self.sources(source, release: "how: [internal], commercial: no"))
    let order = solution.allowed + solution.conditional.map(\.license)
    #expect(Array(order.prefix(2)) == first)
  }

  @Test func `every candidate is in one list`() throws {
    let solution = try Self.solve(
      Self.sources("{ dataset: lab/data, relation: trained-on, license: CC-BY-SA-4.0 }", release: "how: [weights]"))
    let all = solution.allowed + solution.conditional.map(\.license) + solution.excluded.map(\.license)
    #expect(all.count == Set(all).count)
    let open = solution.conditional.first { $0.license == "MIT" }
    #expect(open?.settle.map(\.fact).contains("interpret.model-is-adaptation-of-data") == true)
  }

  // MARK: Agreement

  private static let lineages = 200
  /// Of the licences every which one is checked in a lineage; all of them where many laws are asked for.
  private static let stride = getenv("PEDIGREE_LAWS") == nil ? 12 : 1

  @Test func `solve agrees with a check under each licence`() throws {
    let checker = Checker(library: Scenario.embedded, today: nil)
    var checked = 0
    for seed in 0..<UInt64(Self.lineages) {
      let generated = GeneratedProject(seed: seed)
      let project = try Scenario.project(generated.manifest)
      let assessment = Assessment(project, library: Scenario.embedded)
      let solution = Solver(today: nil).solve(assessment)
      let lists = Dictionary(
        solution.allowed.map { ($0, Fate.fits) } + solution.conditional.map { ($0.license, .open) }
          + solution.excluded.map { ($0.license, .broken) }
      ) { first, _ in first }
      for (index, license) in lists.keys.sorted().enumerated() where (index + Int(seed)) % Self.stride == 0 {
        var answers = Answers(of: project)
        answers.license = Fact(license, at: project.lineage.edges.first?.location ?? Self.nowhere)
        let fate = Fate(checker.report(on: assessment.answering(answers)))
        let found = lists[license]
        // Facts that are open for every licence, or forbid each, are no matter of the licence.
        let isOpenAnyway = found == .open && fate == .fits && solution.allowed.isEmpty
        let isBlocked = !solution.blocked.isEmpty && fate != .broken
        #expect(found == fate || isOpenAnyway || isBlocked, "\(license), seed \(seed): \(generated.manifest)")
        checked += 1
      }
    }
    #expect(checked > 1000)
  }

  private static let nowhere = SourceLocation(SourceFile(path: "test", text: ""), SourceRange(0, 0))

  /// What a check says of the licence under which a release goes out.
  private enum Fate {
    case fits, open, broken

    init(_ report: Report) {
      let about = report.findings.filter { $0.kind == .outboundLicense || Self.isAboutLicense($0.requirement) }
      let isOpen = about.contains { finding in
        finding.status == .undetermined && finding.missing.contains { !$0.id.hasPrefix("attest.") }
      }
      self = about.contains { $0.status == .violated } ? .broken : isOpen ? .open : .fits
    }

    private static func isAboutLicense(_ requirement: Requirement?) -> Bool {
      if case .outboundLicense? = requirement { true } else { false }
    }
  }
}
