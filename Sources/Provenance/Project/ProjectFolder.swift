import Diagnostics
import FoundationEssentials
import MarkupText

/// Finds and reads the files of a project, within limits.
struct ProjectFolder {
  private(set) var diagnostics: [Diagnostic] = []
  /// The texts that were left out.
  private(set) var omissions = Omissions()
  private let root: ProjectRoot
  /// The folder on disk.
  private var path: String { root.path }

  /// Most documents that are read.
  static let mostDocuments = 200
  /// Deepest nesting of folders named under `documents:`.
  static let deepestFolder = 8

  init(_ root: ProjectRoot) {
    self.root = root
  }

  /// Keeps what readers say of the folder's files.
  mutating func report(_ found: [Diagnostic]) { diagnostics += found }

  /// Names of the entries of the folder, sorted; reports a folder that can't be listed.
  mutating func entries(of folder: String = "", declaredAt location: SourceLocation? = nil) -> [String] {
    if let open = OpenFolder(path: folder.isEmpty ? path : "\(path)/\(folder)") { return open.names() }
    let shown = folder.isEmpty ? path : folder
    diagnostics.append(Diagnostic(.folderUnreadable, "cannot list the folder `\(shown)`", at: location))
    return []
  }

  /// Whether an entry is a folder, or a link to one.
  func holdsFolder(_ name: String) -> Bool { RealPath.kind(of: "\(path)/\(name)") == .folder }

  /// Whether a path written in a manifest stays below the manifest's folder.
  static func isInside(_ name: String) -> Bool { !name.hasPrefix("/") && !name.split(separator: "/").contains("..") }

  /// A path as a manifest may write it, in the form in which documents are named.
  static func plain(_ name: String) -> String {
    var name = name
    while name.hasSuffix("/") { name.removeLast() }
    while name.hasPrefix("./") { name.removeFirst(2) }
    return name
  }

  /// Reads a file by its path below the folder; reports what can't be read.
  mutating func read(_ name: String, declaredAt location: SourceLocation? = nil) -> SourceFile? {
    guard isInside(name, declaredAt: location) else { return nil }
    do {
      return try SourceFile.read("\(path)/\(name)", shownAs: name, in: path)
    } catch {
      diagnostics.append(Diagnostic(.fileUnreadable, error.summary, at: location ?? Self.start(of: name)))
      omissions.add(name, .unreadable)
      return nil
    }
  }

  /// Whether what a path leads to lies in the project; reports links that lead out of it.
  private mutating func isInside(_ name: String, declaredAt location: SourceLocation?) -> Bool {
    guard !root.encloses(pathBelow: name) else { return true }
    diagnostics.append(
      Diagnostic(
        .linkOutside, location == nil ? .warning : .error,
        "`\(name)` is a link that leads out of the project; it is not followed",
        at: location ?? Self.start(of: name), help: "copy what belongs to the release into the project"))
    omissions.add(name, .link)
    return false
  }

  /// Reads a text of the release; nil, with a message, where the file holds something else.
  private mutating func text(_ name: String, declaredAt location: SourceLocation?) -> ProjectDocument? {
    guard let file = read(name, declaredAt: location) else { return nil }
    let document = ProjectDocument(reading: file)
    guard let content = UnreadableContent(file.bytes), !(content == .utf16 && document.isReadInUTF16) else {
      return document
    }
    diagnostics.append(content.warning(at: Self.start(of: name)))
    omissions.add(name, content.reason)
    return nil
  }

  private static func start(of name: String) -> SourceLocation {
    SourceLocation(SourceFile(path: name, bytes: []), SourceRange(0, 0))
  }

  /// The documents that a manifest names, or those at the top whose names say what they are.
  mutating func documents(declared: [Fact<String>], card: ModelCard?) -> [ProjectDocument] {
    var documents: [ProjectDocument] = []
    var seen: Set<String> = []
    if let card {
      documents.append(ProjectDocument(file: card.file, content: .markdown(card.body)))
      seen.insert(card.file.path)
    }
    let listed = declared.flatMap { files(at: $0) }
    // A text that would be read unasked is told of where it is listed.
    let places = Dictionary(listed) { first, _ in first }
    let names = entries().filter(Self.isText).map { ($0, places[$0]) } + listed.map { ($0, $1) }
    for (name, location) in names where seen.insert(name).inserted {
      guard documents.count < Self.mostDocuments else {
        omissions.add(name, .documentsLimit)
        diagnostics.append(
          Diagnostic(
            .documentsLimit, "only the first \(Self.mostDocuments) documents are read",
            at: location ?? Self.start(of: name),
            help: "name fewer under `documents:`"))
        break
      }
      if let document = text(name, declaredAt: location) { documents.append(document) }
    }
    return documents
  }

  /// The files that an entry of `documents:` stands for: itself, or the texts below a folder.
  private mutating func files(at fact: Fact<String>) -> [(String, SourceLocation)] {
    let name = Self.plain(fact.value)
    guard Self.isInside(name) else {
      diagnostics.append(
        Diagnostic(
          .documentOutside, "document `\(fact.value)` lies outside the project", at: fact.location,
          help: "name files below the manifest's folder"))
      return []
    }
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory) else {
      diagnostics.append(
        Diagnostic(
          .documentMissing, "document `\(fact.value)` does not exist", at: fact.location,
          help: "add the file, or take it off the list"))
      return []
    }
    if isDirectory, !isInside(name, declaredAt: fact.location) { return [] }
    return isDirectory
      ? texts(below: name, depth: 1, declaredAt: fact.location).map { ($0, fact.location) } : [(name, fact.location)]
  }

  private mutating func texts(below folder: String, depth: Int, declaredAt location: SourceLocation) -> [String] {
    guard depth <= Self.deepestFolder else {
      diagnostics.append(
        Diagnostic(
          .depthLimit, "folders more than \(Self.deepestFolder) deep are not read: `\(folder)`", at: location,
          help: "name the folder itself under `documents:`"))
      omissions.add(folder, .depthLimit)
      return []
    }
    var found: [String] = []
    for entry in entries(of: folder, declaredAt: location) {
      let name = "\(folder)/\(entry)"
      var isDirectory = false
      guard FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory) else { continue }
      if isDirectory {
        guard isInside(name, declaredAt: location) else { continue }
        found += texts(below: name, depth: depth + 1, declaredAt: location)
      } else if [".md", ".txt", ".html", ".htm"].contains(where: { entry.lowercased().hasSuffix($0) })
        || !entry.contains(".")
      {
        found.append(name)
      } else {
        omissions.add(name, .unknownType)
      }
    }
    return found
  }

  /// Whether a file at the top is read unasked, as a text of the release.
  static func isText(_ name: String) -> Bool {
    DocumentRole(path: name).isWellKnown
      && ![".yaml", ".yml", ".json", ".png", ".svg", ".dvc"].contains { name.lowercased().hasSuffix($0) }
  }
}
