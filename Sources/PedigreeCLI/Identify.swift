import ArgumentParser
import Compliance
import Diagnostics
import LicenseTexts
import Reporting

/// `pedigree identify`: which licence a text is, and how it was altered.
struct Identify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which licences files hold, and clause by clause how they were altered.",
    discussion: """
      Case, punctuation, layout, numbering, notices of copyright and what was filled into a template's blanks make \
      no difference; a single word does.
      """)

  @Argument(help: "Files with the texts of licences or terms.", completion: .file())
  var files: [String]

  @Option(help: "How to write the answer.")
  var format = ReportOptions.Format.text

  @OptionGroup var texts: TextOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let identifier = try texts.knowledge.load().texts.identifier
    var answers: [IdentifiedFile] = []
    var isComplete = true
    for path in files {
      do {
        let text = try TextOptions.read(path)
        answers.append(IdentifiedFile(identifier.identify(text), of: text))
      } catch {
        Output.writeError("pedigree: \(TerminalText.escaped(error.summary))\n")
        isComplete = false
      }
    }
    switch format {
    case .text: Output.write(IdentityText(style: colour.style).render(answers))
    case .json: Output.write(try IdentityJSON.render(answers))
    }
    if !isComplete { throw Stop.failure() }
  }
}
