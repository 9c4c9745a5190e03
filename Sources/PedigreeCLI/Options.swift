import ArgumentParser
import FoundationEssentials
import PedigreeKit

/// Where knowledge comes from.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    name: .customLong("licenses"),
    help: ArgumentHelp("A folder of licence files that overlays the embedded ones; may be repeated.", valueName: "dir"))
  var folders: [String] = []

  /// The embedded knowledge, overlaid by PEDIGREE_LICENSES and by the folders of the command line.
  func load() throws -> Library {
    let environment = Environment.value("PEDIGREE_LICENSES").map { [$0] } ?? []
    let overlays = try (environment + folders).map { try Self.overlay($0) }
    let knowledge = Knowledge(overlays: overlays)
    // The embedded files are checked by our tests; the user's own are checked here.
    let broken = overlays.isEmpty ? [] : knowledge.lint().filter { $0.severity == .error }
    if !broken.isEmpty {
      Output.writeError(CheckText(style: TextStyle(coloured: false)).render(broken))
      throw Stop.failure("the licence files above are broken")
    }
    return Library(knowledge)
  }

  private static func overlay(_ folder: String) throws -> KnowledgeOverlay {
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory), isDirectory else {
      throw Stop.failure("no such folder of licence files: `\(folder)`")
    }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    let files = try paths.map { path in
      do {
        return (path: path, file: try SourceFile.read("\(folder)/\(path)"))
      } catch let error as FileError {
        throw Stop.failure(error.summary)
      }
    }
    return KnowledgeOverlay(folder: folder, files: files)
  }
}

/// Which project is meant.
struct ProjectOptions: ParsableArguments {
  /// What the help says of how a project is read.
  static let reading = """
    Files are data: nothing is executed or fetched. What .gitignore and .pedigreeignore files name is left out. \
    \(ProjectLimits().summary) What a limit leaves out is told.
    """

  @Argument(
    help: "A project's folder, its pedigree.yaml, or a model card.", completion: .file())
  var path = "."

  @Option(help: ArgumentHelp("The release's repository id, where no file gives it.", valueName: "owner/name"))
  var name: String?

  @OptionGroup var knowledge: KnowledgeOptions

  /// Reads the project, adjusts it and checks it; broken input is reported and ends the run.
  func check(style: TextStyle, adjust: (inout Project) -> Void = { _ in }) throws -> Report {
    let library = try knowledge.load()
    let name = try Self.checked(name)
    return try Self.reading(style: style) {
      var project = try library.read(path, name: name)
      adjust(&project)
      return library.check(project, today: try Environment.today())
    }
  }

  /// The name, if it is a repository id.
  static func checked(_ name: String?) throws -> String? {
    guard let name, !ArtefactID.isHubID(name) else { return name }
    throw Stop.failure("`\(TerminalText.escaped(name))` is not a repository id; write owner/name")
  }

  /// What `read` gives; input that can't be read is reported and ends the run.
  static func reading<Result>(style: TextStyle, _ read: () throws -> Result) throws -> Result {
    do {
      return try read()
    } catch ProjectError.lexicon(let error) {
      throw Stop.failure("the lexicon is broken: \(error)")
    } catch ProjectError.file(let error) {
      throw Stop.failure(TerminalText.escaped(error.summary))
    } catch ProjectError.outside(let path) {
      throw Stop.failure("`\(TerminalText.escaped(path))` is a link that leads out of its folder; give the file itself")
    } catch ProjectError.nothingToRead(let path, let diagnostics) {
      Output.writeError(CheckText(style: style).render(diagnostics))
      throw Stop.failure(
        "`\(TerminalText.escaped(path))` contains no manifest, model card, configuration or BOM"
      )
    } catch ProjectError.unreadable(let diagnostics) {
      Output.writeError(CheckText(style: style).render(diagnostics))
      throw Stop.failure("the input above can't be checked")
    }
  }
}

/// When colours are used.
struct ColourOptions: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case always, never, auto
  }

  @Option(help: ArgumentHelp("When to colour: always, never, or auto (on terminals).", valueName: "when"))
  var color = Choice.auto

  /// The option, then NO_COLOR, CLICOLOR_FORCE and CLICOLOR, then whether a person is looking.
  var style: TextStyle {
    switch color {
    case .always: return TextStyle(coloured: true)
    case .never: return TextStyle(coloured: false)
    case .auto: break
    }
    if Environment.value("NO_COLOR") != nil { return TextStyle(coloured: false) }
    if let force = Environment.value("CLICOLOR_FORCE"), force != "0" { return TextStyle(coloured: true) }
    if Environment.value("CLICOLOR") == "0" { return TextStyle(coloured: false) }
    return TextStyle(coloured: Output.isTerminal && Environment.value("TERM") != "dumb")
  }
}

/// How a report is written.
struct ReportOptions: ParsableArguments {
  @Option(help: "How to print the report.")
  var format = ReportFormat.text

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Write the report into a file as well, as in sarif=pedigree.sarif; may be repeated.", valueName: "format=file"),
    completion: .file(), transform: OutputFile.init)
  var outputs: [OutputFile] = []

  @Option(
    help: ArgumentHelp(
      "The least severity of an open finding that makes the exit code 1; error, or what `settings:` says, by default.",
      valueName: "severity"))
  var failOn: FailLevel?

  @Option(help: ArgumentHelp("Report only this kind, licence or licence/kind; may be repeated.", valueName: "name"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Leave out this kind, licence or licence/kind; may be repeated.", valueName: "name"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp("Make a check that is off by default, unpinned-source; may be repeated.", valueName: "name"))
  var enable: [String] = []

  @Option(
    help: ArgumentHelp("Leave out what is open about sources more than this many steps away.", valueName: "steps"))
  var maxDepth: Int?

  @Option(
    help: ArgumentHelp("How to answer questions of law that the project leaves open.", valueName: "stance"))
  var assume: Stance?

  @Option(
    help: ArgumentHelp("Only what this file does not have makes the exit code 1.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Flag(help: "Write everything that is open to the file of --baseline first.")
  var writeBaseline = false

  func validate() throws {
    let paths = outputs.map(\.path)
    if Set(paths).count < paths.count { throw ValidationError("two of `--output` write into the same file") }
    if writeBaseline, baseline == nil { throw ValidationError("`--write-baseline` needs `--baseline FILE`") }
  }

  /// What is known of some projects and does not fail; it is written first where that is asked for.
  func baseline(of projects: [Project], _ library: Library, today: CalendarDate?, _ style: TextStyle) throws
    -> Baseline?
  {
    guard let baseline else { return nil }
    if writeBaseline {
      let open = BaselineJSON(projects.map { library.check($0, today: today) })
      try Output.replace(baseline, try open.render())
    }
    return try Self.read(baseline, style)
  }

  private static func read(_ path: String, _ style: TextStyle) throws -> Baseline {
    do {
      return try Baseline(reading: try SourceFile.read(path))
    } catch let error as FileError {
      throw Stop.failure(error.summary)
    } catch let flaw as Baseline.Flaw {
      Output.writeError(CheckText(style: style).render(flaw.diagnostics))
      throw Stop.failure("`\(path)` is not a baseline")
    }
  }

  /// Puts what the command line says in the place of the project's own settings.
  func adjust(_ project: inout Project) {
    if let assume { project.stance = assume }
    if !select.isEmpty { project.settings.select = select.map { Self.fact($0, of: "--select") } }
    project.settings.ignore += ignore.map { Self.fact($0, of: "--ignore") }
    project.settings.enabled += enable.map { Self.fact($0, of: "--enable") }
    if let maxDepth { project.settings.maxDepth = Fact(maxDepth, at: Self.fact("", of: "--max-depth").location) }
  }

  private static func fact(_ text: String, of option: String) -> Fact<String> {
    let file = SourceFile(path: option, text: text)
    return Fact(text, at: SourceLocation(file, file.range))
  }

  /// Writes the reports into all files, each as a whole or not at all, and prints them.
  func write(_ run: CheckRun, _ extent: ReportExtent, style: TextStyle) throws {
    for output in outputs {
      let text = try output.format.render(run, extent, style: TextStyle(coloured: false))
      try Output.replace(output.path, text)
    }
    Output.write(try format.render(run, extent, style: style))
  }

  /// What decides whether a report fails.
  func gate(for report: Report) -> Gate { Gate(failsOn: (failOn ?? report.failOn ?? .error).severity) }

  /// Ends with 1 where something at or above the threshold is open.
  func exit(for report: Report) throws {
    switch gate(for: report).verdict(of: report) {
    case .fail: throw Stop.findings
    // Where nothing is to fail, nothing does.
    case .incomplete: if gate(for: report).failsOn != nil { throw Stop.findings }
    case .pass, .nothingChecked: break
    }
  }
}
