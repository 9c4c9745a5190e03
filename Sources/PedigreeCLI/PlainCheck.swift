/// `pedigree check [PATH…]` without an option, as most runs are: the parser of arguments takes longer to start than such a
/// run takes to check a small release.
extension Check {
  /// Takes the arguments of the program; nil where the parser has to read them.
  init?(plainly arguments: some Collection<String>) {
    guard arguments.first == "check" else { return nil }
    let paths = arguments.dropFirst()
    guard paths.allSatisfy({ $0 == "-" || !$0.isEmpty && !$0.hasPrefix("-") }) else { return nil }
    self.init()
    projects = ProjectsOptions(paths: paths.isEmpty ? ["."] : Array(paths))
    report = .unset
    colour = .unset
    verbose = false
    quiet = false
  }
}

// What is not given is set to what the properties say: to ask them for it takes the parser.

extension ProjectsOptions {
  fileprivate init(paths: [String]) {
    self.init()
    self.paths = paths
    recursive = false
    name = nil
    knowledge = .unset
  }
}

extension KnowledgeOptions {
  fileprivate static var unset: KnowledgeOptions {
    var options = KnowledgeOptions()
    options.folders = []
    return options
  }
}

extension ReportOptions {
  fileprivate static var unset: ReportOptions {
    var options = ReportOptions()
    options.format = .text
    options.outputs = []
    options.failOn = nil
    options.select = []
    options.ignore = []
    options.enable = []
    options.maxDepth = nil
    options.assume = nil
    options.baseline = nil
    options.writeBaseline = false
    return options
  }
}

extension ColourOptions {
  fileprivate static var unset: ColourOptions {
    var options = ColourOptions()
    options.color = .auto
    return options
  }
}
