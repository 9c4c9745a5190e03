import LicenseKnowledge
import Obligations
import Provenance

/// Under which licences sources are, and whose they are: what files say of them beside what the catalogue knows.
///
/// Nobody but the licensor relicenses, so a licence that a file gives somebody else's work never replaces the one that
/// its maker is known to use; both are candidates until the declaration says why the other one counts.
struct SourceLicenses: Sendable {
  let library: Library
  let lineage: Lineage
  /// The maker that makes the release, where the declaration names one that the catalogue knows.
  let licensee: String?

  /// Something that a file says of somebody else's work against what is known of it.
  struct Dispute {
    let told: LicenseClaim
    let known: LicenseClaim
    /// Whether they surely differ; a name that nobody knows may stand for the same.
    let isSure: Bool
  }

  /// The licences to weigh for a source, and what is disputed about them.
  func licenses(of node: Int) -> (claims: [LicenseClaim], dispute: Dispute?) {
    let (told, known) = (lineage.nodes[node].licenses, lineage.nodes[node].catalogued)
    guard let first = known.first else { return (told, nil) }
    // What says nothing contradicts nothing: `other`, `unknown`, a family's name.
    let saying = told.filter { !isVague($0) }
    guard !saying.isEmpty else { return (known, nil) }
    let grounded = saying.filter { $0.grounds != nil }
    guard grounded.isEmpty else { return (grounded, nil) }
    let ids = Set(known.flatMap { self.ids(of: $0) }.compactMap { $0 })
    let others = saying.filter { claim in !self.ids(of: claim).allSatisfy { $0.map(ids.contains) ?? false } }
    guard let other = others.first else { return (saying, nil) }
    let sure = others.first { !self.ids(of: $0).contains(nil) }
    return (saying + known, Dispute(told: sure ?? other, known: first, isSure: sure != nil))
  }

  /// The known licences that a claim names; nil for each name that is not known.
  private func ids(of claim: LicenseClaim) -> [String?] {
    library.expression(claim).names.map { library.resolve($0).knownID }
  }

  private func isVague(_ claim: LicenseClaim) -> Bool {
    claim.file == nil
      && library.expression(claim).names.allSatisfy {
        switch library.resolve($0) {
        case .family: true
        case .known, .notHeld, .unknown: false
        }
      }
  }

  /// Whether whoever makes the release owes somebody else for a source.
  enum Ownership {
    case theirs
    case ours(Fact<Bool>)
    /// The declaration claims what the catalogue knows as somebody else's.
    case disputed(Fact<Bool>, maker: String)
    /// Source and release are published under the same name.
    case sameOwner
  }

  func ownership(of node: Int) -> Ownership {
    let source = lineage.nodes[node]
    let owner = source.id.namespace?.lowercased()
    let isSameOwner = owner != nil && owner == lineage.nodes[Lineage.release].id.namespace?.lowercased()
    guard let own = source.isOwn else { return isSameOwner ? .sameOwner : .theirs }
    guard own.value else { return .theirs }
    guard !isSameOwner, let maker = maker(of: source), maker != licensee else { return .ours(own) }
    return .disputed(own, maker: maker)
  }

  /// Who is known to have made a source; its owner on the Hub where the catalogue lists it without a maker.
  private func maker(of source: Lineage.Node) -> String? {
    switch source.kind {
    case .model, .service:
      library.catalog.model(source.id.text)?.maker ?? library.catalog.service(source.id.text)?.maker
    case .dataset: library.catalog.dataset(source.id.text) == nil ? nil : source.id.namespace.map(String.init)
    case .code: nil
    }
  }

  /// Whether the release is its maker's own: listed under its very name, or made by whom the declaration names.
  func isOwnRelease(of maker: String) -> Bool {
    let release = lineage.nodes[Lineage.release].id.text
    if let licensee { return licensee == maker }
    return library.catalog.lists(release) && library.catalog.maker(of: release) == maker
  }
}
