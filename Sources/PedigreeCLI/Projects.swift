import ArgumentParser
import PedigreeKit

/// Which projects are meant, and the reports on them.
struct ProjectsOptions: ParsableArguments {
  @Argument(
    help: "Projects: folders, pedigree.yaml files or model cards; - reads a card from standard input.",
    completion: .file())
  var paths = ["."]

  @Flag(name: .shortAndLong, help: "Check each folder at or below the paths that holds a pedigree.yaml or a card.")
  var recursive = false

  @Option(help: ArgumentHelp("The release's repository id, where no file gives it.", valueName: "owner/name"))
  var name: String?

  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    if name != nil, paths.count > 1 || recursive { throw ValidationError("`--name` is for one project") }
  }

  /// A project with its report; nil where it can't be read, which is told on standard error.
  private typealias Checked = (path: String, report: Report?)

  /// Reads and checks all projects, writes a report on each and a summary, and ends with the worst of their exit codes.
  func run(_ extent: ReportExtent, _ options: ReportOptions, style: TextStyle) throws {
    let library = try knowledge.load()
    let name = try ProjectOptions.checked(name)
    let today = try Environment.today()
    let (paths, isComplete) = recursive ? try releases(library, style) : (paths, true)
    let isSingle = paths.count == 1 && !recursive
    let projects: [(path: String, project: Project?)] = try paths.enumerated().map { number, path in
      if !isSingle { Progress.show("reading \(number + 1) of \(paths.count): \(path)") }
      do {
        return try ProjectOptions.reading(style: style) {
          var project =
            try path == "-" ? library.read(card: StandardInput.card(), name: name) : library.read(path, name: name)
          options.adjust(&project)
          return (path, project)
        }
      } catch let stop as Stop where !isSingle {
        Output.writeError("pedigree: \(TerminalText.escaped("\(path): \(stop.message ?? "")"))\n")
        return (path, nil)
      }
    }
    let baseline = try options.baseline(of: projects.compactMap(\.project), library, today: today, style)
    let checked: [Checked] = projects.enumerated().map { number, entry in
      if !isSingle { Progress.show("checking \(number + 1) of \(paths.count): \(entry.path)") }
      return (entry.path, entry.project.map { library.check($0, today: today, baseline: baseline) })
    }
    Progress.clear()
    let reports = checked.compactMap { path, report in
      report.map { CheckRun.Project(path: path, report: $0, gate: options.gate(for: $0)) }
    }
    let unreadable = checked.filter { $0.report == nil }.map(\.path)
    try options.write(
      isSingle ? CheckRun(reports[0]) : CheckRun(reports, unreadable: unreadable), extent, style: style)
    if !unreadable.isEmpty { throw Stop.failure() }
    for project in reports { try options.exit(for: project.report) }
    if !isComplete { throw Stop.findings }
  }

  /// The folders that hold releases, and whether all were looked at.
  private func releases(_ library: Library, _ style: TextStyle) throws -> (paths: [String], isComplete: Bool) {
    var folders: [String] = []
    var isComplete = true
    for path in paths {
      Progress.show("looking for releases below \(path)")
      let found = try ProjectOptions.reading(style: style) { try library.releases(below: path) }
      let limits = found.diagnostics.filter(\.kind.isLimit)
      if !limits.isEmpty { isComplete = false }
      Output.writeError(CheckText(style: style).render(limits))
      folders += found.folders.filter { !folders.contains($0) }
    }
    guard !folders.isEmpty else {
      throw Stop.failure("no folder below holds a pedigree.yaml or a model card: `\(paths.joined(separator: "`, `"))`")
    }
    return (folders, isComplete)
  }
}
