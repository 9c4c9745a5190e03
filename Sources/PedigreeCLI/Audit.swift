import ArgumentParser
import PedigreeKit

/// `pedigree audit`: the whole ledger.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Show the whole ledger: every obligation with its status and proof.",
    discussion: ProjectOptions.reading)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let checked = try report.check(project, style: colour.style)
    Output.write(try report.format.render(checked, .ledger, gate: report.gate(for: checked), style: colour.style))
    try report.exit(for: checked)
  }
}
