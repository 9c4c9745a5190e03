import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// One of the ways in which an open fact can turn out.
struct FactValue {
  /// What a reader answers: `yes`, `above 700000000`.
  let label: String
  /// How `ask` takes it.
  let option: String
  /// Puts it among the answers.
  let apply: (inout Answers) -> Void

  static let yes = "yes"

  /// How `ask` takes it that the release competes with a maker; quoted where a shell asks for that.
  static func competing(with maker: String) -> String {
    "--competes-with \(maker.contains(" ") ? "\"\(maker)\"" : maker)"
  }
}

/// The values of open facts that make a difference to the texts which speak about a project.
struct FactValues {
  private var thresholds: [QuestionKind: Set<Int>] = [:]
  private var domiciles: Set<[String]> = []
  private var territories: Set<[String]> = []
  private let place: (String) -> Place

  init(_ assessment: Assessment) {
    let names = assessment.library.names
    place = { names.place($0) ?? Place($0) }
    for license in assessment.subjects.flatMap({ [$0.license] + $0.alternatives }) {
      for obligation in license.obligations { obligation.condition?.visit { note($0) } }
      for rule in license.outbound { rule.condition.visit { note($0) } }
    }
  }

  private mutating func note(_ condition: Condition) {
    switch condition {
    case .scale(let measure, let threshold, let day):
      thresholds[.scale(measure, on: day), default: []].insert(threshold)
    case .domicile(let places): domiciles.insert(places.sorted())
    case .territory(let places): territories.insert(places.sorted())
    case .reachedBy, .release, .commercial, .releaseKind, .competesWith, .acceptedByUs, .date, .sourceName,
      .derivativeUnder, .derivativeOf, .reformatted, .interpretation, .all, .any, .not:
      break
    }
  }

  /// The values of a fact; nil where they can't be listed.
  func values(of fact: QuestionKind) -> [FactValue]? {
    switch fact {
    case .commercial:
      [true, false].map { value in
        FactValue(label: Self.word(value), option: "--commercial \(Self.word(value))") {
          $0.release.commercial = .assumed(value)
        }
      }
    case .releaseForm:
      ReleaseForm.allCases.map { form in
        FactValue(label: form.rawValue, option: "--release \(form.rawValue)") {
          $0.release.forms = .assumed([form])
        }
      }
    case .competes(let maker):
      [
        FactValue(label: FactValue.yes, option: FactValue.competing(with: maker)) {
          $0.licensee.competesWith = .assumed(($0.licensee.competesWith?.value ?? []) + [maker])
        },
        FactValue(label: "no", option: "--competes-with none") {
          $0.licensee.competesWith = .assumed($0.licensee.competesWith?.value ?? [])
        },
      ]
    case .acceptedBy(let source):
      Acquisition.Acceptor.allCases.map { acceptor in
        FactValue(label: acceptor.rawValue, option: "--accepted-by \(acceptor.rawValue)") {
          $0.acceptors[source] = acceptor
        }
      }
    case .interpretation(let id):
      [true, false].map { value in
        FactValue(label: Self.word(value), option: "--interpret \(id)=\(Self.word(value))") {
          $0.interpretations[id] = .assumed(value)
        }
      }
    case .scale(let measure, let day): scales(measure, day)
    case .domicile:
      places(domiciles, option: "--domicile") { $0.licensee.domicile = .assumed($1) }
    case .territories:
      places(territories, option: "--territories") { $0.release.territories = .assumed([$1]) }
    case .releaseDate, .releaseName, .card, .modelKind, .outboundLicense, .publishedLicense, .revision,
      .newerTerms, .sources, .source, .guess, .unnamedSource,
      .whichModel, .license, .licenseChoice, .baseLicense, .version, .terms, .policy, .rights, .conflict, .wording,
      .notice,
      .changes, .licenseCopy, .cardField, .licenseText, .governingText, .review, .attestation:
      nil
    }
  }

  /// One value below each threshold, and one above them all.
  private func scales(_ measure: ScaleMeasure, _ day: CalendarDate?) -> [FactValue]? {
    guard let limits = thresholds[.scale(measure, on: day)]?.sorted(), let last = limits.last else { return nil }
    func value(_ number: Int, _ label: String) -> FactValue {
      FactValue(label: label, option: "--\(measure.rawValue) \(number)") { answers in
        if let day {
          answers.release.earlierMeasures[measure, default: [:]][day] = .assumed(number)
          // Who gives one number gives it for all days of which nothing else is said.
          answers.release.measures[measure] = answers.release.measures[measure] ?? .assumed(number)
        } else {
          answers.release.measures[measure] = .assumed(number)
        }
      }
    }
    return limits.map { value($0, "at most \(Self.grouped($0))") } + [value(last + 1, "above \(Self.grouped(last))")]
  }

  /// One value for each list of places, and one for everywhere else.
  private func places(
    _ lists: Set<[String]>, option: String, _ apply: @escaping (inout Answers, Place) -> Void
  ) -> [FactValue]? {
    guard !lists.isEmpty else { return nil }
    let named = lists.sorted { $0.joined() < $1.joined() }.compactMap { list -> FactValue? in
      guard let first = list.first else { return nil }
      let place = place(first)
      return FactValue(label: "in \(list.joined(separator: ", "))", option: "\(option) \(first)") { apply(&$0, place) }
    }
    return named
      + [FactValue(label: "elsewhere", option: "\(option) …") { apply(&$0, Place("elsewhere")) }]
  }

  private static func word(_ value: Bool) -> String { value ? FactValue.yes : "no" }

  /// A number that people can read: 700,000,000.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index).isMultiple(of: 3) ? [",", digit] : [digit]
      })
  }
}

extension Fact {
  /// A value that nobody wrote down.
  static func assumed(_ value: Value) -> Fact {
    let file = SourceFile(path: "assumed", text: "")
    return Fact(value, at: SourceLocation(file, file.range))
  }
}

extension Condition {
  /// Visits the condition and all that it is made of.
  func visit(_ visitor: (Condition) -> Void) {
    visitor(self)
    switch self {
    case .all(let parts), .any(let parts): for part in parts { part.visit(visitor) }
    case .not(let part): part.visit(visitor)
    case .reachedBy, .release, .commercial, .releaseKind, .scale, .competesWith, .domicile, .territory, .acceptedByUs,
      .date, .sourceName, .derivativeUnder, .derivativeOf, .reformatted, .interpretation:
      break
    }
  }
}
