import Foundation

/// What a program printed, and how it ended.
public struct ProgramRun: Sendable {
  /// Standard output.
  public let output: String
  /// Standard error.
  public let errors: String
  /// The exit code; nil where a signal ended it.
  public let code: Int32?

  /// Runs a program to its end, with `input` on standard input. The environment holds nothing but `environment` and the
  /// search path.
  public init(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String] = [:], input: String = ""
  ) throws {
    // Files instead of pipes: a full pipe would stop a program that prints much on both streams.
    let streams = try TemporaryFolder(["output": "", "errors": "", "input": input])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"].map { ["PATH": $0] } ?? [:]
    process.environment = environment.merging(path) { given, _ in given }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: "\(streams.path)/input"))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(streams.path)/output"))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(streams.path)/errors"))
    try process.run()
    process.waitUntilExit()
    output = String(decoding: Repository.bytes(of: "\(streams.path)/output") ?? [], as: UTF8.self)
    errors = String(decoding: Repository.bytes(of: "\(streams.path)/errors") ?? [], as: UTF8.self)
    code = process.terminationReason == .exit ? process.terminationStatus : nil
  }

  /// The path of a program that was built beside the tests.
  public static func built(_ name: String) -> String {
    // The test runner's own path may be relative to the folder in which it was started.
    let runner = URL(fileURLWithPath: CommandLine.arguments[0])
    var folder = runner.deletingLastPathComponent()
    while folder.path.count > 1, !FileManager.default.isExecutableFile(atPath: "\(folder.path)/\(name)") {
      folder = folder.deletingLastPathComponent()
    }
    return "\(folder.path)/\(name)"
  }

  /// The path of a program on the search path; nil where there is none.
  public static func installed(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
