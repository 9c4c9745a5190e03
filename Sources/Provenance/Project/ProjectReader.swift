import Diagnostics
import FoundationEssentials
import LicenseTexts
import Obligations

/// Why a project could not be read at all.
public enum ProjectError: Error {
  case file(FileError)
  /// The folder has neither a manifest nor a card.
  case nothingToRead(path: String)
  /// The declaration or the card is broken; the diagnostics say where.
  case unreadable([Diagnostic])
  /// The wordings by which cards are read don't compile.
  case lexicon(LexiconError)
}

/// Reads a folder, a manifest or a card into one project.
public struct ProjectReader {
  let originalOf: (ArtefactID) -> ArtefactID?
  let finder: MentionFinder
  let words: ClosedWords
  private let limits: ProjectLimits

  /// A reader that recognises the artefacts of `names` by `wordings`; `words` are the names that a manifest may use, `kindOfID` tells
  /// what an id is known to be, and `originalOf` under which id the maker published what another one re-uploads
  /// unchanged.
  public init(
    names: KnownNames, words: ClosedWords, wordings: CardWordings, limits: ProjectLimits = ProjectLimits(),
    originalOf: @escaping (ArtefactID) -> ArtefactID? = { _ in nil }, kindOfID: @escaping (String) -> ArtefactKind?
  ) {
    self.words = words
    self.originalOf = originalOf
    self.finder = MentionFinder(names: names, kindOfID: kindOfID, wordings: wordings)
    self.limits = limits
  }

  /// Reads what is at `path`; `name` is the release's id where no file gives it.
  ///
  /// With `ignoringManifest` a folder is read as if its declaration were not there.
  public func read(_ path: String, name: String?, ignoringManifest: Bool = false) throws(ProjectError) -> Project {
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .file(.missing(path: path))
    }
    if isDirectory { return try read(folder: path, ignoringManifest ? .undeclared : .folder, name: name) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    let file = String(parts.last ?? "")
    return try read(folder: folder.isEmpty ? "/" : folder, try entry(file, in: folder), name: name)
  }

  /// What reading begins with.
  private enum Entry {
    /// Everything that a folder holds.
    case folder
    /// The same without its declaration.
    case undeclared
    /// A declaration, with everything beside it.
    case manifest(String)
    /// A card alone.
    case card(String)
    /// Another document alone: a BOM, a configuration, a file of weights.
    case document(ProvenanceDocument)
  }

  private func entry(_ file: String, in folder: String) throws(ProjectError) -> Entry {
    let isYAML = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    if file != ManifestReader.fileName {
      switch try reading(of: file, in: folder) {
      case .document(let document): return .document(document)
      case .unreadable(let diagnostics): throw .unreadable(diagnostics)
      case .nothing: break
      }
    }
    if isYAML { return .manifest(file) }
    // What is written for machines and is no document of ours is no card either.
    let isMachines = Self.endingsOfMachines.contains { file.lowercased().hasSuffix($0) }
    if isMachines { throw .nothingToRead(path: folder == "." ? file : "\(folder)/\(file)") }
    return .card(file)
  }

  private func reading(of file: String, in folder: String) throws(ProjectError) -> DocumentReading {
    do {
      return try DocumentReaders(finder: finder).read(file, below: folder)
    } catch {
      throw .file(error)
    }
  }

  private func read(folder path: String, _ entry: Entry, name: String?) throws(ProjectError) -> Project {
    var manifest: String?
    var card: String?
    var document: ProvenanceDocument?
    var isDeclared = true
    switch entry {
    case .folder: break
    case .undeclared: isDeclared = false
    case .manifest(let file): manifest = file
    case .card(let file): card = file
    case .document(let alone): document = alone
    }
    let root = ProjectRoot(path: path)
    var folder = ProjectFolder(path: root.path)
    let entries = folder.entries()
    var diagnostics: [Diagnostic] = []
    var declaration: Manifest?
    let isAlone = card != nil || document != nil
    if !isAlone, isDeclared, let file = manifest ?? entries.first(where: { $0 == ManifestReader.fileName }) {
      var reader = ManifestReader(words: words, finder: finder)
      if let source = folder.read(file) { declaration = reader.read(source) }
      diagnostics += reader.diagnostics
      let all = folder.diagnostics + diagnostics
      // A declaration that can't be trusted decides nothing.
      if declaration == nil || all.contains(where: { $0.severity == .error }) { throw .unreadable(all) }
    }
    if let declared = declaration?.card, !ProjectFolder.isInside(declared.value) {
      throw .unreadable([
        Diagnostic(
          .documentOutside, "card `\(declared.value)` lies outside the project", at: declared.location,
          help: "name a file below the manifest's folder")
      ])
    }
    let cardName =
      card ?? declaration?.card?.value
      ?? (isAlone ? nil : entries.first { Self.cardNames.contains($0.lowercased()) })
    var found = Found(documents: [document].compactMap { $0 })
    if !isAlone {
      found = documents(below: root, except: [manifest ?? ManifestReader.fileName, cardName].compactMap { $0 })
    }
    var provenance = found.documents
    guard declaration != nil || cardName != nil || !provenance.isEmpty else { throw .nothingToRead(path: path) }
    // Documents without declaration and card say themselves what they are about.
    let main = declaration == nil && cardName == nil ? Self.main(of: provenance) : nil
    let written = declaration?.name ?? main?.subject
    let id = ArtefactID(name ?? declaration?.name?.value ?? root.repository?.id ?? main?.subject?.value ?? "")
    var modelCard: ModelCard?
    if let cardName {
      var reader = ModelCardReader(finder: finder)
      if let source = folder.read(cardName, declaredAt: declaration?.card?.location) {
        modelCard = reader.read(source, release: id)
      }
      diagnostics += reader.diagnostics
      if modelCard == nil { throw .unreadable(folder.diagnostics + diagnostics) }
    }
    let documents = folder.documents(
      declared: (declaration?.documents ?? []) + (declaration?.licenseFiles ?? []), card: modelCard)
    diagnostics = folder.diagnostics + diagnostics
    let known = id.text.isEmpty ? nil : finder.kindOfID(id.text)
    let declared = declaration?.kind == .dataset ? ArtefactKind.dataset : nil
    let kind =
      declared ?? (document ?? main)?.subjectKind ?? known ?? root.repository?.kind
      ?? (modelCard?.isDatasetCard == true ? .dataset : .model)
    var builder = LineageBuilder(release: id, kind: kind, originalOf: originalOf)
    if let declaration { builder.add(declaration) }
    guard builder.diagnostics.isEmpty else { throw .unreadable(diagnostics + builder.diagnostics) }
    if let modelCard { builder.add(modelCard) }
    let scopes = DocumentScopes(
      provenance, in: builder.lineage, declaredBases: builder.declaredBases, downloads: found.downloads)
    for index in provenance.indices {
      let scope = scopes.scope(of: provenance[index])
      if case .release = scope { provenance[index].isAboutRelease = true }
      builder.add(provenance[index], scope: scope)
    }
    builder.reportOtherSubjects()
    return Project(
      release: id, revision: root.repository?.revision, nameLocation: name == nil ? written?.location : nil,
      manifest: declaration, card: modelCard, provenance: provenance, documentLicenses: builder.releaseLicenses,
      lineage: builder.lineage, documents: documents,
      diagnostics: diagnostics + found.diagnostics + provenance.flatMap(\.diagnostics) + builder.diagnostics,
      stance: declaration?.stance?.value, settings: declaration?.settings ?? Settings())
  }

  /// What a project's folder holds besides manifest and card.
  private struct Found {
    var documents: [ProvenanceDocument]
    var downloads = HubFolders()
    var diagnostics: [Diagnostic] = []
  }

  /// The document that names the only thing that the documents are about; nil where they name several.
  private static func main(of documents: [ProvenanceDocument]) -> ProvenanceDocument? {
    let named = documents.filter { $0.isSubjectSure && $0.subject != nil }
    let ids = Set(named.compactMap { $0.subject.map { ArtefactID($0.value) } })
    return ids.count == 1 ? named.first : nil
  }

  /// The documents of a folder that tell of provenance, those about downloaded repositories last.
  private func documents(below root: ProjectRoot, except read: [String]) -> Found {
    let readers = DocumentReaders(finder: finder)
    var tree = ProjectTree(root, limits: limits, where: readers.mayRead)
    let findings = tree.walk()
    var reading = TreeReading(root, readers: readers, limits: limits)
    reading.read(findings.files.filter { !read.contains($0) })
    let downloads = HubFolders(findings.repositories, documents: reading.documents)
    return Found(
      documents: reading.documents.map(downloads.resolved) + downloads.documents, downloads: downloads,
      diagnostics: findings.diagnostics + reading.diagnostics)
  }

  private static let endingsOfMachines = [".json", ".jsonld", ".xml", ".gguf", ".safetensors", ".py"]
  private static let cardNames: Set<String> = ["readme.md", "model_card.md", "modelcard.md", "readme.markdown"]
}
