import Diagnostics
import FoundationEssentials
import MarkupText

/// Finds and reads the files of a project, within limits.
struct ProjectFolder {
  private(set) var diagnostics: [Diagnostic] = []
  /// The folder on disk.
  let path: String

  /// Most documents that are read.
  static let mostDocuments = 200
  /// Deepest nesting of folders named under `documents:`.
  static let deepestFolder = 8

  init(path: String) {
    self.path = path
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
    do {
      return try SourceFile.read("\(path)/\(name)", shownAs: name)
    } catch {
      diagnostics.append(Diagnostic(.fileUnreadable, error.summary, at: location))
      return nil
    }
  }

  /// The documents that a manifest names, or those at the top whose names say what they are.
  mutating func documents(declared: [Fact<String>], card: ModelCard?) -> [ProjectDocument] {
    var documents: [ProjectDocument] = []
    var seen: Set<String> = []
    if let card {
      documents.append(ProjectDocument(file: card.file, content: .markdown(card.body)))
      seen.insert(card.file.path)
    }
    var names: [(name: String, location: SourceLocation?)] = entries().filter(Self.isWellKnown).map { ($0, nil) }
    for fact in declared { names += files(at: fact) }
    for (name, location) in names where seen.insert(name).inserted {
      guard documents.count < Self.mostDocuments else {
        diagnostics.append(
          Diagnostic(
            .documentsLimit, "only the first \(Self.mostDocuments) documents are read", at: location,
            help: "name fewer under `documents:`"))
        break
      }
      guard let file = read(name, declaredAt: location) else { continue }
      documents.append(ProjectDocument(file: file, content: Self.content(of: file)))
    }
    return documents
  }

  /// The files that an entry of `documents:` stands for: itself, or the texts below a folder.
  private mutating func files(at fact: Fact<String>) -> [(name: String, location: SourceLocation?)] {
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
    return isDirectory
      ? texts(below: name, depth: 1, declaredAt: fact.location).map { ($0, fact.location) } : [(name, fact.location)]
  }

  private mutating func texts(below folder: String, depth: Int, declaredAt location: SourceLocation) -> [String] {
    guard depth <= Self.deepestFolder else { return [] }
    var found: [String] = []
    for entry in entries(of: folder, declaredAt: location) {
      let name = "\(folder)/\(entry)"
      var isDirectory = false
      guard FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory) else { continue }
      if isDirectory {
        found += texts(below: name, depth: depth + 1, declaredAt: location)
      } else if [".md", ".txt", ".html", ".htm"].contains(where: { entry.lowercased().hasSuffix($0) })
        || !entry.contains(".")
      {
        found.append(name)
      }
    }
    return found
  }

  private static func isWellKnown(_ name: String) -> Bool {
    DocumentRole(path: name).isWellKnown
      && ![".yaml", ".yml", ".json", ".png", ".svg"].contains { name.lowercased().hasSuffix($0) }
  }

  private static func content(of file: SourceFile) -> ProjectDocument.Content {
    let name = file.path.lowercased()
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return .markdown(Markdown(reading: file)) }
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return .html(HTMLText(reading: file)) }
    return .plain
  }
}
