import TestSupport
import Testing

/// The Python package, and the files by which other tools run the program, under their own tests in `python/tests`.
@Suite struct PythonPackageTests {
  /// Python with the tools that the tests call; without those, the tests that need them are skipped and say so.
  private static let python = ExportValidation.python ?? ProgramRun.installed("python3")

  @Test(.enabled(if: python != nil, "python3 is not here")) func `the package's own tests pass`() throws {
    let run = try ProgramRun(
      try #require(Self.python), ["-W", "error", "-m", "unittest", "discover", "--start-directory", "python/tests"],
      in: Repository.root,
      environment: [
        "PYTHONPATH": "\(Repository.root)/python/src", "PYTHONDONTWRITEBYTECODE": "1",
        "PEDIGREE_BINARY": ProgramRun.built("pedigree"),
      ])
    #expect(run.code == 0, "\(run.errors.suffix(4000))")
  }
}
