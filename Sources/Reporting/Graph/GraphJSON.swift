import Compliance
import Diagnostics
import Obligations
import Provenance

/// The lineage as JSON, by `docs/graph.schema.json`: every artefact and every step, with where it was read.
public enum GraphJSON {
  /// Version of the format.
  public static let version = 1

  /// The graph of a report, with a line break at its end.
  public static func render(_ report: Report) throws -> String {
    let lineage = report.lineage
    let artefacts = GraphArtefact.all(of: report)
    return try JSONText.render(
      Document(
        version: version, release: artefacts[Lineage.release].id, complete: report.isComplete,
        documents: report.documents.map(DocumentEntry.init), artefacts: artefacts.map(ArtefactEntry.init),
        steps: lineage.edges.map { edge in
          StepEntry(edge, child: artefacts[edge.child].id, parent: artefacts[edge.parent].id)
        },
        unnamed: lineage.unnamed.map { UnnamedEntry($0.source, child: artefacts[$0.child].id) }))
  }

  private struct Document: Encodable {
    let version: Int
    let release: String
    let complete: Bool
    let documents: [DocumentEntry]
    let artefacts: [ArtefactEntry]
    let steps: [StepEntry]
    let unnamed: [UnnamedEntry]
  }

  private struct DocumentEntry: Encodable {
    let path: String
    let type: String
    let subject: String?
    let isAboutRelease: Bool
    let sources: [SourceEntry]
    let licenses: [ClaimEntry]
    let unnamed: Int

    init(_ document: ProvenanceDocument) {
      path = document.file.path
      type = document.type.rawValue
      subject = document.subject?.value
      isAboutRelease = document.isAboutRelease
      sources = document.sources.map(SourceEntry.init)
      licenses = document.licenses.map(ClaimEntry.init)
      unnamed = document.unnamed.count
    }
  }

  /// What a document says, before anything is made of it.
  private struct SourceEntry: Encodable {
    let source: String
    let kind: String
    let relation: String
    let of: String?
    let certainty: String
    let basis: String
    let revision: String?
    let at: PlaceEntry

    init(_ source: SourceStatement) {
      self.source = source.id.text
      kind = source.kind.rawValue
      relation = source.relation.rawValue
      if case .artefact(let id, _) = source.child { of = id.text } else { of = nil }
      certainty = source.certainty.name
      basis = source.basis.description
      revision = source.revision
      at = PlaceEntry(source.location)
    }
  }

  private struct ClaimEntry: Encodable {
    let name: String
    let of: String?
    let at: PlaceEntry

    init(_ license: LicenseStatement) {
      name = license.claim.name
      of = license.artefact?.text
      at = PlaceEntry(license.claim.location)
    }
  }

  private struct ArtefactEntry: Encodable {
    let id: String
    let kind: String
    let named: Bool
    let aliases: [String]
    let revisions: [RevisionEntry]
    let licenses: [LicenseEntry]
    let obligations: [ObligationEntry]

    init(_ artefact: GraphArtefact) {
      id = artefact.id
      kind = artefact.node.kind.rawValue
      named = !artefact.node.id.text.isEmpty
      aliases = artefact.node.aliases.map(\.text)
      revisions = artefact.node.revisions.map { RevisionEntry(revision: $0.value, at: PlaceEntry($0.location)) }
      licenses = artefact.licenses.map(LicenseEntry.init)
      obligations = artefact.findings.map { ObligationEntry(id: $0.citation, status: $0.status.rawValue) }
    }
  }

  private struct RevisionEntry: Encodable {
    let revision: String
    let at: PlaceEntry
  }

  private struct LicenseEntry: Encodable {
    let name: String
    let ids: [String]
    let basis: String
    let from: String?
    let to: String?
    let at: PlaceEntry

    init(_ license: NamedClaim) {
      let claim = license.claim
      name = claim.name
      ids = license.ids
      basis = claim.basis.name
      from = claim.window.from?.description
      to = claim.window.until?.description
      at = PlaceEntry(claim.location)
    }
  }

  private struct ObligationEntry: Encodable {
    let id: String
    let status: String
  }

  private struct StepEntry: Encodable {
    let child: String
    let parent: String
    let relation: String
    let certainty: String
    let basis: String?
    let obtained: AcquisitionEntry?
    let at: PlaceEntry

    init(_ edge: Lineage.Edge, child: String, parent: String) {
      self.child = child
      self.parent = parent
      relation = edge.relation.rawValue
      certainty = edge.certainty.name
      basis = edge.basis?.description
      obtained = AcquisitionEntry(edge.acquisition)
      at = PlaceEntry(edge.location)
    }
  }

  private struct AcquisitionEntry: Encodable {
    let service: String?
    let terms: String?
    let from: String?
    let to: String?
    let acceptedBy: String?
    let samples: Int?

    /// Nil where nothing is said.
    init?(_ acquisition: Acquisition) {
      var said = acquisition
      said.location = nil
      guard said != Acquisition() else { return nil }
      service = acquisition.service
      terms = acquisition.terms
      from = acquisition.days.from?.description
      to = acquisition.days.until?.description
      acceptedBy = acquisition.acceptedBy?.rawValue
      samples = acquisition.samples
    }
  }

  private struct UnnamedEntry: Encodable {
    let child: String
    let relation: String
    let basis: String
    let at: PlaceEntry

    init(_ source: UnnamedSource, child: String) {
      self.child = child
      relation = source.relation.rawValue
      basis = source.basis.description
      at = PlaceEntry(source.location)
    }
  }
}
