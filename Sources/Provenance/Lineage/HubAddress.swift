import Diagnostics
import Obligations

/// The address of a repository on the Hub: `https://huggingface.co/datasets/acme/talks/tree/main`, `hf://acme/base-7b`.
struct HubAddress {
  /// `acme/talks`; a bare name for the oldest repositories, which have no owner.
  let id: String
  let kind: ArtefactKind
  /// The branch or commit that the address names.
  let revision: String?
  /// Whether it shows a single file of the repository: a licence, a picture, a notebook.
  let isFile: Bool

  /// Reads an address; nil for others, and for pages of the Hub that are no repositories of models or datasets.
  init?(_ text: String) {
    guard let path = Self.path(in: text) else { return nil }
    var parts = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
    guard let folder = parts.first, !Self.pages.contains(folder.lowercased()) else { return nil }
    self.kind = folder == "datasets" ? .dataset : .model
    if ["datasets", "models"].contains(folder) { parts.removeFirst() }
    guard let first = parts.first else { return nil }
    // `owner/name@revision`
    var name = parts.count > 1 ? "\(first)/\(parts[1])" : first
    var revision: String?
    if let at = name.firstIndex(of: "@") {
      revision = String(name[name.index(after: at)...])
      name = String(name[..<at])
    }
    guard ArtefactID.isHubID(name) else { return nil }
    let rest = parts.dropFirst(2)
    if let view = rest.first, rest.count > 1, Self.views.contains(view) { revision = rest[rest.startIndex + 1] }
    self.id = name
    self.revision = revision.flatMap { $0.isEmpty ? nil : $0 }
    self.isFile = rest.first.map { !Self.overviews.contains($0) } ?? false
  }

  /// Reads the address of what is plainly a repository: without an owner a model's address is as often somebody's page.
  init?(repository text: String) {
    self.init(text)
    guard kind == .dataset || hasOwner else { return nil }
  }

  /// Whether it names an owner, as all but the oldest repositories do.
  var hasOwner: Bool { id.utf8.contains(UInt8(ascii: "/")) }

  /// What stands behind the Hub's name; nil for other addresses.
  private static func path(in text: String) -> Substring? {
    for scheme in ["hf://", "hf:"] where text.hasPrefix(scheme) { return text.dropFirst(scheme.count) }
    var rest = text[...]
    for scheme in ["https://", "http://"] where rest.prefix(scheme.count).lowercased() == scheme {
      rest = rest.dropFirst(scheme.count)
    }
    let host = rest.prefix { $0 != "/" }
    guard host.endIndex < rest.endIndex, hosts.contains(host.lowercased()) else { return nil }
    return rest[rest.index(after: host.endIndex)...]
  }

  private static let hosts: Set<String> = ["huggingface.co", "www.huggingface.co", "hf.co", "www.hf.co"]
  /// Behind these a revision stands.
  private static let views: Set<String> = ["tree", "blob", "resolve", "commit", "raw"]
  /// Pages that show the whole of a repository.
  private static let overviews: Set<String> = ["tree", "viewer", "commit"]

  private static let pages: Set<String> = [
    "api", "blog", "chat", "collections", "docs", "jobs", "join", "learn", "new", "organizations", "papers", "posts",
    "settings", "spaces", "tasks", "transformers",
  ]
}
