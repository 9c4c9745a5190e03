import Diagnostics
import Obligations

/// What a project declares in `pedigree.yaml`.
public struct Manifest: Sendable {
  /// What the declaration says is released; nil where it does not say.
  public var kind: ArtefactKind?
  public var name: Fact<String>?
  public var license: Fact<String>?
  /// Path of the model card, relative to the manifest.
  public var card: Fact<String>?
  public var release = ReleaseFacts()
  public var licensee = LicenseeFacts()
  public var sources: [ManifestSource] = []
  /// Files and folders in which the release shows what licences ask for.
  public var documents: [Fact<String>] = []
  public var attestations: [Attestation] = []
  public var waivers: [Waiver] = []
  /// Answers to questions of law.
  public var interpretations: [String: Fact<Bool>] = [:]
  /// How questions of law are answered that are not answered there.
  public var stance: Fact<Stance>?
  /// How the project wants to be checked.
  public var settings = Settings()
  /// Which licences the house that makes the release allows.
  public var policy: Policy?
  /// Whether the list of sources is exhaustive.
  public var complete: Fact<Bool>?

  public init() {}

  /// The files that hold the licences of sources, in the order of the declaration.
  var licenseFiles: [Fact<String>] {
    func files(_ sources: [ManifestSource]) -> [Fact<String>] {
      sources.flatMap { source in (source.licenseFile.map { [$0] } ?? []) + files(source.sources) }
    }
    return files(sources)
  }
}

/// How the release goes out; nil means not said.
public struct ReleaseFacts: Sendable {
  public var forms: Fact<[ReleaseForm]>?
  public var commercial: Fact<Bool>?
  public var date: Fact<CalendarDate>?
  /// How large the licensee is when the release goes out.
  public var measures: [ScaleMeasure: Fact<Int>] = [:]
  /// How large it was on other days, which some texts name.
  public var earlierMeasures: [ScaleMeasure: [CalendarDate: Fact<Int>]] = [:]
  public var territories: Fact<[Place]>?

  public init() {}
}

/// Who makes the release; nil means not said.
public struct LicenseeFacts: Sendable {
  public var name: Fact<String>?
  public var domicile: Fact<Place>?
  /// Makers with whose products it competes, as the knowledge spells them; an empty list says with none.
  public var competesWith: Fact<[String]>?

  public init() {}
}

/// A source, with the sources of its own.
public struct ManifestSource: Sendable {
  public let id: Fact<String>
  public let kind: ArtefactKind
  public let relation: Fact<Relation>
  public let license: Fact<String>?
  /// Why that licence counts, where it is another one than the licensor is known to use.
  public let grounds: LicenseGrounds?
  /// The revision that was taken: a commit, a tag or a branch.
  public let revision: Fact<String>?
  /// Path of the file that holds its licence's text, relative to the manifest.
  public let licenseFile: Fact<String>?
  /// Whether whoever makes the release holds the rights in it.
  public let isOwn: Fact<Bool>?
  public let acquisition: Acquisition
  public let sources: [ManifestSource]
}
