import ArgumentParser
import PedigreeKit

/// `pedigree parse`: a licence text or terms of service as clauses and obligations.
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Read a licence text or terms of service into clauses and obligations.",
    discussion: """
      The text may be known or not. What a machine reads is a draft: the JSON carries how sure each record is.
      Exits with 2 where the file can't be read or is no text; an empty text has no obligations.
      """)

  @Argument(
    help: "The file: plain text, Markdown, HTML, SPDX license-list XML, or a model card with a gate.",
    completion: .file())
  var file: String

  @Option(help: "How to write the result.")
  var format = TextFormat.text

  @OptionGroup var texts: TextOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let library = try texts.knowledge.load()
    let text = try TextOptions.readOrStop(file)
    let parsed = try TextOptions.reading { () throws(LexiconError) in try library.parse(text) }
    let recognised = library.identify(text)
    Output.write(try format.render(parsed, recognised: recognised, style: colour.style))
  }
}
