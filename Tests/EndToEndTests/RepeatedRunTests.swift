import TestSupport
import Testing

/// Two runs print the same, though each process orders sets and dictionaries in its own way.
@Suite struct RepeatedRunTests {
  @Test(arguments: UInt64(0)..<12, [["audit"], ["audit", "--format", "json"], ["graph", "--format", "cyclonedx"]])
  func `a project is reported in the same bytes in every run`(seed: UInt64, command: [String]) throws {
    let project = GeneratedProject(seed: seed)
    let files = project.documents.merging(["pedigree.yaml": "pedigree: 1\n\(project.manifest)"]) { first, _ in first }
    let folder = try TemporaryFolder(files)
    let runs = try (0..<2).map { _ in
      try ProgramRun(
        ProgramRun.built("pedigree"), command, in: folder.path,
        environment: ["NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1740787200"])
    }
    #expect(runs[0].output == runs[1].output, "\(project)")
    #expect(!runs[0].output.isEmpty, "\(runs[0].errors)\n\(project)")
  }
}
