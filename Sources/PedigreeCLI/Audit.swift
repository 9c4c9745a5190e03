import ArgumentParser
import Reporting

/// `pedigree audit`: the whole ledger.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the whole ledger: every obligation with its status and proof.",
    discussion: ProjectOptions.reading)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let checked = try project.check(style: colour.style)
    Output.write(try report.format.render(checked, .ledger, style: colour.style))
    try report.exit(for: checked)
  }
}
