import Diagnostics

/// Finds the files of a project that may tell of provenance, by their names, and the repositories that lie in it.
///
/// Nothing is opened but folders and files of ignore rules, and no file is asked for its status: what folders say of
/// their entries is enough.
struct ProjectTree {
  /// What a walk found.
  struct Findings {
    /// Paths below the project of the files to read, sorted.
    var files: [String] = []
    /// Downloaded repositories in the project, sorted by path.
    var repositories: [HubFolder] = []
    var diagnostics: [Diagnostic] = []
  }

  private let root: ProjectRoot
  private let limits: ProjectLimits
  private let isWanted: (UnsafeBufferPointer<UInt8>) -> Bool

  private var findings = Findings()
  private var links: [String] = []
  private var filesSeen = 0
  private var unseen = LeftOut()
  private var tooDeep = LeftOut()
  private var unreadable = LeftOut()
  private var unnameable = LeftOut()
  private var longRules = LeftOut()

  /// A walk below `root` for the files that `isWanted` by the bytes of their names.
  init(
    _ root: ProjectRoot, limits: ProjectLimits = ProjectLimits(),
    where isWanted: @escaping (UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    self.root = root
    self.limits = limits
    self.isWanted = isWanted
  }

  /// Walks once through the project.
  mutating func walk() -> Findings {
    if let folder = OpenFolder(path: root.path) { walk(folder, at: Place(path: [], depth: 0), IgnoreRules()) }
    findings.files.sort()
    followLinks()
    findings.repositories.sort { $0.path < $1.path }
    findings.diagnostics += [
      unseen.warning(
        .filesLimit,
        "the project has more than \(limits.files) files and folders; what these folders hold besides is not searched",
        help: "name what does not belong to the release in a .pedigreeignore"),
      tooDeep.warning(.depthLimit, "folders more than \(limits.depth) deep are not searched"),
      unreadable.warning(.folderUnreadable, "folders that cannot be listed are not searched"),
      unnameable.warning(
        .nameEncoding, "names that are not UTF-8 are left out", help: "rename what belongs to the release"),
      longRules.warning(
        .ignoreLimit, "of ignore files only the first \(IgnoreRules.longestFile >> 10) KiB are read"),
    ].compactMap { $0 }
    return findings
  }

  /// Where a folder lies in the project.
  private struct Place {
    /// Its path with a slash behind it; empty for the project itself.
    let path: [UInt8]
    let depth: Int

    /// The path of an entry.
    func path(of name: String) -> [UInt8] { path + Array(name.utf8) }

    func folder(_ name: String) -> Place { Place(path: path(of: name) + [slash], depth: depth + 1) }

    var text: String { String(decoding: path.dropLast(), as: UTF8.self) }
  }

  /// What a folder holds that matters.
  private struct Contents {
    var files: [String] = []
    var folders: [String] = []
    var links: [String] = []
    var hasRules = false
    var hasCache = false
  }

  private mutating func walk(_ folder: borrowing OpenFolder, at place: Place, _ above: IgnoreRules) {
    guard filesSeen < limits.files else { return unseen.add(place.text) }
    let contents = list(folder, at: place)
    if contents.hasCache, place.depth > 0, let download = HubFolder(localDirectory: place.text, in: folder) {
      findings.repositories.append(download)
    }
    let rules = contents.hasRules ? rules(in: folder, at: place, above) : above
    func isIgnored(_ name: String, isFolder: Bool) -> Bool {
      !rules.isEmpty && rules.ignore(place.path(of: name), name: place.path.count, isFolder: isFolder)
    }
    for name in contents.files where !isIgnored(name, isFolder: false) {
      findings.files.append(String(decoding: place.path(of: name), as: UTF8.self))
    }
    for name in contents.links where !isIgnored(name, isFolder: false) {
      links.append(String(decoding: place.path(of: name), as: UTF8.self))
    }
    for name in contents.folders where !isIgnored(name, isFolder: true) {
      enter(name, in: folder, at: place, rules)
    }
  }

  /// Lists a folder; what it returns is sorted.
  private mutating func list(_ folder: borrowing OpenFolder, at place: Place) -> Contents {
    var contents = Contents()
    folder.entries { bytes, kind in
      switch kind {
      case .other: return true
      case .folder:
        guard !Self.isLeftOut(bytes) else { return true }
        guard see(at: place) else { return false }
      case .file, .link:
        guard see(at: place) else { return false }
        if bytes.first == UInt8(ascii: "."), IgnoreRules.fileNames.contains(where: { bytes.elementsEqual($0.utf8) }) {
          contents.hasRules = true
        }
        guard isWanted(bytes) else { return true }
      }
      guard let name = String(name: bytes) else {
        unnameable.add(String(decoding: place.path + bytes, as: UTF8.self))
        return true
      }
      switch kind {
      case .folder: contents.folders.append(name)
      case .file: contents.files.append(name)
      case .link: contents.links.append(name)
      case .other: break
      }
      return true
    }
    contents.folders.sort()
    contents.files.sort()
    contents.links.sort()
    contents.hasCache = contents.folders.contains(".cache")
    return contents
  }

  /// Counts an entry; false where the limit is reached.
  private mutating func see(at place: Place) -> Bool {
    guard filesSeen < limits.files else {
      unseen.add(place.text.isEmpty ? "." : place.text)
      return false
    }
    filesSeen += 1
    return true
  }

  /// The rules for what a folder holds.
  private mutating func rules(in folder: borrowing OpenFolder, at place: Place, _ above: IgnoreRules) -> IgnoreRules {
    let files = IgnoreRules.fileNames.compactMap { name in
      let bytes = folder.contents(of: name, limit: IgnoreRules.longestFile + 1)
      if let bytes, bytes.count > IgnoreRules.longestFile {
        longRules.add(String(decoding: place.path(of: name), as: UTF8.self))
      }
      return bytes?.prefix(IgnoreRules.longestFile)
    }
    return above.adding(files.map(Array.init), base: place.path.count)
  }

  /// Folders of version control, and of packages that others wrote.
  private static func isLeftOut(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    foreign.contains { name.elementsEqual($0.utf8) }
  }

  private static let foreign = [
    ".git", ".hg", ".svn", ".bzr", ".jj", "_darcs", "CVS", "node_modules", "site-packages", "__pycache__",
  ]

  private mutating func enter(
    _ name: String, in folder: borrowing OpenFolder, at place: Place, _ rules: IgnoreRules
  ) {
    let inner = place.folder(name)
    guard inner.depth <= limits.depth else { return tooDeep.add(inner.text) }
    guard let opened = OpenFolder(name, in: folder) else { return unreadable.add(inner.text) }
    guard let cached = HubCacheName(name), let snapshot = HubFolder(cached: cached, at: inner.text, in: opened) else {
      return walk(opened, at: inner, rules)
    }
    // The rest of a cached repository are blobs, to which the snapshot links, and older snapshots.
    findings.repositories.append(snapshot)
    guard let files = OpenFolder(String(snapshot.path.dropFirst(inner.path.count)), in: opened) else { return }
    walk(files, at: Place(path: Array(snapshot.path.utf8) + [slash], depth: inner.depth + 2), rules)
  }

  /// Adds the files to which links lead, each once, if they lie in the project.
  private mutating func followLinks() {
    guard !links.isEmpty else { return }
    var outside = LeftOut()
    var seen = Set(findings.files.map { "\(root.realPath)/\($0)" })
    for link in links.sorted() {
      // What leads nowhere, in a circle or to a folder is nothing to read.
      guard let target = RealPath.of("\(root.path)/\(link)"), RealPath.isFile(target) else { continue }
      guard root.encloses(target) else {
        outside.add(link)
        continue
      }
      if seen.insert(target).inserted { findings.files.append(link) }
    }
    findings.files.sort()
    if let warning = outside.warning(
      .linkOutside, "links that lead out of the project are not followed",
      help: "copy what belongs to the release into the project")
    {
      findings.diagnostics.append(warning)
    }
  }
}
