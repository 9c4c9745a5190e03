import LicenseKnowledge
import Provenance

extension ClosedWords {
  /// The names that the knowledge lists.
  public init(_ names: KnowledgeNames) {
    self.init(
      resolve: { name, kind in
        switch kind {
        case .maker: names.maker(name)
        case .service: names.service(name)
        case .terms: names.terms(name)
        }
      },
      candidates: { kind in
        switch kind {
        case .maker: names.makerNames
        case .service: names.serviceIDs
        case .terms: names.termNames
        }
      },
      place: { names.place($0) })
  }
}
