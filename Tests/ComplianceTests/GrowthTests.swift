import Diagnostics
import Obligations
import Provenance
import TestSupport
import Testing

@testable import Compliance

/// Lineages of any size are checked in a time that grows as they do.
@Suite struct GrowthTests {
  @Test(arguments: LineageShape.allCases)
  func `reach and paths take as long for each source, however many there are`(_ shape: LineageShape) {
    let growth = Growth(from: 250) { count in
      let lineage = shape.lineage(count, .adapter)
      let reach = Reach(lineage, answers: { Decision(.unknown, missing: [Self.question($0)]) })
      for node in lineage.nodes.indices {
        for (effect, way) in reach.ways(from: node) { _ = reach.path(of: way, to: effect) }
      }
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test(arguments: LineageShape.allCases) func `a check takes as long for each source of a bill`(_ shape: LineageShape)
    throws
  {
    let projects = try Dictionary(uniqueKeysWithValues: [40, 160].map { ($0, try Self.project(shape.bill($0))) })
    let growth = Growth(from: 40) { count in
      if let project = projects[count] { _ = Scenario.check(project) }
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func `a condition on all sources is decided once, however many texts have it`() throws {
    let projects = try Dictionary(
      uniqueKeysWithValues: [100, 400].map { count in
        let sources = (0..<count).map { "  - { model: lab/teacher-\($0), relation: distilled, license: llama-2 }\n" }
        let folder = try TemporaryFolder([
          "pedigree.yaml": "pedigree: 1\nmodel: { name: acme/helper }\nsources:\n\(sources.joined())"
        ])
        return (count, try ProjectReader(library: Scenario.embedded).read(folder.path, name: nil))
      })
    let growth = Growth(from: 100) { count in
      if let project = projects[count] { _ = Scenario.check(project) }
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func `the steps of a lineage are left out in the middle where nobody would read them`() throws {
    let report = Scenario.check(try Self.project(LineageShape.chain.bill(100)))
    let longest = try #require(report.findings.max { $0.path.count < $1.path.count })
    #expect(longest.path.count == 24)
    let lengths = Set(report.findings.map { finding in finding.path.reduce(finding.path.count) { $0 + $1.omitted } })
    #expect(lengths.max() == 100)
    #expect(report.findings.allSatisfy { $0.path.last.map { $0.artefact == "lab0/model0" } ?? true })
  }

  @Test func `names that are not declared are compared with declared ones as fast as with one`() {
    let growth = Growth(from: 500) { count in
      let declared = DeclaredNames((0..<count).map { ArtefactID("lab/corpus-\($0)-en") })
      for number in 0..<count { _ = declared.mayMean(ArtefactID("other/notes-\(number)")) }
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test(arguments: [
    ("databricks/databricks-dolly-15k", "dolly", true), ("lab/harbour-2-large", "harbour 2", true),
    ("lab/harbour-2", "harbour-2-large", true), ("lab/harbour-2", "harbour-3", false), ("lab/a-cat", "cat", false),
    ("lab/sea-bird", "seabird", true), ("lab/sea-bird", "gull", false),
  ])
  func `a name goes on from a declared one, or is a part of it`(declared: String, name: String, may: Bool) {
    #expect(DeclaredNames([ArtefactID(declared)]).mayMean(ArtefactID(name)) == may)
  }

  private static func question(_ id: String) -> Question {
    Question(.interpretation(id), "is `\(id)` so?", answer: "say so")
  }

  private static func project(_ bill: String) throws -> Project {
    let folder = try TemporaryFolder(["bom.json": bill])
    return try ProjectReader(library: Scenario.embedded).read(folder.path, name: nil)
  }
}
