/// What a file of `licenses/` holds, by its path.
public enum KnowledgePath: Sendable, Hashable {
  case license, models, datasets, services, mirrors, signatures, edition, families, interpretations, makers, places,
    customary
  /// How licences and terms are worded, and how cards are.
  case lexicon, cardWordings

  public init(_ path: String) {
    switch path {
    case "catalog/datasets.yaml": self = .datasets
    case "catalog/services.yaml": self = .services
    case "catalog/mirrors.yaml": self = .mirrors
    case "edition.yaml": self = .edition
    case "families.yaml": self = .families
    case "interpretations.yaml": self = .interpretations
    case "makers.yaml": self = .makers
    case "places.yaml": self = .places
    case "customary.yaml": self = .customary
    case _ where path.hasPrefix("catalog/"): self = .models
    case _ where path.hasPrefix("signatures/"): self = .signatures
    case _ where path.hasPrefix("lexicon/provenance"): self = .cardWordings
    case _ where path.hasPrefix("lexicon/"): self = .lexicon
    default: self = .license
    }
  }
}
