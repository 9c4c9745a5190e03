import Diagnostics
import Obligations

/// A model, or a family of models that share a licence.
public struct CatalogModel: Sendable {
  /// Hub id or a pattern over ids.
  public let id: Glob
  /// Who licenses it.
  public let maker: String?
  /// How prose names it.
  public let called: [String]
  /// Its licence over time; empty where the service's terms govern.
  public let licenses: [DatedLicense]
  /// The days on which it could be had.
  public let available: DateWindow
  /// Its own direct ancestry, as far as known.
  public let sources: [CatalogSource]
  /// The service that serves it, for models whose weights nobody gets.
  public let service: String?
  /// The catalogue's line.
  public let location: SourceLocation
}

/// A licence that governed during some days.
public struct DatedLicense: Sendable, Hashable {
  /// Licence id or name.
  public let license: String
  public let window: DateWindow

  public init(license: String, window: DateWindow) {
    self.license = license
    self.window = window
  }
}

/// A direct ancestor of a catalogued artefact.
public struct CatalogSource: Sendable {
  public let id: String
  public let kind: ArtefactKind
  public let relation: Relation
}

/// A dataset.
public struct CatalogDataset: Sendable {
  public let id: Glob
  public let called: [String]
  /// Address fragments that lead to it.
  public let urls: [String]
  public let licenses: [DatedLicense]
  /// Direct ancestry: the models that generated it, and other datasets.
  public let sources: [CatalogSource]
  public let location: SourceLocation
}

/// A service through which models are used.
public struct CatalogService: Sendable {
  public let id: String
  public let title: String
  /// Other names of it.
  public let called: [String]
  public let maker: String?
  /// Models that it serves.
  public let models: [Glob]
  /// The terms that govern, each from a day on, in date order.
  public let terms: [DatedLicense]
  /// The usage policies beside them, in date order.
  public let policies: [DatedLicense]
  public let location: SourceLocation
}
