import Diagnostics
import Obligations
import YAMLSource

/// A model or a dataset that a bill of materials holds.
struct BomArtefact {
  let id: ArtefactID
  let kind: ArtefactKind
  let revision: String?
  /// Where its name stands.
  let location: SourceLocation

  /// An artefact by its address or package URL if one of them names a repository of the Hub, else by its name.
  ///
  /// `kind` is what the document declares it to be; nil leaves that to the addresses, and there is no artefact where
  /// they don't say. `version` counts where no address pins a revision.
  init?(
    name: YAMLNode?, owner: String? = nil, version: YAMLNode? = nil, addresses: [String], kind: ArtefactKind?
  ) {
    // A model's references lead to its datasets, too.
    let packages = addresses.compactMap { PackageURL($0) }.filter { $0.isHub && (kind == nil || $0.kind == kind) }
    let pages = addresses.compactMap { HubAddress(repository: $0) }.filter { kind == nil || $0.kind == kind }
    let pinned = version.flatMap { $0.isNull ? nil : $0.text?.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
    guard let name, let written = name.text?.trimmed else { return nil }
    self.location = name.location
    if let package = packages.first {
      guard let kind = kind ?? package.kind else { return nil }
      self.id = ArtefactID(package.path)
      self.kind = kind
      self.revision = package.version ?? pages.first?.revision ?? pinned
      return
    }
    if let page = pages.first {
      self.id = ArtefactID(page.id)
      self.kind = kind ?? page.kind
      self.revision = page.revision ?? pinned
      return
    }
    guard let kind else { return nil }
    switch SourceName(written) {
    case .artefact(let name, let revision):
      self.revision = revision ?? pinned
      let full = owner.map { "\($0)/\(name)" } ?? name
      self.id = ArtefactID(!name.contains("/") && ArtefactID.isHubID(full) ? full : name)
    case .path(let path):
      // What a bill lists is a thing of that name, unless the name only tells where it lay.
      let isLocal = ["/", ".", "~"].contains { path.hasPrefix($0) } || path.contains("\\")
      guard let name = isLocal ? SourceName.named(by: path) : path else { return nil }
      self.id = ArtefactID(name)
      self.revision = pinned
    case .nothing: return nil
    }
    self.kind = kind
  }

  /// An artefact that only an address names: a reference to something that the document doesn't hold.
  init?(address: YAMLNode) {
    guard let text = address.text else { return nil }
    if let package = PackageURL(text), package.isHub, let kind = package.kind {
      self.id = ArtefactID(package.path)
      self.kind = kind
      self.revision = package.version
    } else if let page = HubAddress(repository: text) {
      self.id = ArtefactID(page.id)
      self.kind = page.kind
      self.revision = page.revision
    } else {
      return nil
    }
    self.location = address.location
  }

  /// The same artefact as another place in the document names it.
  func at(_ location: SourceLocation) -> BomArtefact {
    BomArtefact(id: id, kind: kind, revision: revision, location: location)
  }

  init(id: ArtefactID, kind: ArtefactKind, revision: String?, location: SourceLocation) {
    self.id = id
    self.kind = kind
    self.revision = revision
    self.location = location
  }
}
