import ArgumentParser
import FoundationEssentials
import PedigreeKit

/// `pedigree impact`: which terms changed, and what that changes.
struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract:
      "Say which terms changed, which of a project's findings that changes, and whether a sign-off still stands.",
    usage: """
      pedigree impact OLD NEW [PROJECT] [--signoff FILE]
      pedigree impact --since DATE [PROJECT] [--signoff FILE]
      """,
    discussion: """
      OLD and NEW are licences or terms by any name that `pedigree explain` knows, or files with their texts. With a \
      project, its findings are weighed again as if NEW governed all that OLD governs. --since finds what came into \
      force after a day in the place of the terms that govern the project's sources; outputs that were obtained before \
      keep the terms of their days, so this is about going on.
      Exit codes: 0 nothing opens, 1 something opens or the sign-off does not stand, 2 could not run.
      """)

  @Argument(help: "OLD NEW [PROJECT], or [PROJECT] with --since.", completion: .file())
  var arguments: [String] = []

  @Option(help: ArgumentHelp("Hold what came into force after this day against the project.", valueName: "yyyy-mm-dd"))
  var since: CalendarDate?

  @Option(
    help: ArgumentHelp("A statement of `pedigree signoff`: say whether it still stands.", valueName: "file"),
    completion: .file())
  var signoff: String?

  @Option(help: ArgumentHelp("The release's repository id, where no file gives it.", valueName: "owner/name"))
  var name: String?

  @Option(help: "How to write the result.")
  var format = ImpactFormat.text

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var colour: ColourOptions

  func validate() throws {
    if since == nil, !(2...3).contains(arguments.count) {
      throw ValidationError("name the old and the new terms: `pedigree impact OLD NEW [PROJECT]`, or give `--since`")
    }
    if since != nil, arguments.count > 1 { throw ValidationError("`--since` takes one project and no terms") }
  }

  func run() throws {
    let library = try knowledge.load()
    let today = try Environment.today()
    let report: ImpactReport
    if let since {
      let (project, review) = try project(arguments.first ?? ".", in: library, today: today)
      report = ImpactReport(since: since, on: project, review: review, today: today)
    } else {
      let old = try terms(arguments[0], in: library)
      let change = TermsChange(from: old, to: try terms(arguments[1], insteadOf: old, in: library))
      // A sign-off is about a release: that of the folder, where no other is named.
      let path = arguments.count == 3 ? arguments[2] : signoff == nil ? nil : "."
      let held = try path.map { try project($0, in: library, today: today) }
      report = ImpactReport(of: change, on: held?.assessment, review: held?.review, today: today)
    }
    Output.write(try format.render(report, style: colour.style))
    if !report.isHarmless { throw Stop.findings }
  }

  /// The terms that an argument names, or that are in the file at its path.
  private func terms(_ argument: String, insteadOf old: License? = nil, in library: Library) throws -> License {
    do throws(LicenseNameError) {
      return try library.explain(argument)
    } catch {
      guard case .unknown(let nearest) = error else { throw Explain.stop(error, naming: argument) }
      guard FileManager.default.fileExists(atPath: argument) else {
        let hint = nearest.map { "did you mean `\($0)`?" } ?? "`pedigree licenses` lists them"
        throw Stop.failure("no licence and no file is called `\(argument)`; \(hint)")
      }
      let text = try TextOptions.readOrStop(argument)
      return try TextOptions.reading { () throws(LexiconError) in try library.terms(of: text, insteadOf: old) }
    }
  }

  /// A project held against the knowledge, and what has changed in it since it was signed off.
  private func project(
    _ path: String, in library: Library, today: CalendarDate?
  ) throws -> (assessment: Assessment, review: SignOffReview?) {
    let signOff = try signoff.map { try Verify.read($0) }
    let name = try ProjectOptions.checked(name)
    let assessment = try ProjectOptions.reading(style: colour.style) {
      var project = try library.read(path, name: name)
      if let stance = signOff?.stance.flatMap({ Stance(rawValue: $0) }) { project.stance = stance }
      return library.assess(project)
    }
    guard let signOff, let signoff else { return (assessment, nil) }
    let review = SignOffReview(
      of: signOff, files: try Verify.files(of: signOff, readFrom: signoff, in: path),
      report: Checker(library: library, today: today).report(on: assessment))
    return (assessment, review)
  }
}
