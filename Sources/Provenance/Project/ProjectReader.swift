import Diagnostics
import FoundationEssentials
import LicenseTexts
import Obligations

/// Why a project could not be read at all.
public enum ProjectError: Error {
  case file(FileError)
  /// The folder has neither a manifest nor a card; the diagnostics say what was seen and left out.
  case nothingToRead(path: String, [Diagnostic])
  /// The path is a link that leads out of its folder.
  case outside(path: String)
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

  /// Reads a card that lies in no folder.
  public func read(card file: SourceFile, name: String?) throws(ProjectError) -> Project {
    let id = ArtefactID(name ?? "")
    var reader = ModelCardReader(finder: finder)
    guard let card = reader.read(file, release: id) else { throw .unreadable(reader.diagnostics) }
    let kind = (id.text.isEmpty ? nil : finder.kindOfID(id.text)) ?? (card.isDatasetCard ? .dataset : .model)
    var builder = LineageBuilder(release: id, kind: kind, originalOf: originalOf)
    builder.add(card)
    return Project(
      folder: ".", release: id, revision: nil, nameLocation: nil, manifest: nil, card: card, provenance: [],
      documentLicenses: [], lineage: builder.lineage,
      documents: [ProjectDocument(file: file, content: .markdown(card.body))],
      diagnostics: reader.diagnostics + builder.diagnostics, inputs: Inputs(read: [Input(file, .card)]))
  }

  /// The folders at or below a path that hold a declaration or a card of their own, sorted, and what limits left out.
  public func releases(below path: String) -> (folders: [String], diagnostics: [Diagnostic]) {
    let root = ProjectRoot(path: path)
    let names = [ManifestReader.fileName] + CardName.markdown
    var tree = ProjectTree(root, limits: limits) { bytes in
      let name = String(decoding: bytes, as: UTF8.self).lowercased()
      return names.contains(name)
    }
    let findings = tree.walk()
    let cards = FolderCardReader(finder: finder)
    let folders = findings.files.filter { file in
      let name = file.split(separator: "/").last.map(String.init) ?? file
      // The card of the folder itself needs no front matter.
      if name == ManifestReader.fileName || !file.contains("/") { return true }
      guard let source = try? SourceFile.read("\(root.path)/\(file)", shownAs: file) else { return true }
      return cards.read(source) != nil
    }.map { file in
      let folder = file.split(separator: "/").dropLast().joined(separator: "/")
      return folder.isEmpty ? path : path == "." ? folder : path.hasSuffix("/") ? path + folder : "\(path)/\(folder)"
    }
    return (Set(folders).sorted(), findings.diagnostics.map { $0.placed(in: root.path) })
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
    case document(ProvenanceDocument, Input)

    /// The file that is no document of the folder because it is, or would be, the declaration.
    var manifest: String { if case .manifest(let file) = self { file } else { ManifestReader.fileName } }

    var document: ProvenanceDocument? { if case .document(let document, _) = self { document } else { nil } }

    /// Whether what lies beside the file is not looked at.
    var isAlone: Bool {
      switch self {
      case .folder, .undeclared, .manifest: false
      case .card, .document: true
      }
    }
  }

  private func entry(_ file: String, in folder: String) throws(ProjectError) -> Entry {
    let isYAML = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    if file != ManifestReader.fileName {
      guard ProjectRoot(path: folder).encloses(pathBelow: file) else { throw .outside(path: Self.join(folder, file)) }
      switch try reading(of: file, in: folder) {
      case (.document(let document), let input): return .document(document, input(document.type))
      case (.unreadable(let diagnostics), _): throw .unreadable(diagnostics)
      case (.nothing, _): break
      }
    }
    if isYAML { return .manifest(file) }
    // What is written for machines and is no document of ours is no card either.
    let isMachines = Self.machineEndings.contains { file.lowercased().hasSuffix($0) }
    if isMachines { throw .nothingToRead(path: Self.join(folder, file), []) }
    return .card(file)
  }

  private static func join(_ folder: String, _ file: String) -> String { folder == "." ? file : "\(folder)/\(file)" }

  private static let machineEndings = [".json", ".jsonld", ".xml", ".gguf", ".safetensors", ".py"]

  private func reading(
    of file: String, in folder: String
  ) throws(ProjectError) -> (reading: DocumentReading, input: (DocumentType) -> Input) {
    do {
      return try DocumentReaders(finder: finder).read(file, below: folder)
    } catch {
      throw .file(error)
    }
  }

  /// Declaration first, then the card that it names, then everything else: each step reads by what the last one found.
  private func read(folder path: String, _ entry: Entry, name: String?) throws(ProjectError) -> Project {
    let root = ProjectRoot(path: path)
    var folder = ProjectFolder(root)
    let entries = folder.entries()
    let declaration = try declaration(entry, among: entries, in: &folder)
    let manifest = declaration?.manifest
    let cardName = try cardName(entry, manifest, among: entries, in: folder)
    var found = found(
      entry, below: root, except: [entry.manifest, cardName].compactMap { $0 },
      besideCardOf: ArtefactID(name ?? manifest?.name?.value ?? root.repository?.id ?? ""))
    let bystanders = entry.isAlone ? [] : Bystanders(entries, manifest: entry.manifest, card: cardName).warnings
    guard manifest != nil || cardName != nil || !found.documents.isEmpty else {
      throw .nothingToRead(path: path, folder.diagnostics + found.diagnostics + bystanders)
    }
    // Documents without declaration and card say themselves what they are about.
    let main = manifest == nil && cardName == nil ? Self.main(of: found.documents) : nil
    let id = ArtefactID(name ?? manifest?.name?.value ?? root.repository?.id ?? main?.subject?.value ?? "")
    let card = try cardName.map { file throws(ProjectError) in
      try self.card(file, namedAt: manifest?.card?.location, of: id, in: &folder)
    }
    let documents = folder.documents(
      declared: (manifest?.documents ?? []) + (manifest?.licenseFiles ?? []), card: card)
    if !entry.isAlone {
      folder.report(
        bystanders
          + OtherReleases(found.paths, hasOwn: manifest != nil || card != nil, documents: found.documents).warnings)
    }
    let kind =
      (manifest?.kind == .dataset ? .dataset : nil) ?? (entry.document ?? main)?.subjectKind
      ?? (id.text.isEmpty ? nil : finder.kindOfID(id.text)) ?? root.repository?.kind
      ?? (card?.isDatasetCard == true ? .dataset : .model)
    var builder = LineageBuilder(release: id, kind: kind, originalOf: originalOf)
    if let manifest { builder.add(manifest) }
    guard builder.diagnostics.isEmpty else { throw .unreadable(folder.diagnostics + builder.diagnostics) }
    if let card { builder.add(card) }
    found.add(to: &builder)
    let diagnostics =
      folder.diagnostics + found.diagnostics + found.documents.flatMap(\.diagnostics) + builder.diagnostics
    return Project(
      folder: root.path, release: id, revision: root.repository?.revision,
      nameLocation: name == nil ? (manifest?.name ?? main?.subject)?.location : nil,
      manifest: manifest, card: card, provenance: found.documents, documentLicenses: builder.releaseLicenses,
      lineage: builder.lineage, documents: documents,
      diagnostics: diagnostics.map { $0.placed(in: root.path) },
      inputs: found.inputs(declaration?.file, card, documents, folder.omissions),
      stance: manifest?.stance?.value, settings: manifest?.settings ?? Settings())
  }

  // MARK: Declaration

  /// The declaration with which reading begins, with its file; nil where there is none.
  private func declaration(
    _ entry: Entry, among entries: [String], in folder: inout ProjectFolder
  ) throws(ProjectError) -> (file: SourceFile, manifest: Manifest)? {
    let name: String? =
      switch entry {
      case .folder: entries.first { $0 == ManifestReader.fileName }
      case .manifest(let file): file
      case .undeclared, .card, .document: nil
      }
    guard let name else { return nil }
    var reader = ManifestReader(words: words, finder: finder)
    let file = folder.read(name)
    let manifest = file.flatMap { reader.read($0) }
    folder.report(reader.diagnostics)
    // A declaration that can't be trusted decides nothing.
    guard let file, let manifest, !folder.diagnostics.contains(where: { $0.severity == .error }) else {
      throw .unreadable(folder.diagnostics)
    }
    return (file, manifest)
  }

  // MARK: Card

  /// The file that is the release's card; nil where there is none.
  private func cardName(
    _ entry: Entry, _ manifest: Manifest?, among entries: [String], in folder: ProjectFolder
  ) throws(ProjectError) -> String? {
    switch entry {
    case .card(let file): return file
    case .document: return nil
    case .folder, .undeclared, .manifest: break
    }
    guard let declared = manifest?.card else { return CardName.ranked(entries).first { !folder.holdsFolder($0) } }
    guard ProjectFolder.isInside(declared.value) else {
      throw .unreadable([
        Diagnostic(
          .documentOutside, "card `\(declared.value)` lies outside the project", at: declared.location,
          help: "name a file below the manifest's folder")
      ])
    }
    return declared.value
  }

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
    /// The paths of all files that were looked at.
    var paths: [String] = []
    var inputs: [Input] = []
    var omissions = Omissions()

    /// All that was read and left out of the project.
    func inputs(
      _ manifest: SourceFile?, _ card: ModelCard?, _ texts: [ProjectDocument], _ others: Omissions
    ) -> Inputs {
      var read = [manifest.map { Input($0, .manifest) }, card.map { Input($0.file, .card) }].compactMap { $0 }
      read += texts.filter { $0.file !== card?.file }.map { Input($0.file, .text($0.role)) }
      let known = Set(read.map(\.path))
      var omissions = omissions
      omissions.add(others)
      return Inputs(
        read: read + inputs.filter { !known.contains($0.path) },
        omissions: omissions.without(known.union(inputs.map(\.path))).all)
    }

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

  private func found(
    _ entry: Entry, below root: ProjectRoot, except read: [String], besideCardOf release: ArtefactID
  ) -> Found {
    switch entry {
    case .folder, .undeclared, .manifest: documents(below: root, except: read, besideCardOf: release)
    case .card: Found(documents: [])
    case .document(let document, let input): Found(documents: [document], inputs: [input])
    }
  }

  /// The documents of a folder that tell of provenance, those about downloaded repositories last.
  private func documents(below root: ProjectRoot, except read: [String], besideCardOf release: ArtefactID) -> Found {
    let readers = DocumentReaders(finder: finder, besideCardOf: release)
    var tree = ProjectTree(root, limits: limits, where: readers.mayRead)
    let findings = tree.walk()
    var reading = TreeReading(root, readers: readers, limits: limits)
    reading.read(findings.files.filter { !read.contains($0) })
    var omissions = findings.omissions
    omissions.add(reading.allOmissions)
    let downloads = HubFolders(findings.repositories, documents: reading.documents)
    return Found(
      documents: reading.documents.map(downloads.resolved) + downloads.documents, downloads: downloads,
      diagnostics: findings.diagnostics + reading.diagnostics, paths: findings.files, inputs: reading.inputs,
      omissions: omissions)
  }
}
