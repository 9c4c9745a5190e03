import ArgumentParser
import Diagnostics
import LicenseTexts
import MarkupText
import Reporting

/// `pedigree parse`: a licence text or terms of service as clauses and obligations.
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a licence text or terms of service into clauses and obligations.")

  @Argument(help: "The file with the text: plain text, Markdown, HTML, SPDX XML, or a model card with a gate.", completion: .file())
  var file: String

  @Option(help: "How to write the result.")
  var format = ReportOptions.Format.text

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var colour: ColourOptions

  func run() throws {
    let knowledge = try knowledge.load()
    let source: SourceFile
    do {
      source = try SourceFile.read(file)
    } catch {
      throw Stop.failure(TerminalText.escaped(error.summary))
    }
    let reader: ObligationReader
    do {
      reader = try ObligationReader(knowledge.lexicon())
    } catch {
      throw Stop.failure("the lexicon is broken: \(error)")
    }
    let parsed = reader.read(ReadableText.read(source))
    switch format {
    case .text: Output.write(ParseText(style: colour.style).render(parsed))
    case .json: Output.write(try ParseJSON().render(parsed))
    }
  }
}
