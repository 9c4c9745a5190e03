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
    /// What was not looked at.
    var omissions = Omissions()
    var diagnostics: [Diagnostic] = []
  }

  private let root: ProjectRoot
  private let limits: ProjectLimits
  private let isWanted: (UnsafeBufferPointer<UInt8>) -> Bool

  private var findings = Findings()
  private var links: [String] = []
  private var otherLinks: [String] = []
  private var filesSeen = 0
  private var longRules = Omissions()
  /// Documents that git's rules leave out, and whether they leave out all that the project's folder holds.
  private var ignored = Omissions()
  private var isAllIgnored = false

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
    findings.diagnostics += warnings
    return findings
  }

  private var warnings: [Diagnostic] {
    let omissions = findings.omissions
    return [
      omissions.warning(
        of: .filesLimit, .filesLimit,
        "the project has more than \(limits.files) files and folders; what these folders hold besides is not searched",
        help: "name what does not belong to the release in a .pedigreeignore"),
      omissions.warning(of: .depthLimit, .depthLimit, "folders more than \(limits.depth) deep are not searched"),
      omissions.warning(of: .unreadable, .folderUnreadable, "folders that cannot be listed are not searched"),
      omissions.warning(
        of: .nameEncoding, .nameEncoding, "names that are not UTF-8 are left out",
        help: "rename what belongs to the release"),
      omissions.warning(of: .special, .fileUnreadable, "pipes, sockets and devices are not read"),
      omissions.warning(
        of: .otherFormat, .documentFormat, "bills of materials in this format are not read",
        help: "add them as JSON"),
      longRules.warning(
        of: .ignored, .ignoreLimit, "of ignore files only the first \(IgnoreRules.longestFile >> 10) KiB are read"),
      ignored.warning(
        of: .ignored, .documentIgnored,
        isAllIgnored
          ? "git's ignore rules leave out every document of the project"
          : "git's ignore rules leave out documents that tell of provenance",
        help: "take them back with `!` in a .pedigreeignore, or name them there if they don't belong to the release"),
    ].compactMap { $0 }
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
    /// Links of other names, which may lead to folders.
    var otherLinks: [String] = []
    /// Files that are of no type that is read: the names that are kept, and how many others there are.
    var others: [String] = []
    var unnamedOthers = 0
    var hasRules = false
    var hasCache = false
  }

  private mutating func walk(_ folder: borrowing OpenFolder, at place: Place, _ above: IgnoreRules) {
    guard filesSeen < limits.files else { return findings.omissions.add(place.text, .filesLimit) }
    let contents = list(folder, at: place)
    if contents.hasCache, place.depth > 0, let download = HubFolder(localDirectory: place.text, in: folder) {
      findings.repositories.append(download)
    }
    let rules = contents.hasRules ? rules(in: folder, at: place, above) : above
    let files = contents.files.filter { !isIgnored($0, isFolder: false, at: place, rules) }
    findings.files += files.map { String(decoding: place.path(of: $0), as: UTF8.self) }
    if place.depth == 0, files.isEmpty, !contents.files.isEmpty, ignored[.ignored] == nil {
      isAllIgnored = true
      for name in contents.files { ignored.add(name, .ignored) }
    }
    for name in contents.links where !isIgnored(name, isFolder: false, at: place, rules) {
      links.append(String(decoding: place.path(of: name), as: UTF8.self))
    }
    otherLinks += contents.otherLinks.map { String(decoding: place.path(of: $0), as: UTF8.self) }
    findings.omissions.add(
      contents.others.map { String(decoding: place.path(of: $0), as: UTF8.self) }, unnamed: contents.unnamedOthers,
      .unknownType)
    for name in contents.folders where !isIgnored(name, isFolder: true, at: place, rules) {
      enter(name, in: folder, at: place, rules)
    }
  }

  private mutating func isIgnored(_ name: String, isFolder: Bool, at place: Place, _ rules: IgnoreRules) -> Bool {
    guard !rules.isEmpty else { return false }
    let path = place.path(of: name)
    let answer = rules.answer(path, name: place.path.count, isFolder: isFolder)
    if case .kept = answer { return false }
    let text = String(decoding: path, as: UTF8.self)
    findings.omissions.add(isFolder ? "\(text)/" : text, .ignored)
    if case .ignoredByGit = answer, !isFolder, CertainDocument.isNamed(name) { ignored.add(text, .ignored) }
    return true
  }

  /// Lists a folder; what it returns is sorted.
  private mutating func list(_ folder: borrowing OpenFolder, at place: Place) -> Contents {
    var contents = Contents()
    folder.entries { bytes, kind in
      switch kind {
      case .other:
        if isWanted(bytes) { findings.omissions.add(Self.text(place.path + bytes), .special) }
        return true
      case .folder:
        guard !Self.isLeftOut(bytes) else {
          findings.omissions.add(Self.text(place.path + bytes) + "/", .foreign)
          return true
        }
        guard see(at: place) else { return false }
      case .file, .link:
        guard see(at: place) else { return false }
        if bytes.first == UInt8(ascii: "."), IgnoreRules.fileNames.contains(where: { bytes.elementsEqual($0.utf8) }) {
          contents.hasRules = true
        }
        guard isWanted(bytes) else {
          leaveOut(bytes, kind, at: place, &contents)
          return true
        }
      }
      guard let name = String(name: bytes) else {
        findings.omissions.add(Self.text(place.path + bytes), .nameEncoding)
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
    contents.otherLinks.sort()
    contents.others.sort()
    contents.hasCache = contents.folders.contains(".cache")
    return contents
  }

  /// Notes a file or link that is not read because of its name.
  private mutating func leaveOut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: OpenFolder.Kind, at place: Place, _ contents: inout Contents
  ) {
    if case .link = kind, let name = String(name: bytes) { return contents.otherLinks.append(name) }
    // These are read, though not as documents that are searched for.
    if IgnoreRules.fileNames.contains(where: { bytes.elementsEqual($0.utf8) }) { return }
    if place.depth == 0, ProjectFolder.isText(Self.text(Array(bytes))) { return }
    if CertainDocument.isInAnotherFormat(bytes) {
      return findings.omissions.add(Self.text(place.path + bytes), .otherFormat)
    }
    // A folder may hold a hundred thousand of them, of which nobody reads the names.
    if findings.omissions.keepsMore(of: .unknownType) {
      contents.others.append(Self.text(Array(bytes)))
    } else {
      contents.unnamedOthers += 1
    }
  }

  private static func text(_ path: [UInt8]) -> String { String(decoding: path, as: UTF8.self) }

  /// Counts an entry; false where the limit is reached.
  private mutating func see(at place: Place) -> Bool {
    guard filesSeen < limits.files else {
      findings.omissions.add(place.text.isEmpty ? "." : place.text, .filesLimit)
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
        longRules.add(String(decoding: place.path(of: name), as: UTF8.self), .ignored)
      }
      return bytes.map {
        IgnoreRules.File(bytes: Array($0.prefix(IgnoreRules.longestFile)), isOurs: name == IgnoreRules.ourFile)
      }
    }
    return above.adding(files, base: place.path.count)
  }

  /// Folders of version control, of packages that others wrote, and of what we write for editors.
  private static func isLeftOut(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    foreign.contains { name.elementsEqual($0.utf8) }
  }

  private static let foreign = [
    ".git", ".hg", ".svn", ".bzr", ".jj", "_darcs", "CVS", "node_modules", "site-packages", "__pycache__",
    ".pedigree",
  ]

  private mutating func enter(
    _ name: String, in folder: borrowing OpenFolder, at place: Place, _ rules: IgnoreRules
  ) {
    let inner = place.folder(name)
    guard inner.depth <= limits.depth else { return findings.omissions.add(inner.text, .depthLimit) }
    guard let opened = OpenFolder(name, in: folder) else { return findings.omissions.add(inner.text, .unreadable) }
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
    guard !links.isEmpty || !otherLinks.isEmpty else { return }
    var outside = Omissions()
    var dead = Omissions()
    var seen = Set(findings.files.map { "\(root.realPath)/\($0)" })
    for link in links.sorted() {
      guard let target = RealPath.of("\(root.path)/\(link)") else {
        dead.add(link, .link)
        continue
      }
      guard root.encloses(target) else {
        outside.add(link, .link)
        continue
      }
      switch RealPath.kind(of: target) {
      case .file: if seen.insert(target).inserted { findings.files.append(link) }
      // What a folder in the project holds is found there.
      case .folder, .link, .other, nil: findings.omissions.add(link, .link)
      }
    }
    for link in otherLinks.sorted() {
      guard let target = RealPath.of("\(root.path)/\(link)"), case .folder = RealPath.kind(of: target),
        !root.encloses(target), target != root.realPath
      else {
        findings.omissions.add(link, .unknownType)
        continue
      }
      outside.add(link, .link)
    }
    findings.files.sort()
    findings.omissions.add(outside)
    findings.omissions.add(dead)
    findings.diagnostics += [
      outside.warning(
        of: .link, .linkOutside, "links that lead out of the project are not followed",
        help: "copy what belongs to the release into the project"),
      dead.warning(of: .link, .linkBroken, "links lead nowhere", help: "fetch what they lead to, or remove them"),
    ].compactMap { $0 }
  }
}
