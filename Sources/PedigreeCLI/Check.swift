import ArgumentParser
import PedigreeKit

/// `pedigree check`: lints a release.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lint a release: what is violated, and what can't be decided yet.",
    discussion: """
      Reads pedigree.yaml, the model card and the project's other files; one of them is enough to start.
      \(ProjectOptions.reading)
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var colour: ColourOptions

  @Flag(name: .shortAndLong, help: "Show every finding with its line, clause and path.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Show the verdict alone.")
  var quiet = false

  private var extent: ReportExtent { quiet ? .verdict : verbose ? .open : .page }

  func validate() throws {
    guard verbose || quiet else { return }
    if verbose && quiet { throw ValidationError("`--verbose` and `--quiet` exclude each other") }
    if report.format != .text { throw ValidationError("`--verbose` and `--quiet` are for `--format text`") }
  }

  func run() throws {
    let checked = try report.check(project, style: colour.style)
    Output.write(try report.format.render(checked, extent, gate: report.gate(for: checked), style: colour.style))
    try report.exit(for: checked)
  }
}
