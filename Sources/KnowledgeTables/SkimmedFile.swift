/// What a file of `licenses/` adds to the index.
public enum SkimmedFile: Sendable {
  case license(LicenseHeader)
  case models(CatalogFile)
  case datasets(CatalogFile)
  case services(CatalogFile)
  case makers(MakersFile)
  case places(PlacesFile)
  /// Owners of mirrors, and what they append to names.
  case mirrors([[String]])
  case cardWordings(WordingsFile)
  /// It is read where it is asked for, or is a licence without an id.
  case nothing

  public init(_ path: String, _ bytes: [UInt8]) {
    switch KnowledgePath(path) {
    case .license: self = LicenseHeader(skimming: bytes).map { .license($0) } ?? .nothing
    case .models: self = .models(CatalogFile(skimming: bytes))
    case .datasets: self = .datasets(CatalogFile(skimming: bytes))
    case .services: self = .services(CatalogFile(skimming: bytes))
    case .makers: self = .makers(MakersFile(skimming: bytes))
    case .mirrors:
      self = .mirrors(Skim(bytes).values(of: Skim.Keys("mirrors", "suffixes"), in: 0..<bytes.count, indent: 0))
    case .places: self = .places(PlacesFile(skimming: bytes))
    case .cardWordings: self = .cardWordings(WordingsFile(skimming: bytes))
    case .signatures, .lexicon, .edition, .families, .interpretations, .customary: self = .nothing
    }
  }

  /// The id of the licence; nil for other files.
  public var licenseID: String? {
    if case .license(let header) = self { header.id } else { nil }
  }
}
