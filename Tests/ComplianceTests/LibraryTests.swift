import Compliance
import Foundation
import Reporting
import TestSupport
import Testing

/// One library serves all projects and threads.
@Suite struct LibraryTests {
  /// What checks of 200 projects give, each as bytes.
  private static func reports(_ library: (Int) -> Library, of projects: Range<Int>) throws -> [String] {
    try projects.map { number in
      let library = library(number)
      let made = GeneratedProject(seed: UInt64(number))
      let project = try Scenario.project(made.manifest, files: made.documents, library: library)
      let report = Checker(library: library, today: nil).check(project)
      // Each project is written to a folder of its own, which the report names.
      return try ReportJSON(Gate(failsOn: .error), includesNotTriggered: true).render(report)
        .replacingOccurrences(of: project.folder, with: "project")
    }
  }

  @Test func `200 projects on two threads give what 200 runs give`() async throws {
    let shared = Library(Scenario.embedded.knowledge)
    async let first = Self.reports({ _ in shared }, of: 0..<100)
    async let second = Self.reports({ _ in shared }, of: 100..<200)
    let together = try await first + second
    let alone = try Self.reports({ _ in Library(Scenario.embedded.knowledge) }, of: 0..<200)
    #expect(zip(together, alone).enumerated().filter { $1.0 != $1.1 }.map(\.offset) == [])
  }
}
