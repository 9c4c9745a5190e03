import ArgumentParser
import PedigreeKit

/// `pedigree identify`: which licence a text is, and how it was altered.
struct Identify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identify",
    abstract: "Say which licences files hold, and clause by clause how they were altered.",
    discussion: """
      Case, punctuation, layout, numbering, notices of copyright and what was filled into a template's blanks make \
      no difference; a single word does.
      """)

  @Argument(help: "Files with the texts of licences or terms.", completion: .file())
  var files: [String]

  @Option(help: "How to write the answer.")
  var format = TextFormat.text

  @OptionGroup var texts: TextOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let library = try texts.knowledge.load()
    var answers: [IdentifiedFile] = []
    var isComplete = true
    for path in files {
      do {
        let text = try TextOptions.read(path)
        answers.append(IdentifiedFile(library.identify(text), of: text))
      } catch {
        Output.writeError("pedigree: \(TerminalText.escaped(error.summary))\n")
        isComplete = false
      }
    }
    Output.write(try format.render(answers, style: colour.style))
    if !isComplete { throw Stop.failure() }
  }
}
