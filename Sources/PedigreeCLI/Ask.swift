import ArgumentParser
import PedigreeKit

/// `pedigree ask`: may this source be used in this way?
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask before you train: may a source be used in this way, and what would you have to do?",
    discussion: """
      Sources go by any name that people use: --source "GPT-4o through Azure", --source "Llama 3.1 70B". What you don't \
      say is unknown, and the answer says what it depends on. Nothing is read from the current folder.
      Exit codes: 0 yes or yes-if, 1 no or unknown, 2 could not run.
      """)

  @OptionGroup var question: AskOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var colour: ColourOptions

  @Option(help: "How to write the answer.")
  var format = AdviceFormat.text

  @Flag(name: .shortAndLong, help: "List the rules of conduct and every open fact.")
  var verbose = false

  @Flag(help: "Ask for the facts that decide, the most decisive first; answers are read from standard input.")
  var interactive = false

  func run() throws {
    let library = try knowledge.load()
    let today = try Environment.today()
    var interview = try Self.reading { () throws(AskError) in try library.interview(question.ask(), today: today) }
    if interactive { Dialogue(text: InterviewText(style: colour.style)).run(&interview) }
    let advice = interview.advice
    Output.write(try format.render(advice, full: verbose, style: colour.style))
    if !advice.answer.allows { throw Stop.findings }
  }

  /// What `ask` gives; a question that isn't understood is reported and ends the run.
  static func reading<Result>(_ ask: () throws(AskError) -> Result) throws -> Result {
    do throws(AskError) {
      return try ask()
    } catch {
      switch error {
      case .lexicon(let error): throw Stop.failure("the lexicon is broken: \(error)")
      case .mistakes(let mistakes):
        for mistake in mistakes {
          let option = mistake.option.isEmpty ? "" : "\(mistake.option): "
          Output.writeError("pedigree: \(TerminalText.escaped(option + mistake.message))\n")
        }
        throw Stop.failure()
      }
    }
  }
}

/// What is asked.
struct AskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What becomes of the source: \(AskUse.allValueStrings.joined(separator: ", ")).", valueName: "use"))
  var use: AskUse

  @Option(help: ArgumentHelp("A model, data set or service, by id or name; may be repeated.", valueName: "name"))
  var source: [String]

  @Option(help: ArgumentHelp("The source's licence, or which version of it.", valueName: "licence"))
  var sourceLicense: String?

  @Option(help: ArgumentHelp("The service through which outputs were obtained.", valueName: "name"))
  var service: String?

  @Option(help: ArgumentHelp("The terms under which outputs were obtained.", valueName: "terms"))
  var terms: String?

  @Option(help: ArgumentHelp("The first day on which outputs were obtained.", valueName: "yyyy-mm-dd"))
  var from: CalendarDate?

  @Option(name: .customLong("to"), help: ArgumentHelp("The last such day.", valueName: "yyyy-mm-dd"))
  var until: CalendarDate?

  @Option(help: ArgumentHelp("Who accepted the service's terms: us or upstream.", valueName: "who"))
  var acceptedBy: Acquisition.Acceptor?

  @Option(help: ArgumentHelp("How many outputs; no number is too small to count.", valueName: "number"))
  var samples: Int?

  @Option(
    help: ArgumentHelp(
      "A further source of the release, such as the base that is trained; may be repeated.", valueName: "relation=name")
  )
  var also: [OtherSource] = []

  @Option(help: ArgumentHelp("A name that you have in mind for the release.", valueName: "owner/name"))
  var name: String?

  @Option(help: ArgumentHelp("A licence that you have in mind for it.", valueName: "licence"))
  var license: String?

  @OptionGroup var facts: FactOptions

  func validate() throws {
    if source.isEmpty { throw ValidationError("name a source: `--source`") }
  }

  /// The question.
  func ask() -> Ask {
    var ask = Ask(source.map { Ask.Source(use.relation, $0) })
    ask.others = also.map(\.source)
    ask.sourceLicense = sourceLicense
    (ask.service, ask.terms, ask.from, ask.until) = (service, terms, from, until)
    (ask.acceptedBy, ask.samples) = (acceptedBy, samples)
    (ask.name, ask.license) = (name, license)
    facts.add(to: &ask)
    return ask
  }
}

/// What becomes of a source: a relation of the manifest, or `serve` and `contain` for its own unchanged offer.
struct AskUse: ExpressibleByArgument {
  let relation: Relation

  init?(argument: String) {
    switch argument {
    case "serve": relation = .serves
    case "contain": relation = .contains
    default:
      guard let relation = Relation(rawValue: argument) else { return nil }
      self.relation = relation
    }
  }

  static let allValueStrings =
    Relation.allCases.filter { $0 != .serves && $0 != .contains }.map(\.rawValue)
    + ["serve", "contain"]
}

/// `finetune=owner/name`.
struct OtherSource: ExpressibleByArgument {
  let source: Ask.Source

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let use = AskUse(argument: parts[0]) else { return nil }
    source = Ask.Source(use.relation, parts[1])
  }
}
