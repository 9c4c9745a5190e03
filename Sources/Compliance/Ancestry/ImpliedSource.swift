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
  /// Whether the declaration lists every source.
  private let isComplete: Bool
  /// The maker that makes the release, where the declaration names one that the catalogue knows.
  private let licensee: String?

  private init(_ lineage: Lineage, library: Library, outbound: OutboundLicense, isComplete: Bool, licensee: String?) {
    self.lineage = lineage
    self.library = library
    self.outbound = outbound
    self.isComplete = isComplete
    self.licensee = licensee
  }

  /// The lineage with each declared proprietary licence on the sources of weights that have none, or on a source
  /// without a name where there is no source of weights at all.
  ///
  /// `isComplete` says whether the declaration lists every source, and `licensee` is the maker that makes the release.
  static func added(
    to lineage: Lineage, library: Library, outbound: OutboundLicense, isComplete: Bool, licensee: String?
  ) -> Lineage {
    var implied = ImpliedSource(
      lineage, library: library, outbound: outbound, isComplete: isComplete, licensee: licensee)
    implied.add()
    return implied.lineage
  }

  private mutating func add() {
    for (claim, id) in outbound.declared.flatMap({ declared in declared.named.map { (declared.claim, $0.knownID) } }) {
      guard let id, let license = outbound.known[id], license.isProprietary, license.binds == .artefact,
        let certainty = certainty(of: license)
      else { continue }
      let parents = lineage.edges.filter { $0.child == Lineage.release && $0.relation.carriesWeights }.map(\.parent)
        .unique()
      let nameless = parents.filter {
        lineage.nodes[$0].licenses.isEmpty && library.catalog.model(lineage.nodes[$0].id.text) == nil
      }
      let implied = LicenseClaim(name: id, link: claim.link, location: claim.location, basis: .implied)
      // Of several sources any may have brought it in, so none of them is taken to have.
      if nameless.count == 1, certainty == .declared {
        lineage.claim(implied, for: nameless[0])
      } else {
        let source = lineage.node(ArtefactID("(a model under \(license.title))"), kind: .model)
        lineage.claim(implied, for: source)
        lineage.connect(
          child: Lineage.release, parent: source, .finetune, at: claim.location, certainty: certainty)
      }
    }
  }

  /// How sure it is that something under a licence is in the release, beside what the files name; nil where nothing
  /// follows.
  private func certainty(of license: License) -> Certainty? {
    if isMakersOwn(license) || brings(license.id, over: [.declared, .stated, .catalogued], \.carriesWeights) {
      return nil
    }
    // Data that came from such a model may be why the licence was chosen, and need not be.
    let isUsed = brings(license.id, over: [.declared, .stated, .catalogued, .hinted]) { !$0.isAuxiliary }
    if isUsed { return isComplete && isUsedByRelease(license.id) ? nil : .hinted }
    return isOwnersName(license) ? .hinted : .declared
  }

  /// Whether the release itself used something under a licence: what others used upstream does not explain its own.
  private func isUsedByRelease(_ id: String) -> Bool {
    lineage.edges.contains {
      $0.child == Lineage.release && !$0.relation.isAuxiliary && $0.certainty != .mentioned
        && isUnder(id, lineage.nodes[$0.parent])
    }
  }

  /// Whether edges of this certainty and kind lead to the release from something under a licence.
  private func brings(_ id: String, over certainties: Set<Certainty>, _ carries: (Relation) -> Bool) -> Bool {
    let edges = lineage.edges.filter { certainties.contains($0.certainty) && carries($0.relation) }
    let parents = Dictionary(grouping: edges, by: \.child).mapValues { $0.map(\.parent) }
    var open = [Lineage.release]
    var seen: Set<Int> = [Lineage.release]
    while let child = open.popLast() {
      for parent in parents[child] ?? [] where seen.insert(parent).inserted {
        if isUnder(id, lineage.nodes[parent]) { return true }
        open.append(parent)
      }
    }
    return false
  }

  private func isUnder(_ id: String, _ node: Lineage.Node) -> Bool {
    (node.licenses + node.catalogued).contains {
      library.expression($0).names.contains { library.resolve($0).knownID == id }
    }
  }

  /// Whether the release is the maker's own original, as the catalogue or the declaration knows it.
  private func isMakersOwn(_ license: License) -> Bool {
    if let licensee { return licensee == license.maker }
    let release = lineage.nodes[Lineage.release].id.text
    guard library.catalog.lists(release), let entry = library.catalog.model(release) else { return false }
    return entry.maker == license.maker
      || (entry.sources.isEmpty && entry.licenses.contains { library.resolve($0.license).knownID == license.id })
  }

  /// Whether the release goes by its maker's name on the Hub without being listed: it may be its own, and may be called
  /// so by anybody.
  private func isOwnersName(_ license: License) -> Bool {
    guard let maker = license.maker else { return false }
    return library.catalog.maker(of: lineage.nodes[Lineage.release].id.text) == maker
  }
}
