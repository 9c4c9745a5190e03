import Diagnostics
import Obligations
import Provenance

/// Reports sources of which no file says the revision, and licences by an address on a branch: what stands there can
/// change after the release.
struct UnpinnedSources {
  let project: Project
  let lineage: Lineage

  /// Checks that are made only where the settings enable them.
  static let names = [FindingKind.unpinnedSource.rawValue]

  func findings() -> [Finding] {
    guard project.settings.enabled.contains(where: { Self.names.contains($0.value) }) else { return [] }
    let sources = lineage.edges(into: Lineage.release).filter { edge in
      edge.certainty >= .stated && !edge.relation.isAuxiliary && isOnHub(lineage.nodes[edge.parent])
    }
    var seen: Set<Int> = []
    return sources.filter { seen.insert($0.parent).inserted }.compactMap { finding($0) }
      + (project.card?.licenses ?? []).compactMap { finding($0) }
  }

  private func isOnHub(_ node: Lineage.Node) -> Bool {
    switch node.kind {
    case .model, .dataset: node.id.namespace != nil && ArtefactID.isHubID(node.id.text)
    case .service, .code: false
    }
  }

  private func finding(_ edge: Lineage.Edge) -> Finding? {
    let node = lineage.nodes[edge.parent]
    guard !node.revisions.contains(where: { !Self.isBranch($0.value) }) else { return nil }
    let branch = node.revisions.first
    return finding(
      node.id.text,
      branch.map { "`\(node.id.text)` is taken from the branch `\($0.value)`, which can change" }
        ?? "no file says which revision of `\(node.id.text)` was taken",
      path: [PathStep(artefact: node.id.text, relation: edge.relation, location: edge.location)],
      at: branch?.location ?? edge.location,
      help: "add to the source in pedigree.yaml: `revision: …`, the commit that was taken")
  }

  private func finding(_ claim: LicenseClaim) -> Finding? {
    guard let link = claim.link, Self.leadsToBranch(link) else { return nil }
    return finding(
      project.release.text, "`license_link` leads to a branch, whose text can change", path: [], at: claim.location,
      help: "put the text into the repository, or write the commit in the place of the branch")
  }

  private func finding(
    _ source: String, _ message: String, path: [PathStep], at location: SourceLocation, help: String
  ) -> Finding {
    Finding(
      kind: .unpinnedSource, source: source, path: path, status: .undetermined, message: message,
      summary: "what the release was made from, and its licence, can be found again", location: location,
      evidence: [Evidence("named here", at: location)],
      missing: [Question(.revision(of: source), "which revision of `\(source)` was taken?", answer: help)], help: help)
  }

  private static func isBranch(_ revision: String) -> Bool {
    ["main", "master", "head", "latest", "dev"].contains(revision.lowercased())
  }

  /// Whether a page of a repository is shown as it is on a branch: `…/blob/main/LICENSE`.
  private static func leadsToBranch(_ link: String) -> Bool {
    let parts = link.split(separator: "/").map(String.init)
    return zip(parts, parts.dropFirst()).contains { place, revision in
      ["blob", "raw", "resolve", "tree"].contains(place) && isBranch(revision)
    }
  }
}
