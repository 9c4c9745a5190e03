import ArgumentParser
import PedigreeKit

/// `pedigree audit`: the whole ledger.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Show the whole ledger: every obligation with its status and proof.",
    discussion: ProjectOptions.reading)

  @OptionGroup var projects: ProjectsOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var colour: ColourOptions

  func run() throws { try projects.run(.ledger, report, style: colour.style) }
}
