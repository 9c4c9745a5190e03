import Compliance
import Diagnostics
import Obligations
import Provenance

/// A name and a value in pedigree's namespace, for what CycloneDX and SPDX have no field for.
struct GraphProperty: Hashable {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = "pedigree:\(name)"
    self.value = value
  }

  /// What is known of a step of the lineage.
  static func of(_ edge: Lineage.Edge) -> [GraphProperty] {
    let acquisition = edge.acquisition
    let optional: [(String, String?)] = [
      ("basis", edge.basis?.description), ("service", acquisition.service), ("terms", acquisition.terms),
      ("from", acquisition.days.from?.description), ("to", acquisition.days.until?.description),
      ("accepted-by", acquisition.acceptedBy?.rawValue), ("samples", acquisition.samples.map { String($0) }),
    ]
    return [
      GraphProperty("relation", edge.relation.rawValue), GraphProperty("certainty", edge.certainty.name),
      GraphProperty("place", PlaceText.full(edge.location)),
    ] + optional.compactMap { name, value in value.map { GraphProperty(name, $0) } }
  }

  /// What is known of an artefact's name.
  static func of(_ artefact: GraphArtefact) -> [GraphProperty] {
    (artefact.isRelease && artefact.node.id.text.isEmpty ? [GraphProperty("unnamed", "true")] : [])
      + artefact.node.aliases.map { GraphProperty("alias", $0.text) }
      + artefact.node.revisions.map { GraphProperty("revision", $0.value) }
  }

  /// What is known of a licence that somebody names.
  static func of(_ license: NamedClaim) -> [GraphProperty] {
    license.ids.map { GraphProperty("license-id", $0) } + [
      GraphProperty("basis", license.claim.basis.name), GraphProperty("place", PlaceText.full(license.claim.location)),
    ]
  }
}

extension Certainty {
  /// Whether a step may be told as a fact: hints and mentions only ask.
  var isFact: Bool { self >= .catalogued }

  /// Its word in reports.
  var name: String {
    switch self {
    case .mentioned: "mentioned"
    case .hinted: "hinted"
    case .catalogued: "catalogued"
    case .stated: "stated"
    case .declared: "declared"
    }
  }
}
