import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Reports where a project's own files disagree about its sources: their licences, their revisions, and how, or from
/// what, the release came.
struct SourceConflicts {
  private let project: Project
  private let library: Library
  private let lineage: Lineage

  init(_ assessment: Assessment) {
    project = assessment.project
    library = assessment.library
    lineage = assessment.lineage
  }

  func findings() -> [Finding] {
    lineage.nodes.indices.filter { $0 != Lineage.release }.flatMap {
      licenseConflicts(of: $0) + revisionConflicts(of: $0)
    }
      + relationConflicts() + baseConflicts()
  }

  /// Two licences that the project's files give one source for the same days.
  private func licenseConflicts(of node: Int) -> [Finding] {
    let claims = lineage.nodes[node].licenses.filter { $0.basis == .project }
    guard let first = claims.first, let main = known(first) else { return [] }
    return claims.dropFirst().compactMap { claim in
      guard let other = known(claim), other != main else { return nil }
      return conflict(
        about: node,
        "`\(lineage.nodes[node].id.text)` is under `\(first.name)` in one place and under `\(claim.name)` in another",
        (first.name, first.location), (claim.name, claim.location), isSure: true,
        help: "make the places agree; each licence asks for other things")
    }
  }

  private func known(_ claim: LicenseClaim) -> String? {
    guard case .name(let name) = library.expression(claim) else { return nil }
    return library.resolve(name).knownID
  }

  /// Two commits that files pin for one source; branches move, and contradict nothing.
  private func revisionConflicts(of node: Int) -> [Finding] {
    let commits = lineage.nodes[node].revisions.filter { Self.isCommit($0.value) }
    guard let first = commits.first else { return [] }
    return commits.dropFirst().filter { !$0.value.hasPrefix(first.value) && !first.value.hasPrefix($0.value) }.map {
      conflict(
        about: node,
        "`\(lineage.nodes[node].id.text)` is taken at `\(first.value)` in one place and at `\($0.value)` in another",
        (first.value, first.location), ($0.value, $0.location), isSure: false,
        help: "pin the revision that was used; its licence may be another one")
    }
  }

  private static func isCommit(_ revision: String) -> Bool {
    (7...40).contains(revision.utf8.count)
      && revision.utf8.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }

  /// Fields that declare two ways in which the release holds the weights of one source.
  private func relationConflicts() -> [Finding] {
    var stated: [Int: Fact<Relation>] = [:]
    return fields().compactMap { id, relation in
      guard relation.value.carriesWeights, let node = lineage.index(of: id) else { return nil }
      guard let first = stated[node] else {
        stated[node] = relation
        return nil
      }
      guard first.value != relation.value, first.location.path != relation.location.path else { return nil }
      let name = lineage.nodes[node].id.text
      let (one, other) = (first.value.rawValue, relation.value.rawValue)
      return conflict(
        about: node, "the release comes from `\(name)` by `\(one)` in one place and by `\(other)` in another",
        ("`\(one)`", first.location), ("`\(other)`", relation.location), isSure: false,
        help: "make the places agree; what a licence asks for can hang on it")
    }
  }

  /// The relations that fields of the manifest and of what lies beside the weights declare for the release.
  private func fields() -> [(ArtefactID, Fact<Relation>)] {
    let declared = (project.manifest?.sources ?? []).map { (ArtefactID($0.id.value), $0.relation) }
    let read = project.provenance.filter(\.isAboutRelease).flatMap(\.sources).filter {
      $0.child == nil && $0.certainty == .declared
    }
    return declared + read.map { ($0.id, Fact($0.relation, at: $0.location)) }
  }

  /// An adapter has one base: where card and configuration name different ones, of which neither came from the other.
  private func baseConflicts() -> [Finding] {
    let adapter = lineage.edges(into: Lineage.release).first {
      $0.relation == .adapter && $0.certainty == .declared && $0.location.path != project.card?.file.path
    }
    guard let base = adapter, let card = project.card, card.baseModels.count == 1 else { return [] }
    let declared = card.baseModels[0]
    guard let node = lineage.index(of: ArtefactID(declared.value)), node != base.parent, node != Lineage.release,
      !isAncestor(node, of: base.parent), !isAncestor(base.parent, of: node),
      !DeclaredNames([lineage.nodes[base.parent].id]).mayMean(lineage.nodes[node].id)
    else { return [] }
    return [
      conflict(
        about: node,
        "the card names `\(declared.value)` as the base and `\(base.location.path)` names `\(lineage.nodes[base.parent].id.text)`",
        ("`\(declared.value)`", declared.location), ("`\(lineage.nodes[base.parent].id.text)`", base.location),
        isSure: true, help: "name the model that the adapter was trained on in both")
    ]
  }

  private func isAncestor(_ node: Int, of child: Int) -> Bool {
    var open = [child]
    var seen: Set<Int> = [child]
    while let next = open.popLast() {
      for edge in lineage.edges(into: next) where seen.insert(edge.parent).inserted {
        if edge.parent == node { return true }
        open.append(edge.parent)
      }
    }
    return false
  }

  private func conflict(
    about node: Int, _ message: String, _ first: (String, SourceLocation), _ second: (String, SourceLocation),
    isSure: Bool, help: String
  ) -> Finding {
    let source = lineage.nodes[node].id.text
    let question = Question(.conflict(about: source), "which of the two holds for `\(source)`?", answer: help)
    return Finding(
      kind: .declarationConflict, source: source, status: isSure ? .violated : .undetermined, message: message,
      summary: "the project's files agree about its sources", location: second.1,
      evidence: [Evidence(first.0, at: first.1), Evidence(second.0, at: second.1)], missing: isSure ? [] : [question],
      help: help)
  }
}
