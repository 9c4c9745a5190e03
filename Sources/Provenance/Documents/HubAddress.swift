import Obligations

/// The address of a repository on the Hub: `https://huggingface.co/datasets/acme/talks/tree/main`.
struct HubAddress {
  /// `acme/talks`.
  let id: String
  let kind: ArtefactKind
  /// The branch or commit that the address names.
  let revision: String?

  /// Reads an address; nil for others, and for pages of the Hub that are no repositories of models or datasets.
  init?(_ text: String) {
    var rest = text.prefix { $0 != "?" && $0 != "#" }
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    var parts = rest.split(separator: "/").map(String.init)
    guard let host = parts.first?.lowercased(), Self.hosts.contains(host) else { return nil }
    parts.removeFirst()
    let folder = parts.first ?? ""
    guard !Self.pages.contains(folder) else { return nil }
    self.kind = folder == "datasets" ? .dataset : .model
    if ["datasets", "models"].contains(folder) { parts.removeFirst() }
    guard parts.count >= 2 else {
      // Old datasets have no owner; a model's address of one part is somebody's page.
      guard kind == .dataset, let name = parts.first else { return nil }
      self.id = name
      self.revision = nil
      return
    }
    self.id = "\(parts[0])/\(parts[1])"
    guard ArtefactID.isHubID(id) else { return nil }
    let namesRevision = parts.count >= 4 && ["tree", "blob", "resolve", "commit", "raw"].contains(parts[2])
    self.revision = namesRevision ? parts[3] : nil
  }

  private static let hosts: Set<String> = ["huggingface.co", "www.huggingface.co", "hf.co"]

  private static let pages: Set<String> = [
    "api", "blog", "collections", "docs", "learn", "organizations", "papers", "posts", "settings", "spaces", "tasks",
  ]
}
