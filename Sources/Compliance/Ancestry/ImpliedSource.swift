import LicenseKnowledge
import Obligations
import Provenance

/// Draws the conclusion that a release's own licence allows about its sources.
///
/// Only a maker's own material is ever under a proprietary licence. Whoever declares one for a release
/// says that such material is in it, even where no file names it.
struct ImpliedSource {
  private var lineage: Lineage
  private let library: Library
  private let outbound: OutboundLicense

  private init(_ lineage: Lineage, library: Library, outbound: OutboundLicense) {
    self.lineage = lineage
    self.library = library
    self.outbound = outbound
  }

  /// The lineage with each declared proprietary licence on the sources of weights that have none, or on a source
  /// without a name where there is no source of weights at all.
  static func added(to lineage: Lineage, library: Library, outbound: OutboundLicense) -> Lineage {
    var implied = ImpliedSource(lineage, library: library, outbound: outbound)
    implied.add()
    return implied.lineage
  }

  private mutating func add() {
    for (claim, id) in outbound.declared.flatMap({ declared in declared.named.map { (declared.claim, $0.knownID) } }) {
      guard let id, let license = outbound.known[id], license.isProprietary, license.binds == .artefact,
        !isMakersOwn(license), !isPresent(id)
      else { continue }
      let parents = lineage.edges.filter { $0.child == Lineage.release && $0.relation.carriesWeights }.map(\.parent)
        .unique()
      let nameless = parents.filter {
        lineage.nodes[$0].licenses.isEmpty && library.catalog.model(lineage.nodes[$0].id.text) == nil
      }
      let implied = LicenseClaim(name: id, link: claim.link, location: claim.location, basis: .implied)
      // Of several sources any may have brought it in, so none of them is taken to have.
      if nameless.count == 1 { lineage.claim(implied, for: nameless[0]) }
      if nameless.count != 1 {
        let source = lineage.node(ArtefactID("(a model under \(license.title))"), kind: .model)
        lineage.claim(implied, for: source)
        lineage.connect(
          child: Lineage.release, parent: source, .finetune, at: claim.location, certainty: .declared)
      }
    }
  }

  /// Whether some source already brings the licence in; what is only used beside the release brings nothing.
  private func isPresent(_ id: String) -> Bool {
    lineage.edges.contains { edge in
      ![.evaluatedWith, .tokenizerOf].contains(edge.relation)
        && lineage.nodes[edge.parent].licenses.contains {
          library.expression($0).names.contains { library.resolve($0).knownID == id }
        }
    }
  }

  /// Whether the release is the maker's own original, as the catalogue knows it.
  private func isMakersOwn(_ license: License) -> Bool {
    guard let entry = library.catalog.model(lineage.nodes[Lineage.release].id.text) else { return false }
    return entry.maker == license.maker
      || (entry.sources.isEmpty && entry.licenses.contains { library.resolve($0.license).knownID == license.id })
  }
}
