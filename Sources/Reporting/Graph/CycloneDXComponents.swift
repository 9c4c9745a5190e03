import Compliance
import Obligations
import Provenance

/// The artefacts of a lineage as components and services of a CycloneDX BOM.
///
/// A step from a component becomes an entry of the child's `pedigree`: an ancestor, or, where it is only hinted at or
/// mentioned, a variant, "where the exact relation may not be known". Steps from services, and from what only served
/// beside, are properties of the child.
struct CycloneDXComponents {
  private let report: Report
  private let artefacts: [GraphArtefact]
  /// Indices of the edges to the parents of each artefact.
  private let steps: [Int: [Lineage.Edge]]

  init(_ report: Report) {
    self.report = report
    self.artefacts = GraphArtefact.all(of: report)
    self.steps = Dictionary(grouping: report.lineage.edges, by: \.child)
  }

  /// The `bom-ref` of the release.
  var release: String { artefacts[Lineage.release].reference }

  var releaseComponent: JSONValue { component(Lineage.release) }

  /// All components but the release.
  var sources: [JSONValue] {
    artefacts.indices.dropFirst().filter { artefacts[$0].node.kind != .service }.map { component($0) }
  }

  var services: [JSONValue] {
    artefacts.indices.dropFirst().filter { artefacts[$0].node.kind == .service }.map { service($0) }
  }

  /// Who came from whom. Hints and mentions are left out, and what only tested: nothing depends on that.
  var dependencies: [JSONValue] {
    artefacts.indices.map { index in
      let parents = (steps[index] ?? []).filter { $0.certainty.isFact && $0.relation != .evaluatedWith }
        .map { artefacts[$0.parent].reference }
      return ["ref": .text(artefacts[index].reference), "dependsOn": .texts(ifAny: parents.unique())]
    }
  }

  /// Whether the release's own sources are all there are.
  var completeness: String {
    if report.lineage.unnamed.contains(where: { $0.child == Lineage.release }) { return "incomplete" }
    return report.isComplete ? "complete" : "unknown"
  }

  private func component(_ index: Int) -> JSONValue {
    let artefact = artefacts[index]
    return Self.identity(of: artefact).adding(
      [
        "bom-ref": .text(artefact.reference),
        "licenses": licenses(of: artefact),
        "pedigree": pedigree(of: index),
        "modelCard": modelCard(of: index),
        "data": artefact.node.kind == .dataset ? [["type": "dataset", "name": .text(artefact.id)]] : nil,
        "externalReferences": artefact.address.map { [["type": "website", "url": .text($0)]] },
        "properties": properties(of: index),
      ])
  }

  private func service(_ index: Int) -> JSONValue {
    let artefact = artefacts[index]
    return [
      "bom-ref": .text(artefact.reference), "name": .text(artefact.id), "licenses": licenses(of: artefact),
      "properties": properties(of: index),
    ]
  }

  private static func identity(of artefact: GraphArtefact) -> JSONValue {
    [
      "type": .text(artefact.node.kind.cyclonedx), "group": .text(ifAny: artefact.owner),
      "name": .text(artefact.name), "version": .text(ifAny: artefact.revision),
      "purl": .text(ifAny: artefact.packageURL),
    ]
  }

  /// One expression where a claim says how licences go together, else a list.
  private func licenses(of artefact: GraphArtefact) -> JSONValue? {
    // That the catalogue knows no licence is no licence.
    let licenses = artefact.licenses.filter { !$0.isVague || $0.claim.basis == .project }
    if licenses.count == 1, let expression = licenses[0].spdxExpression {
      return [["expression": .text(expression), "acknowledgement": .text(licenses[0].acknowledgement)]]
    }
    return .list(
      ifAny: licenses.map { license in
        [
          "license": [
            "id": .text(ifAny: license.spdx),
            "name": license.spdx == nil ? .text(license.claim.name) : nil,
            "acknowledgement": .text(license.acknowledgement),
            "url": .text(ifAny: license.address),
            "properties": .list(GraphProperty.of(license).map(\.cyclonedx)),
          ]
        ]
      })
  }

  private func pedigree(of index: Int) -> JSONValue? {
    let inline = (steps[index] ?? []).filter { isInline($0) }
    guard !inline.isEmpty else { return nil }
    let told = inline.map { edge in
      "\(edge.relation.rawValue) \(artefacts[edge.parent].id) (\(edge.certainty.name), \(PlaceText.full(edge.location)))"
    }
    return [
      "ancestors": .list(ifAny: inline.filter(\.certainty.isFact).map { parent(of: $0) }),
      "variants": .list(ifAny: inline.filter { !$0.certainty.isFact }.map { parent(of: $0) }),
      "notes": .text(told.joined(separator: "; ")),
    ]
  }

  private func isInline(_ edge: Lineage.Edge) -> Bool {
    !edge.relation.isAuxiliary && artefacts[edge.parent].node.kind != .service
  }

  /// A parent as CycloneDX wants it in a pedigree, with what is known of the step. It has no `bom-ref` of its own, which
  /// would be taken for another component: `pedigree:ref` names the one that it is.
  private func parent(of edge: Lineage.Edge) -> JSONValue {
    let artefact = artefacts[edge.parent]
    let properties = [GraphProperty("ref", artefact.reference)] + GraphProperty.of(edge)
    return Self.identity(of: artefact).adding(["properties": .list(properties.map(\.cyclonedx))])
  }

  /// The datasets on which a model was trained. CycloneDX has the same list for those of its evaluation, which most
  /// readers would then take for training data.
  private func modelCard(of index: Int) -> JSONValue? {
    guard artefacts[index].node.kind == .model else { return nil }
    let datasets = (steps[index] ?? []).filter {
      $0.certainty.isFact && $0.relation == .trainedOn && artefacts[$0.parent].node.kind == .dataset
    }.map { artefacts[$0.parent].reference }.unique()
    guard !datasets.isEmpty else { return nil }
    return ["modelParameters": ["datasets": .list(datasets.map { ["ref": .text($0)] })]]
  }

  private func properties(of index: Int) -> JSONValue? {
    let beside = (steps[index] ?? []).filter { !isInline($0) && $0.certainty.isFact }.map { edge in
      GraphProperty(edge.relation.rawValue, artefacts[edge.parent].reference)
    }
    return .list(ifAny: (GraphProperty.of(artefacts[index]) + beside).map(\.cyclonedx))
  }
}

extension ArtefactKind {
  /// The type of a component; a service is none.
  fileprivate var cyclonedx: String {
    switch self {
    case .model: "machine-learning-model"
    case .dataset: "data"
    case .code: "library"
    case .service: "application"
    }
  }
}

extension NamedClaim {
  /// The claim as an SPDX expression, where it joins licences that are all on SPDX's list.
  fileprivate var spdxExpression: String? {
    if case .name = expression { return nil }
    return expression.written { spdx(of: $0) }
  }

  /// Who says so: somebody by name, or pedigree by inference.
  fileprivate var acknowledgement: String {
    switch claim.basis {
    case .project, .catalog: "declared"
    case .implied: "concluded"
    }
  }
}
