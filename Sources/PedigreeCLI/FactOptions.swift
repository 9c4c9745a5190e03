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
    var answers = Answers(of: project)
    if !release.isEmpty { answers.release.forms = Self.fact(release, "--release") }
    if let commercial { answers.release.commercial = Self.fact(commercial.value, "--commercial") }
    if let date { answers.release.date = Self.fact(date, "--date") }
    if let monthlyActiveUsers {
      answers.release.measures[.monthlyActiveUsers] = Self.fact(monthlyActiveUsers, "--monthly-active-users")
    }
    if let annualRevenueUsd {
      answers.release.measures[.annualRevenueUSD] = Self.fact(annualRevenueUsd, "--annual-revenue-usd")
    }
    if !territories.isEmpty {
      let places = try territories.map { try Self.place($0, "--territories", library) }
      answers.release.territories = Self.fact(places, "--territories")
    }
    if let domicile {
      answers.licensee.domicile = Self.fact(try Self.place(domicile, "--domicile", library), "--domicile")
    }
    if !competesWith.isEmpty {
      let makers = try competesWith.filter { $0 != "none" }.map { name in
        if name.hasPrefix("other:") { return String(name.dropFirst("other:".count)) }
        guard let maker = library.names.maker(name) else {
          throw Stop.failure(
            "--competes-with: `\(name)` is not a known maker; to name another one, write `other:\(name)`")
        }
        return maker
      }
      answers.licensee.competesWith = Self.fact(makers, "--competes-with")
    }
    for answer in interpret { answers.interpretations[answer.key] = Self.fact(answer.value, "--interpret") }
    return answers
  }

  private static func place(_ name: String, _ option: String, _ library: Library) throws -> Place {
    guard let place = library.names.place(name) else {
      throw Stop.failure("\(option): `\(name)` is not a known country; write the ISO 3166-1 alpha-2 code, such as DE")
    }
    return place
  }

  private static func fact<Value: Sendable>(_ value: Value, _ option: String) -> Fact<Value> {
    let file = SourceFile(path: option, text: "")
    return Fact(value, at: SourceLocation(file, file.range))
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
