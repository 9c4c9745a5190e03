import Diagnostics
import Obligations

/// What one file of a project says about where artefacts came from.
public struct ProvenanceDocument: Sendable {
  public let file: SourceFile
  public let type: DocumentType
  /// The artefact that it is about, where it names one.
  public var subject: Fact<String>?
  public var subjectKind = ArtefactKind.model
  /// Whether the subject is named for certain, rather than by the folder into which a recipe writes.
  public var isSubjectSure = true
  public var sources: [SourceStatement] = []
  public var licenses: [LicenseStatement] = []
  public var unnamed: [UnnamedSource] = []
  /// Artefacts that it lists beside its subject, whether or not it says how they were used.
  public var artefacts: [ListedArtefact] = []
  /// Fields that tell in prose how artefacts were made.
  public var prose: [ProvenanceProse] = []
  /// Whether it is known to speak about the release, and not perhaps, or about another artefact.
  public internal(set) var isAboutRelease = false
  /// Sources that are named by paths (`./base`), which lead somewhere only if the project holds a repository there.
  var localSources: [SourceStatement] = []
  /// What was wrong with it.
  public var diagnostics: [Diagnostic] = []

  /// Most statements of one file.
  static let mostStatements = 20_000

  public init(_ file: SourceFile, _ type: DocumentType) {
    self.file = file
    self.type = type
  }

  /// Whether it tells nothing, not even of something wrong.
  var saysNothing: Bool {
    sources.isEmpty && localSources.isEmpty && licenses.isEmpty && unnamed.isEmpty && diagnostics.isEmpty
  }
}

/// The licence under which a file says that an artefact stands.
public struct LicenseStatement: Sendable {
  /// The artefact; nil for what the file is about.
  public let artefact: ArtefactID?
  public let kind: ArtefactKind
  public let claim: LicenseClaim

  public init(of artefact: ArtefactID?, kind: ArtefactKind, _ claim: LicenseClaim) {
    self.artefact = artefact
    self.kind = kind
    self.claim = claim
  }
}

/// An artefact that a file lists.
public struct ListedArtefact: Sendable {
  public let id: ArtefactID
  public let kind: ArtefactKind
  public let location: SourceLocation
  /// The revision that the file pins.
  public let revision: String?
}

/// A field of a file that tells in prose how an artefact was made: `ai_informationAboutTraining`.
public struct ProvenanceProse: Sendable {
  /// The artefact; nil for what the file is about.
  public let artefact: StatementChild?
  public let text: Text

  public struct Text: Sendable {
    /// The field's key.
    public let key: String
    public let words: Fact<String>
  }

  init(of artefact: StatementChild?, _ text: Text) {
    self.artefact = artefact
    self.text = text
  }
}
