import Obligations
import Synchronization

/// The names of makers, services, terms, artefacts and places in any spelling; what is behind them is read when a name
/// is first asked for.
public final class KnowledgeNames: Sendable {
  private let knowledge: Knowledge
  private let makers = Mutex<Makers?>(nil)
  private let places = Mutex<Places?>(nil)
  private let services = Mutex<[String: String]?>(nil)
  private let terms = Mutex<[String: String]?>(nil)

  public init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// The maker that a name means: the maker's own, its company's, its owner's on the Hub or that of a product.
  public func maker(_ name: String) -> String? {
    if let maker = allMakers.maker(called: name) { return maker }
    let bytes = Array(name.utf8)
    guard let match = knowledge.catalog.knownNames.match(in: bytes, at: 0), match.range.count == bytes.count else {
      return nil
    }
    return knowledge.catalog.model(match.artefact.id.familyName)?.maker
  }

  /// All makers, under the names that the knowledge uses.
  public var makerNames: [String] { allMakers.names.sorted() }

  private var allMakers: Makers { makers.filled { knowledge.makers() } }

  /// The id of the service that a name means.
  public func service(_ name: String) -> String? { allServices[LicenseNames.key(name)] }

  /// The ids of all services.
  public var serviceIDs: [String] { Set(allServices.values).sorted() }

  private var allServices: [String: String] {
    services.filled {
      let named = knowledge.catalog.allServices().flatMap { service in
        ([service.id, service.title] + service.called).map { (LicenseNames.key($0), service.id) }
      }
      return Dictionary(named) { first, _ in first }
    }
  }

  /// The terms of a service that a name means, one version or a series.
  public func terms(_ name: String) -> String? { allTerms[LicenseNames.key(name)] }

  /// The names of all terms of services.
  public var termNames: [String] { Set(allTerms.values).sorted() }

  private var allTerms: [String: String] {
    terms.filled {
      Dictionary(knowledge.namesOfTerms().map { (LicenseNames.key($0.name), $0.terms) }) { first, _ in first }
    }
  }

  /// The place that a code or a name means.
  public func place(_ name: String) -> Place? {
    places.filled { knowledge.places() }.place(called: name)
  }
}

extension Mutex where Value: ~Copyable {
  /// The value, made by `make` when it is first asked for.
  fileprivate func filled<Filling: Sendable>(_ make: () -> Filling) -> Filling where Value == Filling? {
    withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
