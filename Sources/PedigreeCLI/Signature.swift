import ArgumentParser
import Diagnostics
import LicenseTexts
import Reporting

/// `pedigree signature`: makes what a licence's text is recognised by.
struct Signature: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the signature of a licence's text, for licenses/signatures/.",
    discussion: "A signature holds hashes of word sequences, and nothing of the text itself.")

  @Argument(help: "The licence's id.")
  var id: String

  @Argument(help: "The file with the licence's whole text.", completion: .file())
  var file: String

  func run() throws {
    let text: SourceFile
    do {
      text = try SourceFile.read(file)
    } catch {
      throw Stop.failure(TerminalText.escaped(error.summary))
    }
    var lines = ["id: \(id)", "runs: >-", " "]
    for word in TextSignature(id: id, of: text.bytes).words {
      if lines[lines.count - 1].utf8.count + word.utf8.count > 110 { lines.append(" ") }
      lines[lines.count - 1] += " \(word)"
    }
    Output.write(lines.map { "\($0)\n" }.joined())
  }
}
