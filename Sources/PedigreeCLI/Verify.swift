import ArgumentParser
import PedigreeKit

/// `pedigree verify`: what has changed since a sign-off.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether files, knowledge or terms have changed since a sign-off, and what that changes.",
    discussion: """
      Checks the release again under the stance that was signed. It looks at what the statement says, not at who signed \
      it: a signing tool verifies the signature.
      Exits with 0 where the sign-off holds, with 1 where a file has changed, gone or come, or where something is open \
      that was not, and with 2 where the statement can't be read.
      """)

  @Argument(help: "The statement that `pedigree signoff` wrote.", completion: .file())
  var statement: String

  @OptionGroup var project: ProjectOptions

  @Option(help: "How to write the result.")
  var format = ReviewFormat.text

  @OptionGroup var colour: ColourOptions

  func run() throws {
    let signOff = try Self.read(statement)
    let files = try Self.files(of: signOff, readFrom: statement, in: project.path)
    let report = try project.check(style: colour.style) { project in
      if let stance = signOff.stance.flatMap({ Stance(rawValue: $0) }) { project.stance = stance }
    }
    let review = SignOffReview(of: signOff, files: files, report: report)
    Output.write(try format.render(review, style: colour.style))
    if !review.holds { throw Stop.findings }
  }

  /// The files of a signed release as they are now, without the report and the statement.
  static func files(of signOff: SignOff, readFrom statement: String, in folder: String) throws -> [SignedFile] {
    try Signoff.list(folder, except: [statement, signOff.report.name, "\(folder)/\(signOff.report.name)"])
  }

  /// Reads a statement; one that can't be read is reported and ends the run.
  static func read(_ statement: String) throws -> SignOff {
    do {
      return try SignOff(reading: try SourceFile.read(statement, limit: SavedReport.limit))
    } catch let error as FileError {
      throw Stop.failure(error.summary)
    } catch let flaw as SignOff.Flaw {
      Output.writeError(CheckText(style: TextStyle(coloured: false)).render(flaw.diagnostics))
      throw Stop.failure("`\(statement)` is not a sign-off")
    }
  }
}
