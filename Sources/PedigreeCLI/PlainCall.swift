import PedigreeKit

/// The calls that most programs make, read without the parser of arguments, which would take longer than the check.
///
/// It takes `--version`, and `check` with at most one path and one `--format`, as the parser does; everything else, and
/// all that is wrong, is the parser's.
enum PlainCall {
  case version
  case check(Check)

  /// Reads the arguments behind the program's name; nil where the parser has to.
  init?(_ arguments: some Collection<String>) {
    if arguments.elementsEqual(["--version"]) {
      self = .version
      return
    }
    guard arguments.first == "check" else { return nil }
    var rest = arguments.dropFirst()
    var path: String?
    var format: ReportFormat?
    while let argument = rest.popFirst() {
      if argument == "--format", format == nil, let value = rest.popFirst(), let known = ReportFormat(rawValue: value) {
        format = known
      } else if path == nil, !argument.isEmpty, argument != "help", !argument.hasPrefix("-") {
        path = argument
      } else {
        return nil
      }
    }
    var command = Check.plain
    if let path { command.project.path = path }
    if let format { command.report.format = format }
    self = .check(command)
  }

  /// Does what was asked for.
  func run() throws {
    switch self {
    case .version: Output.write("\(Tool.version)\n")
    case .check(let command): try command.run()
    }
  }
}

// Without its parser, an option has no value before it is given one, not even its default: every option of `check` stands
// below.

extension Check {
  /// A call without arguments.
  fileprivate static var plain: Check {
    var command = Check()
    command.project = .plain
    command.report = .plain
    command.colour = .plain
    command.verbose = false
    command.quiet = false
    return command
  }
}

extension ProjectOptions {
  fileprivate static var plain: ProjectOptions {
    var options = ProjectOptions()
    options.path = "."
    options.name = nil
    options.knowledge = KnowledgeOptions()
    options.knowledge.folders = []
    return options
  }
}

extension ReportOptions {
  fileprivate static var plain: ReportOptions {
    var options = ReportOptions()
    options.format = .text
    options.failOn = nil
    options.select = []
    options.ignore = []
    options.maxDepth = nil
    options.assume = nil
    return options
  }
}

extension ColourOptions {
  fileprivate static var plain: ColourOptions {
    var options = ColourOptions()
    options.color = .auto
    return options
  }
}
