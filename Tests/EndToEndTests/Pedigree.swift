import TestSupport

/// The program as people run it.
enum Pedigree {
  /// The folder of the expected outputs.
  static let goldens = "\(Repository.root)/Tests/EndToEndTests/Golden"

  /// Runs `pedigree` in a folder; without other wishes it does not colour.
  static func run(
    _ arguments: String..., in folder: String, environment: [String: String] = ["NO_COLOR": "1"]
  ) throws -> ProgramRun {
    try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder, environment: environment)
  }

  /// Runs `pedigree` in a folder with these files.
  static func run(
    _ arguments: String..., files: [String: String], environment: [String: String] = ["NO_COLOR": "1"]
  ) throws -> ProgramRun {
    let folder = try TemporaryFolder(files)
    return try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path, environment: environment)
  }
}
