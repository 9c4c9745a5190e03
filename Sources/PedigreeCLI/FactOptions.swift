import ArgumentParser
import PedigreeKit

/// What is said of a release on the command line, in the words of the manifest.
struct FactOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How it goes out: weights, hosted, product or internal; may be repeated.", valueName: "how"))
  var release: [ReleaseForm] = []

  @Option(help: ArgumentHelp("Whether it is commercial.", valueName: "yes|no"))
  var commercial: YesOrNo?

  @Option(help: ArgumentHelp("The day of the release.", valueName: "yyyy-mm-dd"))
  var date: CalendarDate?

  @Option(help: ArgumentHelp("Monthly active users of your products.", valueName: "number"))
  var monthlyActiveUsers: Int?

  @Option(help: ArgumentHelp("Your revenue a year in US dollars.", valueName: "number"))
  var annualRevenueUsd: Int?

  @Option(help: ArgumentHelp("Where it is offered: a country, EU or worldwide; may be repeated.", valueName: "place"))
  var territories: [String] = []

  @Option(help: ArgumentHelp("The country where you are domiciled.", valueName: "country"))
  var domicile: String?

  @Option(
    help: ArgumentHelp("A maker with whose products yours compete, or none; may be repeated.", valueName: "maker"))
  var competesWith: [String] = []

  @Option(help: ArgumentHelp("Answers a question of law; may be repeated.", valueName: "key=yes|no"))
  var interpret: [LawAnswer] = []

  func validate() throws {
    if competesWith.count > 1, competesWith.contains("none") {
      throw ValidationError("`--competes-with none` excludes any other `--competes-with`")
    }
  }

  /// Puts the facts into a question.
  func add(to ask: inout Ask) {
    (ask.forms, ask.commercial, ask.date) = (release, commercial?.value, date)
    ask.measures[.monthlyActiveUsers] = monthlyActiveUsers
    ask.measures[.annualRevenueUSD] = annualRevenueUsd
    (ask.territories, ask.domicile) = (territories, domicile)
    ask.competesWith = competesWith.isEmpty ? nil : competesWith.filter { $0 != "none" }
    ask.interpretations = Dictionary(interpret.map { ($0.key, $0.value) }) { _, last in last }
  }

  /// The answers of a project, with the facts in the place of its own.
  func answers(of project: Project, in library: Library) throws -> Answers {
    var ask = Ask([])
    add(to: &ask)
    let told = try AskCommand.reading { () throws(AskError) in try ask.project(in: library) }
    return Answers(of: project).replaced(by: Answers(of: told))
  }
}

/// `adapter-is-derivative=yes`.
struct LawAnswer: ExpressibleByArgument {
  let key: String
  let value: Bool

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let answer = YesOrNo(rawValue: parts[1]) else { return nil }
    (key, value) = (parts[0], answer.value)
  }
}

enum YesOrNo: String, ExpressibleByArgument, CaseIterable {
  case yes, no

  var value: Bool { self == .yes }
}
