import KnowledgeTables
import Obligations

/// The names of makers, services, terms, artefacts and places in any spelling; what is behind them is read when a name
/// is first asked for.
public final class KnowledgeNames: Sendable {
  private let knowledge: Knowledge
  private let terms: Once<[String: String]>

  /// The names that the knowledge lists.
  public init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    terms = Once {
      Dictionary(knowledge.namesOfTerms().map { ($0.name.nameKey, $0.terms) }) { first, _ in first }
    }
  }

  /// The maker that a name means: the maker's own, its company's, its owner's on the Hub or that of a product.
  public func maker(_ name: String) -> String? {
    if let maker = knowledge.makers().maker(called: name) { return maker }
    let bytes = Array(name.utf8)
    guard let match = knowledge.catalog.knownNames.match(in: bytes, at: 0), match.range.count == bytes.count else {
      return nil
    }
    return knowledge.catalog.model(match.artefact.id.familyName)?.maker
  }

  /// All makers, under the names that the knowledge uses.
  public var makerNames: [String] { knowledge.makers().names.sorted() }

  /// The id of the service that a name means.
  public func service(_ name: String) -> String? { knowledge.service(called: name) }

  /// The ids of all services.
  public var serviceIDs: [String] { knowledge.serviceIDs() }

  /// The terms of a service that a name means, one version or a series.
  public func terms(_ name: String) -> String? { terms.value[name.nameKey] }

  /// The names of all terms of services.
  public var termNames: [String] { Set(terms.value.values).sorted() }

  /// The place that a code or a name means.
  public func place(_ name: String) -> Place? { knowledge.places().place(called: name) }
}
