import Diagnostics
import Obligations
import YAMLSource

/// What a repository's card says of its own licences and sources: all that the cards of its descendants need of it.
public struct CardFacts: Sendable, Equatable {
  /// The repository's id in lower case.
  public let id: String
  public let kind: ArtefactKind
  public let licenses: [License]
  public let sources: [Source]

  /// A licence as the card names it.
  public struct License: Sendable, Hashable {
    public let name: String
    /// An address of its text, if one is given.
    public let link: String?
  }

  /// What the card says that the repository's artefact was made from.
  public struct Source: Sendable, Hashable {
    public let id: String
    public let kind: ArtefactKind
    public let relation: Relation
  }

  /// What a card says, as far as it states it: hints and mentions are left to who reads the card itself.
  public init(_ project: Project) {
    id = project.release.text.lowercased()
    let lineage = project.lineage
    kind = lineage.nodes[Lineage.release].kind
    licenses = project.declaredLicenses.map { License(name: $0.name, link: $0.link) }
    sources = lineage.edges.filter { $0.child == Lineage.release && $0.certainty >= .stated }.map {
      Source(id: lineage.nodes[$0.parent].id.text, kind: lineage.nodes[$0.parent].kind, relation: $0.relation)
    }
  }

  /// Reads a line of JSON; nil where it is none of such facts.
  init?(_ line: some Sequence<UInt8>) {
    guard let root = JSONDocument(reading: SourceFile(path: "line", bytes: Array(line))).root,
      let id = root["id"]?.text, let kind = root["kind"]?.text.flatMap(ArtefactKind.init)
    else { return nil }
    self.id = id
    self.kind = kind
    licenses = (root["licenses"]?.items ?? []).compactMap { item in
      item["name"]?.text.map { License(name: $0, link: item["link"]?.text) }
    }
    sources = (root["sources"]?.items ?? []).compactMap { item in
      guard let id = item["id"]?.text, let kind = item["kind"]?.text.flatMap(ArtefactKind.init),
        let relation = item["relation"]?.text.flatMap(Relation.init)
      else { return nil }
      return Source(id: id, kind: kind, relation: relation)
    }
  }
}
