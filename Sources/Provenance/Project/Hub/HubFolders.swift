import Diagnostics
import Obligations

/// The downloaded repositories in a project: other artefacts than the release, about which their own files speak.
struct HubFolders {
  /// An artefact whose repository lies in the project.
  struct Owner {
    let id: ArtefactID
    let kind: ArtefactKind
    let folder: HubFolder
  }

  /// Those with the longest paths first, since one may lie in another.
  private let owners: [Owner]

  init() {
    self.owners = []
  }

  /// Tells what the folders hold; a `--local-dir` folder is a dataset where its card is a dataset's.
  init(_ folders: [HubFolder], documents: [ProvenanceDocument]) {
    self.owners = folders.sorted { ($1.path.utf8.count, $0.path) < ($0.path.utf8.count, $1.path) }.map { folder in
      let name = folder.id ?? folder.path.split(separator: "/").last.map(String.init) ?? folder.path
      let isDataset = documents.contains { $0.type == .datasetCard && folder.holds($0.file.path) }
      return Owner(id: ArtefactID(name), kind: folder.kind ?? (isDataset ? .dataset : .model), folder: folder)
    }
  }

  /// The artefact in whose repository a file lies; nil for files of the release.
  func owner(of path: String) -> Owner? {
    owners.first { $0.folder.holds(path) }
  }

  /// One document for each repository: that it is there, and which revision. How it was used, it does not say.
  var documents: [ProvenanceDocument] {
    owners.sorted { $0.folder.path < $1.folder.path }.map { owner in
      var document = ProvenanceDocument(owner.folder.location.file, .hubFolder)
      document.subject = Fact(owner.id.text, at: owner.folder.location)
      document.subjectKind = owner.kind
      document.sources = [
        SourceStatement(
          id: owner.id, kind: owner.kind, relation: owner.kind == .dataset ? .trainedOn : .finetune,
          certainty: .mentioned, location: owner.folder.location, basis: .folder,
          revision: owner.folder.revision?.value)
      ]
      return document
    }
  }

  /// A document in which paths that lead to repositories name their artefacts.
  func resolved(_ document: ProvenanceDocument) -> ProvenanceDocument {
    guard !owners.isEmpty else { return document }
    var document = document
    // Mistakes in what was downloaded are not the project's.
    if owner(of: document.file.path) != nil { document.diagnostics = document.diagnostics.map(\.asWarning) }
    document.sources = document.sources.map { source in
      // transformers takes `models/base` for a folder where there is one.
      guard let owner = owner(at: source.id.text, from: document.file.path) else { return source }
      return Self.statement(source, about: owner)
    }
    for source in document.localSources {
      guard let owner = owner(at: source.id.text, from: document.file.path) else { continue }
      // What the path was taken for by its last folder's name.
      document.sources.removeAll { $0.location == source.location && $0.certainty == .hinted }
      document.sources.append(Self.statement(source, about: owner))
    }
    return document
  }

  private static func statement(_ source: SourceStatement, about owner: Owner) -> SourceStatement {
    var source = source
    source.id = owner.id
    source.kind = owner.kind
    source.revision = owner.folder.revision?.value ?? source.revision
    return source
  }

  /// The artefact whose folder a path names, as written in a file: seen from the project, or from the file's folder.
  private func owner(at path: String, from file: String) -> Owner? {
    let folder = file.split(separator: "/").dropLast().map(String.init)
    for base in [[], folder] {
      let named = Self.plain(path, from: base)
      if let owner = owners.first(where: { $0.folder.path == named }) { return owner }
    }
    return nil
  }

  /// A relative path without dots; nil for absolute paths and those that lead out of the project.
  private static func plain(_ path: String, from base: [String]) -> String? {
    guard !path.hasPrefix("/"), !path.hasPrefix("~"), !path.contains("://") else { return nil }
    var parts = base
    for part in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
