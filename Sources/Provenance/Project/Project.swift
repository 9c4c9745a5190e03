import Diagnostics
import MarkupText
import Obligations

/// Everything that a project's own files say.
public struct Project: Sendable {
  /// The folder that was read, as the user wrote it.
  public let folder: String
  /// The release's id; empty where nobody names it.
  public let release: ArtefactID
  /// The commit of the release, where the project is a repository that was downloaded from the Hub.
  public let revision: Fact<String>?
  /// Where the name stands; nil where the command line gives it.
  public let nameLocation: SourceLocation?
  public var manifest: Manifest?
  public let card: ModelCard?
  /// The other documents that tell where artefacts came from, by their paths.
  public let provenance: [ProvenanceDocument]
  /// Licences under which those documents put the release.
  public let documentLicenses: [LicenseClaim]
  /// What the files declare of the lineage.
  public var lineage: Lineage
  /// The card, licence, notice and other documents of the release.
  public let documents: [ProjectDocument]
  /// What was wrong with the files.
  public var diagnostics: [Diagnostic]
  /// What was read, and what was left out and why.
  public let inputs: Inputs

  /// How questions of law are answered that the manifest leaves open: by the command line, else by the manifest.
  public var stance: Stance?
  /// How it wants to be checked: by the command line, else by the manifest.
  public var settings = Settings()

  /// Whether the documents are declared to be all there are, so that absence from them means no.
  public var documentsAreComplete: Bool { manifest.map { !$0.documents.isEmpty } ?? false }

  /// Whether the release has a name.
  public var isNamed: Bool { !release.text.isEmpty }

  /// Licences that the release declares for itself: the manifest's, else the card's fields, else its prose, else those
  /// that a BOM or a header of weights names.
  public var declaredLicenses: [LicenseClaim] {
    if let license = manifest?.license {
      return [LicenseClaim(name: license.value, location: license.location, basis: .project)]
    }
    guard let card, !card.licenses.isEmpty || !card.proseLicenses.isEmpty else {
      return Array(documentLicenses.prefix(1))
    }
    // `other` without a name says nothing; the prose may.
    let says = card.licenses.contains { $0.name.lowercased() != "other" || $0.link != nil }
    return says || card.proseLicenses.isEmpty ? card.licenses : Array(card.proseLicenses.prefix(1))
  }
}
