import ArgumentParser
import Reporting

/// `pedigree check`: lints a release.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lint a release: what is violated, and what can't be decided yet.",
    discussion: """
      Reads pedigree.yaml, the model card and the project's other files; one of them is enough to start.
      \(ProjectOptions.reading)
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let checked = try project.check(style: colour.style)
    Output.write(try report.format.render(checked, .open, style: colour.style))
    try report.exit(for: checked)
  }
}
