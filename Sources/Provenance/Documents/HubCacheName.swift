import Diagnostics
import Obligations

/// The name of a folder in the cache of the Hub's client: `models--acme--helper-7b`, `datasets--acme--talks`.
///
/// Ids hold no `--` themselves (huggingface_hub, `repo_folder_name`).
struct HubCacheName {
  let id: String
  let kind: ArtefactKind

  init?(_ folder: some StringProtocol) {
    let kinds: [(String, ArtefactKind)] = [("models--", .model), ("datasets--", .dataset)]
    guard let (prefix, kind) = kinds.first(where: { folder.hasPrefix($0.0) }) else { return nil }
    let id = folder.dropFirst(prefix.count).split(separator: "--", omittingEmptySubsequences: false)
      .joined(separator: "/")
    guard ArtefactID.isHubID(id) else { return nil }
    self.id = id
    self.kind = kind
  }

  /// What a path through such a folder names: `…/models--acme--x/snapshots/<commit>/…`; nil for other paths.
  static func named(by path: String) -> (name: HubCacheName, revision: String?)? {
    guard path.contains("--") else { return nil }
    let parts = path.split { $0 == "/" || $0 == "\\" }
    guard let index = parts.lastIndex(where: { HubCacheName($0) != nil }), let name = HubCacheName(parts[index]) else {
      return nil
    }
    let isSnapshot = index + 2 < parts.count && parts[index + 1] == "snapshots"
    return (name, isSnapshot ? String(parts[index + 2]) : nil)
  }

  /// The part of an absolute path that ends with such a folder.
  static func folder(in path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.lastIndex { HubCacheName($0) != nil }.map { "/" + parts[...$0].joined(separator: "/") }
  }

  /// Whether a text is a commit as the Hub writes it: 40 hexadecimal digits.
  static func isCommit(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 40 && text.utf8.allSatisfy { $0.isHexDigit }
  }
}
