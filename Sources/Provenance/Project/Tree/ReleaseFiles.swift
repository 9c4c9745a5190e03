import Diagnostics

/// The files of a release by their digests, in the manner of model signing: everything below a folder but what belongs
/// to git and what signs it.
public struct ReleaseFiles {
  /// Path below the folder with forward slashes, and SHA-256 digest, sorted by path.
  public let files: [(name: String, sha256: String)]

  /// Why the files of a folder can't be listed in full.
  public enum Failure: Error {
    case noFolder(path: String)
    /// A limit of `ProjectLimits` is passed, or a name is no UTF-8; a list with gaps would say that all is signed.
    case incomplete(reason: String)
    case file(FileError)
  }

  /// Reads every file below the folder at `path`, except those that lie at the paths `except`.
  ///
  /// Links to files count as the files that they lead to, as in the caches of the Hub; folders behind links are not
  /// entered.
  public init(below path: String, except: [String] = [], limits: ProjectLimits = ProjectLimits()) throws(Failure) {
    guard let root = OpenFolder(path: path) else { throw .noFolder(path: path) }
    var names: [String] = []
    try Self.list(root, below: "", depth: 0, limits, into: &names)
    let left = Set(except.compactMap { RealPath.of($0) })
    var files: [(name: String, sha256: String)] = []
    for name in names.sorted() {
      let file = "\(path)/\(name)"
      if let real = RealPath.of(file), left.contains(real) { continue }
      do throws(FileError) {
        files.append((name, try SHA256(of: OpenFile(file, shownAs: name)).description))
      } catch {
        // A link to a folder.
        if case .isDirectory = error { continue }
        throw .file(error)
      }
    }
    self.files = files
  }

  private static let ignored: Set<String> = [".git", ".gitattributes", ".github", ".gitignore"]
  private static let signatures = [".sig", ".sigstore", ".sigstore.json"]

  private static func list(
    _ folder: borrowing OpenFolder, below prefix: String, depth: Int, _ limits: ProjectLimits,
    into names: inout [String]
  ) throws(Failure) {
    if depth > limits.depth { throw .incomplete(reason: "folders are nested more than \(limits.depth) deep") }
    var folders: [String] = []
    var flaw: String?
    folder.entries { bytes, kind in
      guard let name = String(name: bytes) else {
        flaw = "a name in `\(prefix)` is not UTF-8"
        return false
      }
      if ignored.contains(name) || signatures.contains(where: { name.hasSuffix($0) }) { return true }
      switch kind {
      case .folder: folders.append(name)
      case .file, .link: names.append(prefix + name)
      case .other: break
      }
      if names.count + folders.count > limits.files { flaw = "there are more than \(limits.files) files" }
      return flaw == nil
    }
    if let flaw { throw .incomplete(reason: flaw) }
    for name in folders.sorted() {
      guard let inner = OpenFolder(name, in: folder) else {
        throw .incomplete(reason: "`\(prefix)\(name)` can't be opened")
      }
      try list(inner, below: "\(prefix)\(name)/", depth: depth + 1, limits, into: &names)
    }
  }
}
