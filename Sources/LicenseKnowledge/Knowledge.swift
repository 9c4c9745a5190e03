import Diagnostics
import KnowledgeTables
import Obligations
import YAMLSource

/// Everything pedigree knows about licences, terms, models, datasets and services.
///
/// Licence files are decoded when they are asked for; a run pays for the licences that it meets.
public struct Knowledge: Sendable {
  /// Well-known models, datasets and services.
  public let catalog: Catalog
  private let index: KnowledgeIndex
  private let names: LicenseNames
  /// What is embedded goes first; the index numbers them.
  private let files: [KnowledgeFile]
  private let digestOfFiles: Once<SHA256>
  /// Files of folders, sorted by their paths.
  let overlaid: [KnowledgeFile]
  /// What is compiled in of the licences that files of folders replace, by id.
  let replaced: [String: KnowledgeFile]

  /// What is compiled into the binary, overlaid by the `.yaml` files of folders, later ones first.
  public init(overlays: [KnowledgeOverlay] = []) {
    let embedded = embeddedLicenses.map { KnowledgeFile(embedded: $0.path, digest: $0.digest, yaml: $0.yaml) }
    guard !overlays.isEmpty else {
      self.init(embedded, index: KnowledgeIndex(embeddedTables.map { Table($0) }))
      return
    }
    var files = Dictionary(embedded.map { ($0.path, $0) }) { $1 }
    for overlay in overlays {
      for (path, file) in overlay.files { files[path] = KnowledgeFile(path: path, in: overlay.folder, file: file) }
    }
    // An overlay's licences may lie in any folder: they replace by id.
    let sorted = files.values.sorted { ($0.isEmbedded ? 0 : 1, $0.path) < ($1.isEmbedded ? 0 : 1, $1.path) }
    self.init(sorted, index: KnowledgeIndex(of: sorted.map { ($0.path, $0.skimmed) }), embedded: embedded)
  }

  private init(_ files: [KnowledgeFile], index: KnowledgeIndex, embedded: [KnowledgeFile] = []) {
    self.files = files
    overlaid = files.filter { !$0.isEmbedded }
    replaced = Self.licenses(embedded, replacedBy: overlaid)
    self.index = index
    digestOfFiles = Once {
      SHA256(files.sorted { $0.path < $1.path }.map { "\($0.digest)  \($0.path)\n" }.joined())
    }
    names = LicenseNames(
      index, families: Once { LicenseFamilies(Self.files(.families, among: files).first.flatMap { Self.root(of: $0) }) }
    )
    catalog = Catalog(index, files: files)
  }

  /// Those of the embedded licences whose ids the files of folders take.
  private static func licenses(
    _ embedded: [KnowledgeFile], replacedBy overlaid: [KnowledgeFile]
  ) -> [String: KnowledgeFile] {
    let ids = Set(overlaid.compactMap(\.licenseID))
    guard !ids.isEmpty else { return [:] }
    return Dictionary(
      embedded.compactMap { file in file.licenseID.map { ($0, file) } }.filter { ids.contains($0.0) }
    ) { $1 }
  }

  private static func files(_ kind: KnowledgePath, among files: [KnowledgeFile]) -> [KnowledgeFile] {
    files.filter { $0.kind == kind }
  }

  private func files(_ kind: KnowledgePath) -> [KnowledgeFile] { Self.files(kind, among: files) }

  private static func root(of file: KnowledgeFile) -> YAMLNode? {
    YAMLDocument(reading: file.read(), limits: .strict).root
  }

  /// The day up to which texts and dates were compared with what their publishers offer; nil where no edition says so.
  public var date: CalendarDate? {
    files(.edition).first.flatMap { Self.root(of: $0) }?["date"]?.text.flatMap { CalendarDate($0) }
  }

  /// The digest of all files that are in use: that of the lines that `sha256sum` prints for them, sorted by path.
  public var digest: SHA256 { digestOfFiles.value }

  /// The SHA-256 digest of the file that holds a licence; nil where no file does.
  public func digest(of id: String) -> String? { index.licenses.row(of: id).map { file(of: $0).digest } }

  /// Ids of all licences and terms, sorted.
  public var licenseIDs: [String] { (0..<index.licenses.count).map { text(License.id, of: $0) } }

  private typealias License = KnowledgeIndex.License

  private func text(_ column: Int, of row: Int) -> String { index.licenses.text(column, of: row) }

  /// The file of the licence in a row of the index.
  private func file(of row: Int) -> KnowledgeFile { files[index.licenses.number(License.file, of: row)] }

  /// The licence with this id; nil if there is none.
  public func license(_ id: String) -> Obligations.License? {
    guard let row = index.licenses.row(of: id), let root = Self.root(of: file(of: row)) else { return nil }
    var decoder = LicenseDecoder()
    return decoder.decode(root)
  }

  /// Where the licence with this id came from.
  public func origin(of id: String) -> KnowledgeOrigin? { index.licenses.row(of: id).map { file(of: $0).origin } }

  /// The id of a licence on SPDX's list; nil for one that is not on it.
  public func spdx(of id: String) -> String? {
    index.licenses.row(of: id).map { text(License.spdx, of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What the Hub calls a licence in `license:` of cards; nil for one that cards call `other`.
  public func hubName(of id: String) -> String? {
    index.licenses.row(of: id).flatMap { Self.root(of: file(of: $0)) }?["hub"]?.oneOrMany.first?.text
  }

  /// What a licence name in somebody's file stands for.
  public func resolve(_ name: String) -> NamedLicense { names.resolve(name) }

  /// The id of the licence whose text an address leads to.
  public func license(at url: String) -> String? { names.license(at: url) }

  /// The dated versions that `name` means: one id, or those of a series, in date order.
  ///
  /// A series is named by its own name or by an id without its date:
  /// `openai-business-terms` → `openai-business-terms-2023-11-14`.
  public func versions(of name: String) -> [LicenseVersion] {
    if let row = index.licenses.row(of: name) { return [version(of: row)] }
    return index.series.rows(of: name).map { version(of: index.series.number(1, of: $0)) }.sorted()
  }

  private func version(of row: Int) -> LicenseVersion {
    LicenseVersion(id: text(License.id, of: row), date: CalendarDate(text(License.date, of: row)))
  }

  /// The makers of models, services and licences under all of their names.
  func makers() -> Makers { Makers(index) }

  /// The service that a name means.
  func service(called name: String) -> String? {
    index.serviceNames.row(of: name.nameKey).map { index.serviceNames.text(1, of: $0) }
  }

  /// The ids of all services.
  func serviceIDs() -> [String] {
    Set((0..<index.serviceNames.count).map { index.serviceNames.text(1, of: $0) }).sorted()
  }

  /// Countries and unions under their codes and names.
  func places() -> Places { Places(index) }

  /// The names of terms of services, each with the one by which `versions(of:)` finds them.
  func namesOfTerms() -> [(name: String, terms: String)] {
    let listed = Set(catalog.allServices().flatMap { ($0.terms + $0.policies).map(\.license) })
    let held = (0..<index.licenses.count).filter { row in
      listed.contains(text(License.id, of: row))
        || text(License.binds, of: row) == Obligations.License.Binding.acceptor.rawValue
    }
    return held.flatMap { row in
      let id = text(License.id, of: row)
      let groups = [text(License.series, of: row), text(License.stem, of: row)]
      let exact = [id] + groups.filter { !$0.isEmpty }
      let names = LicenseHeader(skimming: file(of: row).bytes)?.names ?? []
      let group = groups.reversed().first { !$0.isEmpty } ?? id
      return exact.map { ($0, $0) } + names.filter { $0 != id }.map { ($0, group) }
    } + listed.subtracting(held.map { text(License.id, of: $0) }).sorted().map { ($0, $0) }
  }

  /// Questions of law that conditions hang on.
  public func interpretations() -> [Interpretation] {
    guard let root = files(.interpretations).first.flatMap({ Self.root(of: $0) }) else { return [] }
    return (root["interpretations"]?.items ?? []).compactMap { Interpretation($0) }
  }

  /// How many works of a kind are under each licence, by its id: which ones people expect.
  public func customary(for kind: CustomaryKind) -> [String: Int] {
    let entries = files(.customary).first.flatMap { Self.root(of: $0) }?[kind.rawValue]?.entries ?? []
    let counts = entries.compactMap { entry -> (String, Int)? in
      guard let id = entry.key.text.flatMap({ resolve($0).knownID }), let count = entry.value.integer else {
        return nil
      }
      return (id, count)
    }
    return Dictionary(counts, uniquingKeysWith: +)
  }

  /// The files of all signatures, by path.
  public var signatureFiles: [SourceFile] { files(.signatures).map { $0.read() } }

  /// The files that may hold the signature of a licence: those whose name its id begins with.
  public func signatureFiles(of id: String) -> [SourceFile] {
    files(.signatures).filter { id.utf8.starts(with: $0.stem.utf8) }.map { $0.read() }
  }

  /// How obligations are worded; decoded anew at each call.
  public func lexicon() -> Lexicon {
    let decoder = Self.decoder(of: files(.lexicon))
    return Lexicon(concepts: decoder.concepts, rules: decoder.rules)
  }

  /// How cards word where artefacts came from; read from the tables anew at each call.
  public func cardConcepts() -> [WordingConcept] {
    let table = index.cardWordings
    var concepts: [WordingConcept] = []
    var phrases: [String] = []
    for row in 0..<table.count {
      phrases.append(table.text(2, of: row))
      guard row + 1 == table.count || table.number(1, of: row + 1) != table.number(1, of: row) else { continue }
      concepts.append(WordingConcept(name: table.text(0, of: row), phrases: phrases))
      phrases = []
    }
    return concepts
  }

  private static func decoder(of files: [KnowledgeFile]) -> LexiconDecoder {
    var decoder = LexiconDecoder()
    for file in files { if let root = root(of: file) { decoder.decode(root) } }
    return decoder
  }

  /// Everything that is wrong with the knowledge itself.
  public func lint() -> [Diagnostic] {
    let lexicon = files(.lexicon) + files(.cardWordings)
    var diagnostics = catalog.lint() + Self.decoder(of: lexicon).diagnostics
    for file in files(.makers) { diagnostics += Makers.lint(file.read()) }
    for file in files(.cardWordings) {
      let skimmed = WordingsFile(skimming: file.bytes).concepts.map(WordingConcept.init)
      if let root = Self.root(of: file), skimmed != Self.decoder(of: [file]).concepts {
        diagnostics.append(.notSkimmable(root.location))
      }
    }
    for file in files(.places) { diagnostics += Places.lint(file.read()) }
    for file in lexicon { diagnostics += YAMLDocument(reading: file.read(), limits: .strict).diagnostics }
    if let edition = files(.edition).first.flatMap({ Self.root(of: $0) }) {
      var mapping = YAMLMapping(edition, as: "the edition")
      if mapping.required("date") != nil { _ = mapping.date("date") }
      diagnostics += mapping.finish()
    }
    for file in files(.customary) { diagnostics += customaryLint(file) }
    for file in licensesInForce() {
      let document = YAMLDocument(reading: file.read(), limits: .strict)
      diagnostics += document.diagnostics
      guard let root = document.root else { continue }
      var decoder = LicenseDecoder()
      let license = decoder.decode(root)
      diagnostics += decoder.diagnostics
      if LicenseHeader(parsing: root) != LicenseHeader(skimming: file.bytes) {
        diagnostics.append(.notSkimmable(root.location))
      }
      if let license, license.id != file.stem {
        diagnostics.append(
          Diagnostic(
            .knowledgeFileName, "`\(license.id)` is in a file of another name",
            at: license.location, help: "rename it to `\(license.id).yaml`"))
      }
    }
    return diagnostics
  }

  /// What is wrong with `customary.yaml`: every name stands for one licence, and every count is a number.
  private func customaryLint(_ file: KnowledgeFile) -> [Diagnostic] {
    let document = YAMLDocument(reading: file.read(), limits: .strict)
    guard let root = document.root else { return document.diagnostics }
    var top = YAMLMapping(root, as: "`customary.yaml`")
    _ = top.requiredString("source")
    for kind in CustomaryKind.allCases {
      guard let node = top.required(kind.rawValue) else { continue }
      var counts = YAMLMapping(node, as: "`\(kind.rawValue)`")
      for name in (node.entries ?? []).compactMap(\.key.text) {
        _ = counts.count(name)
        guard resolve(name).knownID == nil else { continue }
        top.report(.yamlUnknownWord, "`\(name)` stands for no one licence", at: node, help: "leave it out")
      }
      top.report(counts.finish())
    }
    return document.diagnostics + top.finish()
  }

  /// The files of licences by path; of those with one id the one that counts.
  private func licensesInForce() -> [KnowledgeFile] {
    let numbers = Set((0..<index.licenses.count).map { index.licenses.number(License.file, of: $0) })
    return files.enumerated().filter { number, file in
      file.kind == .license
        && (numbers.contains(number) || LicenseHeader(skimming: file.bytes) == nil)
    }.map(\.element).sorted { $0.path < $1.path }
  }
}

/// The works of which it is known under which licences they customarily go out.
public enum CustomaryKind: String, Sendable, CaseIterable {
  case models, datasets
}

/// One version of a series.
public struct LicenseVersion: Sendable, Hashable, Comparable {
  public let id: String
  /// The day from which it is in force.
  public let date: CalendarDate?

  public init(id: String, date: CalendarDate?) {
    self.id = id
    self.date = date
  }

  public static func < (left: LicenseVersion, right: LicenseVersion) -> Bool {
    switch (left.date, right.date) {
    case (let leftDate?, let rightDate?) where leftDate != rightDate: leftDate < rightDate
    case (nil, .some): true
    case (.some, nil): false
    case (.some, .some), (nil, nil): left.id < right.id
    }
  }
}

/// A folder whose files overlay the embedded knowledge.
public struct KnowledgeOverlay: Sendable {
  /// The folder as the user wrote it.
  public let folder: String
  /// Its `.yaml` files by path below the folder.
  public let files: [(path: String, file: SourceFile)]

  public init(folder: String, files: [(path: String, file: SourceFile)]) {
    self.folder = folder
    self.files = files
  }
}

extension Diagnostic {
  /// A file whose shape keeps it from being skimmed.
  static func notSkimmable(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .knowledgeShape, "the names in this entry are not written plainly enough", at: location,
      help: "write each list in brackets on one line, or as `- value` lines, without escapes and comments")
  }
}
