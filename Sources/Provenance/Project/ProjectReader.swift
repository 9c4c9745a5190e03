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

    /// The file that is no document of the folder because it is, or would be, the declaration.
    var manifest: String { if case .manifest(let file) = self { file } else { ManifestReader.fileName } }

    var document: ProvenanceDocument? { if case .document(let document) = self { document } else { nil } }
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
    let isMachines = Self.machineEndings.contains { file.lowercased().hasSuffix($0) }
    if isMachines { throw .nothingToRead(path: folder == "." ? file : "\(folder)/\(file)") }
    return .card(file)
  }

  private static let machineEndings = [".json", ".jsonld", ".xml", ".gguf", ".safetensors", ".py"]

  private func reading(of file: String, in folder: String) throws(ProjectError) -> DocumentReading {
    do {
      return try DocumentReaders(finder: finder).read(file, below: folder)
    } catch {
      throw .file(error)
    }
  }

  /// Declaration first, then the card that it names, then everything else: each step reads by what the last one found.
  private func read(folder path: String, _ entry: Entry, name: String?) throws(ProjectError) -> Project {
    let root = ProjectRoot(path: path)
    var folder = ProjectFolder(path: root.path)
    let entries = folder.entries()
    let manifest = try declaration(entry, among: entries, in: &folder)
    let cardName = try cardName(entry, manifest, among: entries)
    var found = found(entry, below: root, except: [entry.manifest, cardName].compactMap { $0 })
    guard manifest != nil || cardName != nil || !found.documents.isEmpty else { throw .nothingToRead(path: path) }
    // Documents without declaration and card say themselves what they are about.
    let main = manifest == nil && cardName == nil ? Self.main(of: found.documents) : nil
    let id = ArtefactID(name ?? manifest?.name?.value ?? root.repository?.id ?? main?.subject?.value ?? "")
    let card = try cardName.map { file throws(ProjectError) in
      try self.card(file, namedAt: manifest?.card?.location, of: id, in: &folder)
    }
    let documents = folder.documents(
      declared: (manifest?.documents ?? []) + (manifest?.licenseFiles ?? []), card: card)
    let kind =
      (manifest?.kind == .dataset ? .dataset : nil) ?? (entry.document ?? main)?.subjectKind
      ?? (id.text.isEmpty ? nil : finder.kindOfID(id.text)) ?? root.repository?.kind
      ?? (card?.isDatasetCard == true ? .dataset : .model)
    var builder = LineageBuilder(release: id, kind: kind, originalOf: originalOf)
    if let manifest { builder.add(manifest) }
    guard builder.diagnostics.isEmpty else { throw .unreadable(folder.diagnostics + builder.diagnostics) }
    if let card { builder.add(card) }
    found.add(to: &builder)
    return Project(
      release: id, revision: root.repository?.revision,
      nameLocation: name == nil ? (manifest?.name ?? main?.subject)?.location : nil,
      manifest: manifest, card: card, provenance: found.documents, documentLicenses: builder.releaseLicenses,
      lineage: builder.lineage, documents: documents,
      diagnostics: folder.diagnostics + found.diagnostics + found.documents.flatMap(\.diagnostics)
        + builder.diagnostics,
      stance: manifest?.stance?.value, settings: manifest?.settings ?? Settings())
  }

  // MARK: Declaration

  /// The declaration with which reading begins; nil where there is none.
  private func declaration(
    _ entry: Entry, among entries: [String], in folder: inout ProjectFolder
  ) throws(ProjectError) -> Manifest? {
    let name: String? =
      switch entry {
      case .folder: entries.first { $0 == ManifestReader.fileName }
      case .manifest(let file): file
      case .undeclared, .card, .document: nil
      }
    guard let name else { return nil }
    var reader = ManifestReader(words: words, finder: finder)
    let manifest = folder.read(name).flatMap { reader.read($0) }
    folder.report(reader.diagnostics)
    // A declaration that can't be trusted decides nothing.
    guard let manifest, !folder.diagnostics.contains(where: { $0.severity == .error }) else {
      throw .unreadable(folder.diagnostics)
    }
    return manifest
  }

  // MARK: Card

  /// The file that is the release's card; nil where there is none.
  private func cardName(
    _ entry: Entry, _ manifest: Manifest?, among entries: [String]
  ) throws(ProjectError) -> String? {
    switch entry {
    case .card(let file): return file
    case .document: return nil
    case .folder, .undeclared, .manifest: break
    }
    guard let declared = manifest?.card else { return entries.first { Self.cardNames.contains($0.lowercased()) } }
    guard ProjectFolder.isInside(declared.value) else {
      throw .unreadable([
        Diagnostic(
          .documentOutside, "card `\(declared.value)` lies outside the project", at: declared.location,
          help: "name a file below the manifest's folder")
      ])
    }
    return declared.value
  }

  private static let cardNames: Set<String> = ["readme.md", "model_card.md", "modelcard.md", "readme.markdown"]

  /// The card of the artefact called `release`.
  private func card(
    _ name: String, namedAt location: SourceLocation?, of release: ArtefactID, in folder: inout ProjectFolder
  ) throws(ProjectError) -> ModelCard {
    var reader = ModelCardReader(finder: finder)
    let card = folder.read(name, declaredAt: location).flatMap { reader.read($0, release: release) }
    folder.report(reader.diagnostics)
    guard let card else { throw .unreadable(folder.diagnostics) }
    return card
  }

  // MARK: Documents

  /// What a project's folder holds besides manifest and card.
  private struct Found {
    var documents: [ProvenanceDocument]
    var downloads = HubFolders()
    var diagnostics: [Diagnostic] = []

    /// Adds what the documents say, as far as they speak about the release.
    mutating func add(to builder: inout LineageBuilder) {
      let scopes = DocumentScopes(
        documents, in: builder.lineage, declaredBases: builder.declaredBases, downloads: downloads)
      for index in documents.indices {
        let scope = scopes.scope(of: documents[index])
        if case .release = scope { documents[index].isAboutRelease = true }
        builder.add(documents[index], scope: scope)
      }
      builder.reportOtherSubjects()
    }
  }

  /// The document that names the only thing that the documents are about; nil where they name several.
  private static func main(of documents: [ProvenanceDocument]) -> ProvenanceDocument? {
    let named = documents.filter { $0.isSubjectSure && $0.subject != nil }
    let ids = Set(named.compactMap { $0.subject.map { ArtefactID($0.value) } })
    return ids.count == 1 ? named.first : nil
  }

  private func found(_ entry: Entry, below root: ProjectRoot, except read: [String]) -> Found {
    switch entry {
    case .folder, .undeclared, .manifest: documents(below: root, except: read)
    case .card: Found(documents: [])
    case .document(let document): Found(documents: [document])
    }
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
}
