import PedigreeKit

/// The arguments of a call, in the words of `pedigree ask`.
struct MCPArguments {
  /// An argument that a tool takes.
  struct Argument {
    let name: String
    let type: Kind
    let meaning: String
  }

  /// What an argument can hold.
  enum Kind {
    case text, texts, flag, count
    case word([String])
    case words([String])
    case answers

    func schema(_ meaning: String) -> RPCValue {
      let type: [String: RPCValue] =
        switch self {
        case .text: ["type": "string"]
        case .texts: ["type": "array", "items": ["type": "string"]]
        case .flag: ["type": "boolean"]
        case .count: ["type": "integer", "minimum": .integer(0)]
        case .word(let words): ["type": "string", "enum": .list(words.map { .text($0) })]
        case .words(let words):
          ["type": "array", "items": ["type": "string", "enum": .list(words.map { .text($0) })]]
        case .answers: ["type": "object", "additionalProperties": ["type": "boolean"]]
        }
      return .object(type.merging(["description": .text(meaning)]) { first, _ in first })
    }
  }

  private let values: [String: RPCValue]

  init(_ value: RPCValue) {
    if case .object(let members) = value { values = members } else { values = [:] }
  }

  // MARK: What tools take

  static let ofQuestion = [
    Argument(name: "use", type: .word(AskUse.allValueStrings), meaning: "what becomes of the source"),
    Argument(name: "source", type: .texts, meaning: "models, data sets or services, by id or name"),
    Argument(name: "source-license", type: .text, meaning: "the source's licence, or which version of it"),
    Argument(name: "service", type: .text, meaning: "the service through which outputs were obtained"),
    Argument(name: "terms", type: .text, meaning: "the terms under which outputs were obtained"),
    Argument(name: "from", type: .text, meaning: "the first day on which outputs were obtained, yyyy-mm-dd"),
    Argument(name: "to", type: .text, meaning: "the last such day, yyyy-mm-dd"),
    Argument(
      name: "accepted-by", type: .word(Acquisition.Acceptor.allCases.map(\.rawValue)),
      meaning: "who accepted the service's terms"),
    Argument(name: "also", type: .texts, meaning: "further sources of the release, as relation=name"),
    Argument(name: "name", type: .text, meaning: "a name in mind for the release, owner/name"),
    Argument(name: "license", type: .text, meaning: "a licence in mind for the release"),
  ]

  static let ofRelease = [
    Argument(
      name: "release", type: .words(ReleaseForm.allCases.map(\.rawValue)), meaning: "how the release goes out"),
    Argument(name: "commercial", type: .flag, meaning: "whether the release is commercial"),
    Argument(name: "date", type: .text, meaning: "the day of the release, yyyy-mm-dd"),
    Argument(name: "monthly-active-users", type: .count, meaning: "monthly active users of the user's products"),
    Argument(name: "annual-revenue-usd", type: .count, meaning: "the user's revenue a year in US dollars"),
    Argument(name: "territories", type: .texts, meaning: "where it is offered: countries, EU or worldwide"),
    Argument(name: "domicile", type: .text, meaning: "the country where the user is domiciled"),
    Argument(name: "competes-with", type: .texts, meaning: "makers with whose products it competes; [] for none"),
    Argument(name: "interpret", type: .answers, meaning: "answers to questions of law, by their keys"),
  ]

  static let ofProject = [
    Argument(name: "path", type: .text, meaning: "the project's folder, manifest or card, below the server's root"),
    Argument(name: "name", type: .text, meaning: "the release's id, where no file gives it"),
  ]

  static let ofPlan = [
    Argument(
      name: "sources", type: .texts, meaning: "sources of a release that is only planned, as relation=name")
  ]

  static let ofLicense = [Argument(name: "name", type: .text, meaning: "an id or a common name, such as llama-3.1")]

  // MARK: Reading

  /// A misspelt argument must not be taken for one that was left out.
  func allow(_ arguments: [Argument]) throws {
    let names = Set(arguments.map(\.name))
    if let other = values.keys.sorted().first(where: { !names.contains($0) }) {
      throw MCPMistake("there is no argument `\(other)`")
    }
  }

  func text(_ key: String) throws -> String? { try value(key, isToBe: "text", \.text) }

  /// A list of texts, or one text.
  private func texts(_ key: String) throws -> [String]? {
    try value(key, isToBe: "a list of texts") { value in
      guard case .list(let values) = value else { return value.text.map { [$0] } }
      let texts = values.compactMap(\.text)
      return texts.count == values.count ? texts : nil
    }
  }

  private func flag(_ key: String) throws -> Bool? {
    try value(key, isToBe: "true or false") { if case .flag(let flag) = $0 { flag } else { nil } }
  }

  private func count(_ key: String) throws -> Int? {
    try value(key, isToBe: "a whole number") { if case .integer(let number) = $0, number >= 0 { number } else { nil } }
  }

  /// An argument as `read` takes it; nil where it is left out or null. What `read` can't take is a mistake.
  private func value<Value>(_ key: String, isToBe what: String, _ read: (RPCValue) -> Value?) throws -> Value? {
    guard let value = values[key], value != .null else { return nil }
    guard let read = read(value) else { throw MCPMistake("`\(key)` has to be \(what)") }
    return read
  }

  private func day(_ key: String) throws -> CalendarDate? {
    guard let text = try text(key) else { return nil }
    guard let day = CalendarDate(text) else { throw MCPMistake("`\(key)` has to be a day, yyyy-mm-dd") }
    return day
  }

  private func words<Word: RawRepresentable>(_ key: String, as type: Word.Type) throws -> [Word]
  where Word.RawValue == String {
    try (try texts(key) ?? []).map { text in
      guard let word = Word(rawValue: text) else { throw MCPMistake("`\(key)` can't be `\(text)`") }
      return word
    }
  }

  // MARK: Questions

  /// The question that the arguments ask.
  func question() throws -> Ask {
    guard let use = try text("use").flatMap({ AskUse(argument: $0) }) else {
      throw MCPMistake("`use` has to be one of \(AskUse.allValueStrings.joined(separator: ", "))")
    }
    guard let names = try texts("source"), !names.isEmpty else { throw MCPMistake("`source` is missing") }
    var ask = Ask(names.map { Ask.Source(use.relation, $0) })
    ask.others = try sources("also")
    (ask.sourceLicense, ask.service, ask.terms) = (try text("source-license"), try text("service"), try text("terms"))
    (ask.from, ask.until) = (try day("from"), try day("to"))
    ask.acceptedBy = try words("accepted-by", as: Acquisition.Acceptor.self).first
    (ask.name, ask.license) = (try text("name"), try text("license"))
    try addRelease(to: &ask)
    return ask
  }

  /// The release that is planned; nil where the arguments name a project.
  func plan() throws -> Ask? {
    let sources = try sources("sources")
    guard let first = sources.first else { return nil }
    var ask = Ask([first])
    ask.others = Array(sources.dropFirst())
    ask.name = try text("name")
    try addRelease(to: &ask)
    return ask
  }

  private func sources(_ key: String) throws -> [Ask.Source] {
    try (try texts(key) ?? []).map { text in
      guard let other = OtherSource(argument: text) else {
        throw MCPMistake("`\(key)` has to hold relation=name, not `\(text)`")
      }
      return other.source
    }
  }

  private func addRelease(to ask: inout Ask) throws {
    ask.forms = try words("release", as: ReleaseForm.self)
    (ask.commercial, ask.date) = (try flag("commercial"), try day("date"))
    for measure in ScaleMeasure.allCases { ask.measures[measure] = try count(measure.rawValue) }
    (ask.territories, ask.domicile) = (try texts("territories") ?? [], try text("domicile"))
    ask.competesWith = try texts("competes-with")?.filter { $0 != "none" }
    guard let answers = values["interpret"], answers != .null else { return }
    guard case .object(let members) = answers else { throw MCPMistake("`interpret` has to be an object") }
    for (key, value) in members {
      guard case .flag(let flag) = value else { throw MCPMistake("`interpret.\(key)` has to be true or false") }
      ask.interpretations[key] = flag
    }
  }
}
