import ArgumentParser
import PedigreeKit

/// The command `pedigree`.
public struct Pedigree: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "pedigree",
    abstract: "Hold an AI model's declared ancestry against the licences and terms of what it was made from.",
    discussion: """
      Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not run.
      Limits, beyond which nothing passes:
      \(ProjectLimits().lines.map { "  \($0)" }.joined(separator: "\n"))
      Environment: PEDIGREE_LICENSES names a folder that overlays the embedded knowledge, as --licenses does; \
      NO_COLOR and CLICOLOR_FORCE switch colours; SOURCE_DATE_EPOCH stands in for the day of the check.
      """,
    version: Tool.version,
    // Each gives its name: that of its type is found by reflection, which costs a tenth of a run.
    subcommands: [
      Check.self, FixCommand.self, AskCommand.self, Solve.self, Scenarios.self, ImpactCommand.self, MCP.self,
      Batch.self, Init.self, Record.self, Audit.self, Parse.self, Identify.self, Diff.self, Explain.self, Graph.self,
      Licenses.self, Signoff.self, Verify.self, Signature.self, Signatures.self, Schema.self,
    ])

  public init() {}

  /// Runs the command line and exits: usage errors with 2, as everything that keeps a check from running.
  public static func run() -> Never {
    do {
      let arguments = CommandLine.arguments.dropFirst()
      // The parser of arguments takes longer to start than to tell the version.
      if arguments.elementsEqual(["--version"]) {
        Output.write("\(Tool.version)\n")
        ProcessExit.exit(0)
      }
      if let check = Check(plainly: arguments) {
        try check.run()
        ProcessExit.exit(0)
      }
      var command = try parseAsRoot()
      try command.run()
      ProcessExit.exit(0)
    } catch let stop as Stop {
      if let message = stop.message { Output.writeError("pedigree: \(TerminalText.escaped(message))\n") }
      ProcessExit.exit(stop.code)
    } catch {
      let code = exitCode(for: error)
      if code == .success {
        Output.write(fullMessage(for: error) + "\n")
        ProcessExit.exit(0)
      }
      // It repeats arguments as they were given.
      Output.writeError(TerminalText.escapedLines(fullMessage(for: error)) + "\n")
      ProcessExit.exit(2)
    }
  }
}

/// A planned end of the program.
struct Stop: Error {
  let code: Int32
  var message: String?

  /// There are findings.
  static let findings = Stop(code: 1)

  /// The check could not run.
  static func failure(_ message: String? = nil) -> Stop { Stop(code: 2, message: message) }
}
