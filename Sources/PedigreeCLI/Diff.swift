import ArgumentParser
import PedigreeKit

/// `pedigree diff`: which obligations came, went or changed between two versions of a text.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say which obligations came, went or changed between two versions of a text.",
    discussion: """
      Exits with 0 whether or not they differ, unless --exit-code is given, and with 2 where a file can't be read or is \
      no text.
      """)

  @Argument(help: "The file with the old version.", completion: .file())
  var old: String

  @Argument(help: "The file with the new version.", completion: .file())
  var new: String

  @Option(help: "How to write the result.")
  var format = ComparisonFormat.text

  @Flag(help: "Exit with 1 where obligations differ.")
  var exitCode = false

  @OptionGroup var texts: TextOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let library = try texts.knowledge.load()
    let (old, new) = (try TextOptions.readOrStop(old), try TextOptions.readOrStop(new))
    let comparison = try TextOptions.reading { () throws(LexiconError) in try library.diff(old, new) }
    Output.write(try format.render(comparison, style: colour.style))
    if exitCode, !comparison.differences.isEmpty { throw Stop.findings }
  }
}
