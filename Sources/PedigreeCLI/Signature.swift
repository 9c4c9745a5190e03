import ArgumentParser
import PedigreeKit

/// `pedigree signature`: makes what a licence's text is recognised by.
struct Signature: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signature",
    abstract: "Print the signature of a licence's text, for licenses/signatures/.",
    discussion: "A signature holds hashes of words and the numbers of clauses, and nothing of the text itself.")

  @Argument(help: "The licence's id.")
  var id: String

  @Argument(
    help: "Files with the licence's whole text; more than one where it is in use in several wordings.",
    completion: .file())
  var files: [String]

  @Option(name: .customLong("text-version"), help: "The version or date of the text.")
  var version = ""

  func run() throws {
    let signatures = try files.map { path in
      do {
        return LicenseSignature(
          id: id, version: version, of: ReadableText.read(try SourceFile.read(path)))
      } catch let error as FileError {
        throw Stop.failure(TerminalText.escaped(error.summary))
      }
    }
    Output.write(SignatureFile(signatures).yaml)
  }
}
