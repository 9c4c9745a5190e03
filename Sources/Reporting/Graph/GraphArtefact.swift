import Compliance
import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// An artefact of the lineage as exports name it.
struct GraphArtefact {
  let node: Lineage.Node
  let isRelease: Bool
  /// Its id; for a release without a name one that no other artefact has.
  let id: String
  let licenses: [NamedClaim]
  /// What its licences ask for.
  let findings: [Finding]
  /// Whether its weights are published nowhere, by the catalogue: it answers over a service only.
  private let isServedOnly: Bool

  /// The artefacts of a report in the order of its lineage.
  static func all(of report: Report) -> [GraphArtefact] {
    let nodes = report.lineage.nodes
    let findings = Dictionary(grouping: report.findings, by: \.source)
    var nameless = "(release)"
    while nodes.contains(where: { $0.id.text == nameless }) { nameless += "'" }
    return nodes.indices.map { index in
      let node = nodes[index]
      let entry = node.kind == .model ? report.library.catalog.model(node.id.text) : nil
      return GraphArtefact(
        node: node, isRelease: index == Lineage.release, id: node.id.text.isEmpty ? nameless : node.id.text,
        licenses: node.licenses.map { NamedClaim($0, library: report.library) },
        findings: findings[node.id.text] ?? [],
        isServedOnly: entry.map { $0.service != nil && $0.licenses.isEmpty } ?? false)
    }
  }

  /// What other parts of a document name it by: `model/acme/helper-7b`.
  var reference: String { "\(node.kind.rawValue)/\(id)" }

  /// Owner and name, where the artefact can be in a repository of the Hub.
  private var repository: (owner: Substring, name: Substring)? {
    guard !isServedOnly, ArtefactID.isHubID(id), let owner = node.id.namespace else { return nil }
    return (owner, node.id.name)
  }

  var owner: String? { repository.map { String($0.owner) } }

  /// The name without its owner, where that is told apart.
  var name: String { repository.map { String($0.name) } ?? id }

  /// The page of its repository.
  var address: String? {
    guard repository != nil else { return nil }
    switch node.kind {
    case .model: return "https://huggingface.co/\(id)"
    case .dataset: return "https://huggingface.co/datasets/\(id)"
    case .service, .code: return nil
    }
  }

  /// The revision that files pin, if they agree.
  var revision: String? { node.revisions.count == 1 ? node.revisions[0].value : nil }

  /// The package URL; its type `huggingface` is made for models.
  var packageURL: String? {
    guard node.kind == .model, repository != nil else { return nil }
    let commit = revision.flatMap { Self.isCommit($0) ? "@\($0.lowercased())" : nil }
    return "pkg:huggingface/\(id)\(commit ?? "")"
  }

  private static func isCommit(_ text: String) -> Bool {
    text.utf8.count == 40
      && text.utf8.allSatisfy { $0.isHexDigit }
  }
}
