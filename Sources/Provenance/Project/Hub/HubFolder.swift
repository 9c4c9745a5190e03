import Diagnostics
import Obligations

/// A repository of the Hub that its client put onto this disk.
///
/// Either a snapshot in a cache, `models--acme--x/snapshots/<commit>/`, which says what it is, or a folder that was
/// downloaded with `--local-dir`, which holds `.cache/huggingface/download/`.
struct HubFolder {
  /// The folder that holds the repository's files, below the project; empty for the project itself.
  private(set) var path: String
  /// The repository's id; nil for a `--local-dir` folder, which does not say it.
  let id: String?
  /// What the repository is; nil where the folder does not say.
  let kind: ArtefactKind?
  /// The commit that was downloaded.
  let revision: Fact<String>?
  /// Where it can be seen that the folder was downloaded.
  let location: SourceLocation

  /// The same where its files are those of the project itself.
  var asProject: HubFolder {
    var folder = self
    folder.path = ""
    return folder
  }

  /// Whether a path below the project leads into the folder.
  func holds(_ file: String) -> Bool { path.isEmpty || file.hasPrefix(path + "/") }
}

extension HubFolder {
  /// Most metadata files of one download that are read.
  private static let mostMetadata = 1_000

  /// The snapshot of a cached repository: the one that `main` names, else another branch's, else the first.
  ///
  /// `folder` is open at `path`, the repository's folder in the cache.
  init?(cached name: HubCacheName, at path: String, in folder: borrowing OpenFolder) {
    guard let snapshots = OpenFolder("snapshots", in: folder) else { return nil }
    let commits = snapshots.names(.folder)
    guard let first = commits.first else { return nil }
    var found: (commit: String, at: SourceLocation)?
    if let refs = OpenFolder("refs", in: folder) {
      for ref in ["main"] + refs.names(.file) where found == nil {
        guard let bytes = refs.contents(of: ref, limit: 1 << 10) else { continue }
        let commit = String(decoding: bytes, as: UTF8.self).trimmed
        guard commits.contains(commit) else { continue }
        let file = SourceFile(path: Self.join(path, "refs/\(ref)"), bytes: bytes)
        found = (commit, SourceLocation(file, SourceRange(0, min(commit.utf8.count, bytes.count))))
      }
    }
    let commit = found?.commit ?? first
    let snapshot = Self.join(path, "snapshots/\(commit)")
    self.path = snapshot
    self.id = name.id
    self.kind = name.kind
    let location = found?.at ?? SourceLocation(SourceFile(path: snapshot, bytes: []), SourceRange(0, 0))
    self.location = location
    self.revision = HubCacheName.isCommit(commit) ? Fact(commit, at: location) : nil
  }

  /// The snapshot in a cache whose files lie at an absolute path; nil where the path leads through no cache.
  init?(snapshot realPath: String, shownAs path: String) {
    guard let (name, revision) = HubCacheName.named(by: realPath) else { return nil }
    self.path = ""
    self.id = name.id
    self.kind = name.kind
    let location = SourceLocation(SourceFile(path: path, bytes: []), SourceRange(0, 0))
    self.location = location
    self.revision = revision.flatMap { HubCacheName.isCommit($0) ? $0 : nil }.map { Fact($0, at: location) }
  }

  /// The download in the open folder at `path`; nil where its metadata are missing.
  ///
  /// Files may have been fetched at different times; the revision is known where all agree.
  init?(localDirectory path: String, in folder: borrowing OpenFolder) {
    guard let cache = OpenFolder(".cache", in: folder), let hub = OpenFolder("huggingface", in: cache),
      let download = OpenFolder("download", in: hub)
    else { return nil }
    var facts: [Fact<String>] = []
    let metadata = download.names(.file).filter { $0.hasSuffix(".metadata") }
    for name in metadata.prefix(Self.mostMetadata) {
      // Three lines: the commit, the file's hash, the time.
      guard let bytes = download.contents(of: name, limit: 1 << 10) else { continue }
      let commit = String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
      guard HubCacheName.isCommit(commit) else { continue }
      let file = SourceFile(path: Self.join(path, ".cache/huggingface/download/\(name)"), bytes: bytes)
      facts.append(Fact(commit, at: SourceLocation(file, SourceRange(0, commit.utf8.count))))
    }
    guard let first = facts.first else { return nil }
    self.path = path
    self.id = nil
    self.kind = nil
    self.location = first.location
    // Where not all were looked at, nobody knows whether they agree.
    let areAllRead = metadata.count <= Self.mostMetadata
    self.revision = areAllRead && facts.allSatisfy { $0.value == first.value } ? first : nil
  }

  private static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }
}
