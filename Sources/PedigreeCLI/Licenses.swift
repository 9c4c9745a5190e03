import ArgumentParser
import PedigreeKit

/// `pedigree licenses`: what is known, and where it came from.
struct Licenses: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "licenses",
    abstract: "List the licences and terms that are known, and where each entry came from.")

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    Output.write(LicenseText(style: colour.style).list(try knowledge.load().knowledge))
  }
}
