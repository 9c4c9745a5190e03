import ArgumentParser
import PedigreeKit

/// `pedigree solve`: under which licences can a release go out?
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find every licence under which a release can go out, and why it can't under the others.",
    discussion: """
      The release's own licence is ignored. Sources can stand on the command line instead of a project: --source \
      finetune=meta-llama/Llama-2-7b-hf.
      Exit codes: 0 a licence is left, 1 none, 2 could not run.
      """)

  @OptionGroup var project: PlannedProject
  @OptionGroup var colour: ColourOptions

  @Option(help: "How to write the licences.")
  var format = SolutionFormat.text

  @Flag(name: .shortAndLong, help: "List every licence and every clause.")
  var verbose = false

  func run() throws {
    let (library, assessment) = try project.assessment(style: colour.style)
    let solution = library.solve(assessment, today: try Environment.today())
    Output.write(try format.render(solution, full: verbose, style: colour.style))
    if solution.allowed.isEmpty { throw Stop.findings }
  }
}

/// `pedigree scenarios`: what does each way of releasing ask for?
struct Scenarios: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios",
    abstract: "Show side by side what each way of releasing asks for: internal, hosted, weights, product.",
    discussion: "How the project says that it goes out is ignored; every other fact is as declared.")

  @OptionGroup var project: PlannedProject
  @OptionGroup var colour: ColourOptions

  @Option(help: "How to write the scenarios.")
  var format = ScenarioFormat.text

  func run() throws {
    let (library, assessment) = try project.assessment(style: colour.style)
    let scenarios = library.scenarios(of: assessment, today: try Environment.today())
    Output.write(try format.render(scenarios, of: assessment.release, style: colour.style))
  }
}

/// A project as its files say, or one that is only planned, with the facts that the command line gives.
struct PlannedProject: ParsableArguments {
  @OptionGroup var project: ProjectOptions

  @Option(
    help: ArgumentHelp("A source of a release that is only planned; may be repeated.", valueName: "relation=name"))
  var source: [OtherSource] = []

  @OptionGroup var facts: FactOptions

  /// The knowledge, and the project held against it.
  func assessment(style: TextStyle) throws -> (Library, Assessment) {
    let library = try project.knowledge.load()
    guard let first = source.first else {
      let name = try ProjectOptions.checked(project.name)
      let project = try ProjectOptions.reading(style: style) { try library.read(self.project.path, name: name) }
      return (library, library.assess(project).answering(try facts.answers(of: project, in: library)))
    }
    var ask = Ask([first.source])
    ask.others = source.dropFirst().map(\.source)
    ask.name = project.name
    facts.add(to: &ask)
    let planned = try AskCommand.reading { () throws(AskError) in try ask.project(in: library) }
    return (library, library.assess(planned))
  }
}
