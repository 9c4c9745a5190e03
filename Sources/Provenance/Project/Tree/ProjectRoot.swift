import Diagnostics

/// The folder that a project is read from.
struct ProjectRoot {
  /// The folder on disk.
  let path: String
  /// The same without links.
  let realPath: String
  /// The repository that the folder is, where the Hub's client put it there.
  let repository: HubFolder?
  /// Links may lead to what lies below this folder.
  private let boundary: String

  /// Looks at the folder at `path`; a repository's folder in a cache stands for its snapshot.
  init(path: String) {
    let real = RealPath.of(path) ?? path
    guard let folder = OpenFolder(path: path) else {
      self.init(path: path, realPath: real, repository: nil)
      return
    }
    if let last = real.split(separator: "/").last, let name = HubCacheName(last),
      let snapshot = HubFolder(cached: name, at: path, in: folder)
    {
      self.init(
        path: snapshot.path, realPath: RealPath.of(snapshot.path) ?? snapshot.path, repository: snapshot.asProject)
    } else {
      let repository =
        HubFolder(snapshot: real, shownAs: path) ?? HubFolder(localDirectory: "", in: folder)
      self.init(path: path, realPath: real, repository: repository)
    }
  }

  private init(path: String, realPath: String, repository: HubFolder?) {
    self.path = path
    self.realPath = realPath
    self.repository = repository
    // The files of a snapshot are links to the blobs beside it.
    let cache = HubCacheName.folder(in: realPath)
    self.boundary = cache ?? realPath
  }

  /// Whether what a path below the project leads to lies in the project as well; so does what doesn't exist.
  ///
  /// The one rule for links: whatever names a file, nothing is read that lies outside.
  func encloses(pathBelow name: String) -> Bool {
    guard let target = RealPath.of("\(path)/\(name)") else { return true }
    return encloses(target)
  }

  /// Whether a path without links lies in the project.
  func encloses(_ target: String) -> Bool { target.hasPrefix(boundary == "/" ? "/" : boundary + "/") }
}
