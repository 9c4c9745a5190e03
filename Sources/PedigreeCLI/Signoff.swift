import ArgumentParser
import PedigreeKit

/// `pedigree signoff`: somebody's word that they reviewed a report.
struct Signoff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signoff",
    abstract: "Write an in-toto statement that somebody reviewed a report of a release.",
    discussion: """
      The statement names the release's files, the report, the knowledge and everything that was read by SHA-256, and \
      says what was open. It is not signed yet: a signing tool does that. docs/signoff.md says how.
      Exits with 2 where the report can't be read, or a file has changed since it was written.
      """)

  @Argument(help: "The report: what `pedigree check --format json` printed.", completion: .file())
  var report: String

  @Option(help: ArgumentHelp("Who reviewed it.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("As what: counsel, release engineer.", valueName: "role"))
  var role: String

  @Option(help: ArgumentHelp("The folder with the release's files.", valueName: "dir"), completion: .directory)
  var files = "."

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where to write; standard output if not given.", valueName: "file"))
  var output: String?

  @Flag(help: "Overwrite the file if it is there.")
  var force = false

  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    for (option, value) in [("--by", by), ("--role", role)] where value.allSatisfy(\.isWhitespace) {
      throw ValidationError("`\(option)` is empty")
    }
  }

  func run() throws {
    let saved = try read()
    let library = try knowledge.load()
    guard library.knowledge.digest.description == saved.knowledge else {
      throw Stop.failure("the report was made with other knowledge; check the release again")
    }
    let listed = try Self.list(files, except: [report] + [output].compactMap { $0 })
    let now = Dictionary(listed.map { ($0.name, $0.sha256) }) { first, _ in first }
    if let changed = saved.inputs.first(where: { input in now[input.name].map { $0 != input.sha256 } ?? false }) {
      throw Stop.failure("`\(changed.name)` has changed since the report was written; check the release again")
    }
    let signOff = SignOff(
      of: saved, named: String(report.split(separator: "/").last ?? ""), files: listed, by: by, role: role,
      time: Environment.now, verifier: "pkg:generic/\(Tool.name)@\(Tool.version)",
      digest: { library.knowledge.digest(of: $0) })
    let text = try SignOffJSON().render(signOff)
    guard let output else { return Output.write(text) }
    switch Output.create(output, text, overwriting: force) {
    case .written: break
    case .exists: throw Stop.failure("`\(output)` is there already; --force overwrites it")
    case .failed(let reason): throw Stop.failure("cannot write `\(output)`: \(reason)")
    }
  }

  private func read() throws -> SavedReport {
    do {
      return try SavedReport(reading: try SourceFile.read(report, limit: SavedReport.limit))
    } catch let error as FileError {
      throw Stop.failure(error.summary)
    } catch let flaw as SavedReport.Flaw {
      Output.writeError(CheckText(style: TextStyle(coloured: false)).render(flaw.diagnostics))
      throw Stop.failure("`\(report)` is not a report of `pedigree check --format json`")
    }
  }

  /// The release's files by digest; a list with gaps ends the run.
  static func list(_ folder: String, except: [String]) throws -> [SignedFile] {
    let files: [(name: String, sha256: String)]
    do throws(ReleaseFiles.Failure) {
      files = try ReleaseFiles(below: folder, except: except).files
    } catch {
      switch error {
      case .noFolder(let path): throw Stop.failure("no such folder: `\(path)`")
      case .incomplete(let reason): throw Stop.failure("the files of `\(folder)` can't be listed in full: \(reason)")
      case .file(let error): throw Stop.failure(error.summary)
      }
    }
    if files.isEmpty { throw Stop.failure("there is no file in `\(folder)`") }
    return files.map { SignedFile(name: $0.name, sha256: $0.sha256) }
  }
}
