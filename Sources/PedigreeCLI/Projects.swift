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
    let projects: [(path: String, project: Project?)] = try paths.map { path in
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
    let checked: [Checked] = projects.map { path, project in
      (path, project.map { library.check($0, today: today, baseline: baseline) })
    }
    if isSingle, let report = checked[0].report {
      Output.write(try options.format.render(report, extent, gate: options.gate(for: report), style: style))
    } else {
      try write(checked, extent, options, style)
    }
    if checked.contains(where: { $0.report == nil }) { throw Stop.failure() }
    for report in checked.compactMap(\.report) { try options.exit(for: report) }
    if !isComplete { throw Stop.findings }
  }

  /// The folders that hold releases, and whether all were looked at.
  private func releases(_ library: Library, _ style: TextStyle) throws -> (paths: [String], isComplete: Bool) {
    var folders: [String] = []
    var isComplete = true
    for path in paths {
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

  private func write(
    _ checked: [Checked], _ extent: ReportExtent, _ options: ReportOptions, _ style: TextStyle
  ) throws {
    let reports = checked.compactMap { checked in checked.report.map { (path: checked.path, report: $0) } }
    let unreadable = checked.count - reports.count
    switch options.format {
    case .json:
      let isLedger = if case .ledger = extent { true } else { false }
      Output.write(
        try ReportJSON.render(
          reports.map { ($0.report, ReportJSON(options.gate(for: $0.report), includesNotTriggered: isLedger)) },
          unreadable: unreadable))
    case .concise:
      for (_, report) in reports { Output.write(try options.format.render(report, extent, style: style)) }
    case .text:
      for (path, report) in reports {
        Output.write("== \(TerminalText.escaped(path))\n")
        Output.write(try options.format.render(report, extent, gate: options.gate(for: report), style: style) + "\n")
      }
      let verdicts = reports.map { options.gate(for: $0.report).verdict(of: $0.report) }
      let counts =
        Verdict.allCases.map { verdict in (verdicts.count { $0 == verdict }, verdict.rawValue) }
        + [(unreadable, "could not be read")]
      let summary = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      Output.write("\(checked.count) projects: \(summary)\n")
    }
  }
}
