import Diagnostics
import FoundationEssentials
import Obligations

/// Why a project could not be read at all.
public enum ProjectError: Error {
  case file(FileError)
  /// The folder has neither a manifest nor a card.
  case nothingToRead(path: String)
  /// The declaration or the card is broken; the diagnostics say where.
  case unreadable([Diagnostic])
}

/// Reads a folder, a manifest or a card into one project.
public struct ProjectReader {
  private let names: KnownNames
  private let kindOfID: (String) -> ArtefactKind?

  /// A reader that recognises the artefacts of `names`; `kindOfID` tells what an id is known to be.
  public init(names: KnownNames, kindOfID: @escaping (String) -> ArtefactKind?) {
    self.names = names
    self.kindOfID = kindOfID
  }

  /// Reads what is at `path`; `name` is the release's id where no file gives it.
  public func read(_ path: String, name: String?) throws(ProjectError) -> Project {
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .file(.missing(path: path))
    }
    if isDirectory { return try read(folder: path, manifest: nil, card: nil, name: name) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    let file = String(parts.last ?? "")
    let isManifest = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    return try read(
      folder: folder.isEmpty ? "/" : folder, manifest: isManifest ? file : nil, card: isManifest ? nil : file,
      name: name)
  }

  private func read(folder path: String, manifest: String?, card: String?, name: String?) throws(ProjectError)
    -> Project
  {
    var folder = ProjectFolder(path: path)
    let entries = folder.entries()
    var diagnostics: [Diagnostic] = []
    var declaration: Manifest?
    let isCardAlone = card != nil
    if !isCardAlone, let file = manifest ?? entries.first(where: { $0 == ManifestReader.fileName }) {
      var reader = ManifestReader()
      if let source = folder.read(file) { declaration = reader.read(source) }
      diagnostics += reader.diagnostics
      let all = folder.diagnostics + diagnostics
      // A declaration that can't be trusted decides nothing.
      if declaration == nil || all.contains(where: { $0.severity == .error }) { throw .unreadable(all) }
    }
    if let declared = declaration?.card, !ProjectFolder.isInside(declared.value) {
      throw .unreadable([
        Diagnostic(
          "document-outside", .error, "card `\(declared.value)` lies outside the project", at: declared.location,
          help: "name a file below the manifest's folder")
      ])
    }
    let cardName = card ?? declaration?.card?.value ?? entries.first { Self.cardNames.contains($0.lowercased()) }
    guard declaration != nil || cardName != nil else { throw .nothingToRead(path: path) }
    let id = ArtefactID(name ?? declaration?.name?.value ?? "")
    var modelCard: ModelCard?
    if let cardName {
      var reader = ModelCardReader(names: names, kindOfID: kindOfID)
      if let source = folder.read(cardName, declaredAt: declaration?.card?.location) {
        modelCard = reader.read(source, release: id)
      }
      diagnostics += reader.diagnostics
      if modelCard == nil { throw .unreadable(folder.diagnostics + diagnostics) }
    }
    let documents = folder.documents(
      declared: (declaration?.documents ?? []) + (declaration?.licenseFiles ?? []), card: modelCard)
    diagnostics = folder.diagnostics + diagnostics
    let kind = kindOfID(id.text) ?? (modelCard?.isDatasetCard == true ? .dataset : .model)
    var builder = LineageBuilder(release: id, kind: kind)
    if let declaration { builder.add(declaration) }
    guard builder.diagnostics.isEmpty else { throw .unreadable(diagnostics + builder.diagnostics) }
    if let modelCard { builder.add(modelCard) }
    return Project(
      release: id, nameLocation: name == nil ? declaration?.name?.location : nil, manifest: declaration,
      card: modelCard, lineage: builder.lineage, documents: documents, diagnostics: diagnostics + builder.diagnostics)
  }

  private static let cardNames: Set<String> = ["readme.md", "model_card.md", "modelcard.md", "readme.markdown"]
}
