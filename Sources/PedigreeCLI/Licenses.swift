import ArgumentParser
import Reporting

/// `pedigree licenses`: what is known, and where it came from.
struct Licenses: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the licences and terms that are known, and where each entry came from.")

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    Output.write(LicenseText(style: colour.style).list(try knowledge.load().knowledge))
  }
}
