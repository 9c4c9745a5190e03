import Obligations
import Provenance

/// A fact that nobody has declared.
public struct Question: Sendable, Hashable {
  /// Which fact it asks for.
  public let kind: QuestionKind
  /// The question.
  public let text: String
  /// Where to put the answer.
  public let answer: String

  init(_ kind: QuestionKind, _ text: String, answer: String) {
    self.kind = kind
    self.text = text
    self.answer = answer
  }

  /// What to ask, stable: `release.commercial`, `interpret.adapter-is-derivative`.
  public var id: String { kind.id }
}

/// The facts that can be missing; each says whom it is about.
public enum QuestionKind: Sendable, Hashable {
  // The release.
  case releaseForm, commercial, releaseDate, territories, releaseName, card
  case scale(ScaleMeasure, on: CalendarDate?)
  /// What it is for.
  case modelKind
  /// Whether terms have changed since the knowledge was compared with them.
  case newerTerms
  /// Its licence.
  case outboundLicense

  // Who makes it.
  case domicile
  case competes(maker: String)

  /// What the release was made from.
  case sources

  // A source.
  /// Whether it is one, as a file says.
  case source(String, of: String)
  /// Whether it is one, as its name suggests or a file that only mentions it.
  case guess(String, of: String)
  /// Which one it is, of those that nothing names.
  case unnamedSource(what: String, of: String)
  /// Which model of its family it is.
  case whichModel(String)
  case license(of: String)
  /// The same, where its publisher gives it a name that stands for no one licence.
  case publishedLicense(of: String)
  /// Which of the licences that it is offered under.
  case licenseChoice(String)
  /// The licence of the base, where that is not known.
  case baseLicense
  case version(of: String)
  /// Which revision of it was taken.
  case revision(of: String)
  case terms(of: String)
  /// What the policy beside a service's terms says.
  case policy(of: String)
  case acceptedBy(source: String)
  case rights(in: String)
  /// Which of two statements about it holds.
  case conflict(about: String)

  // What files show.
  case wording(String)
  case notice
  case changes(to: String)
  case licenseCopy(String)
  case cardField(CardField)
  /// What licence a file holds.
  case licenseText(path: String)
  /// Whether a licence governs as published or as a file has it.
  case governingText(path: String)

  // What no file shows.
  case interpretation(String)
  /// Whether an obligation that a machine read is met.
  case review(String)
  case attestation(license: String)
}

extension QuestionKind {
  /// Its id in reports, stable.
  public var id: String {
    switch self {
    case .releaseForm: "release.how"
    case .commercial: "release.commercial"
    case .releaseDate: "release.date"
    case .territories: "release.territories"
    case .releaseName: "model.name"
    case .card: "card"
    case .scale(let measure, let day): "release.\(measure.rawValue)\(day.map { ".\($0)" } ?? "")"
    case .modelKind: "model.kind"
    case .newerTerms: "knowledge.date"
    case .outboundLicense: "model.license"
    case .domicile: "licensee.domicile"
    case .competes(let maker): "licensee.competes-with.\(maker)"
    case .sources: "sources"
    case .source(let name, _), .guess(let name, _): "source.\(name)"
    case .unnamedSource(let what, let child): "source.\(what).\(child)"
    case .whichModel(let source): "source.name.\(source)"
    case .license(let source), .publishedLicense(let source): "license.\(source)"
    case .licenseChoice(let license): "license.\(license)"
    case .baseLicense: "license.base"
    case .version(let source): "version.\(source)"
    case .revision(let source): "revision.\(source)"
    case .terms(let source): "terms.\(source)"
    case .policy(let source): "policy.\(source)"
    case .acceptedBy(let source): "accepted-by.\(source)"
    case .rights(let source): "rights.\(source)"
    case .conflict(let source): "conflict.\(source)"
    case .wording(let wording): "documents.\(wording)"
    case .notice: "documents.notice"
    case .changes(let source): "documents.changes.\(source)"
    case .licenseCopy(let license): "documents.\(license)"
    case .cardField(let field): "card.\(field.rawValue)"
    case .licenseText(let path): "license-text.\(path)"
    case .governingText(let path): "text.\(path)"
    case .interpretation(let id): "interpret.\(id)"
    case .review(let obligation): "review.\(obligation)"
    case .attestation(let license): "attest.\(license)"
    }
  }
}
