import LicenseKnowledge
import LicenseTexts
import Obligations
import Provenance

/// The knowledge made ready for checking: decoded when something first asks, once for all projects and threads.
public final class Library: Sendable {
  /// What it is made of.
  public let knowledge: Knowledge
  /// Recognises the texts that are held.
  public let texts: KnownTexts
  /// The names of makers, services, terms and places in any spelling.
  public let names: KnowledgeNames
  /// What the cards of other repositories say of themselves; nil where none are at hand.
  public let parents: ParentTable?
  private let licenses = Memo<String, License?>()
  private let pairings = Memo<[String], VersionPairing>()
  private let interpretations: Once<[String: Interpretation]>
  private let obligations: Once<Result<ObligationReader, LexiconError>>
  private let cards: Once<Result<CardWordings, LexiconError>>

  /// A library of what is compiled into the program, or of other knowledge; what `parents` says of a source is known
  /// beside that.
  public init(_ knowledge: Knowledge = Knowledge(), parents: ParentTable? = nil) {
    self.knowledge = knowledge
    self.parents = parents
    self.texts = KnownTexts(knowledge)
    self.names = KnowledgeNames(knowledge)
    self.interpretations = Once {
      Dictionary(knowledge.interpretations().map { ($0.id, $0) }) { first, _ in first }
    }
    self.obligations = Once {
      Result { () throws(LexiconError) in try ObligationReader(knowledge.lexicon()) }
    }
    self.cards = Once {
      Result { () throws(LexiconError) in try CardWordings(knowledge.cardConcepts()) }
    }
  }

  /// Well-known models, datasets and services.
  public var catalog: Catalog { knowledge.catalog }

  /// The licence with this id; nil if there is none.
  public func license(_ id: String) -> License? {
    // Names of projects would fill the memory of a process that reads many.
    guard knowledge.origin(of: id) != nil else { return nil }
    return licenses.value(of: id) { knowledge.license(id) }
  }

  /// What versions of a text ask for, of which one governs.
  func pairing(of versions: [License]) -> VersionPairing {
    // What was read from the texts of a project is nobody else's.
    guard versions.allSatisfy({ $0.location.file === license($0.id)?.location.file }) else {
      return VersionPairing(versions)
    }
    return pairings.value(of: versions.map(\.id)) { VersionPairing(versions) }
  }

  /// What a licence name in somebody's file stands for.
  public func resolve(_ name: String) -> NamedLicense { knowledge.resolve(name) }

  /// The dated versions that `name` means: one id, or those of a series, in date order.
  public func versions(of name: String) -> [LicenseVersion] { knowledge.versions(of: name) }

  /// What a claim says: its name as an expression, or the text that its link leads to.
  public func expression(_ claim: LicenseClaim) -> LicenseExpression {
    if case .known = resolve(claim.name) { return .name(claim.name) }
    let expression = LicenseExpression(claim.name)
    if case .name = expression, let id = claim.link.flatMap({ knowledge.license(at: $0) }) { return .name(id) }
    return expression
  }

  /// The questions of law on which conditions hang, by id.
  public var questions: [String: String] { interpretations.value.mapValues(\.question) }

  /// How a stance answers the questions of law; empty without one.
  func answers(under stance: Stance?) -> [String: Bool] {
    guard let stance else { return [:] }
    return interpretations.value.compactMapValues { $0.answer(under: stance) }
  }

  /// Reads obligations out of texts by the wordings of the knowledge.
  public func reader() throws(LexiconError) -> ObligationReader { try obligations.value.get() }

  /// How cards word where artefacts came from.
  public func cardWordings() throws(LexiconError) -> CardWordings { try cards.value.get() }
}
