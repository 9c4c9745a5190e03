import Diagnostics
import Obligations
import YAMLSource

/// Everything pedigree knows about licences, terms, models, datasets and services.
///
/// Licence files are decoded when they are asked for; a run pays for the licences that it meets.
public struct Knowledge: Sendable {
  /// Well-known models, datasets and services.
  public let catalog: Catalog
  /// All files that are in use, by path.
  private let files: [KnowledgeFile]
  private let names: LicenseNames
  private let headers: [LicenseHeader]
  private let licenseFiles: [String: KnowledgeFile]
  /// Files that should hold a licence and have no id; only `lint` speaks of them.
  private let namelessFiles: [KnowledgeFile]
  private let signatures: [KnowledgeFile]
  private let interpretationFile: KnowledgeFile?
  private let makerFile: KnowledgeFile?
  private let placeFile: KnowledgeFile?
  private let lexiconFiles: [KnowledgeFile]

  /// What is compiled into the binary, overlaid by the `.yaml` files of folders, later ones first.
  public init(overlays: [KnowledgeOverlay] = []) {
    var files: [String: KnowledgeFile] = [:]
    for (path, digest, yaml) in embeddedLicenses {
      files[path] = KnowledgeFile(embedded: path, digest: digest, yaml: yaml)
    }
    for overlay in overlays {
      for (path, file) in overlay.files { files[path] = KnowledgeFile(path: path, in: overlay.folder, file: file) }
    }
    // An overlay's licences may lie in any folder: they replace by id. What is embedded goes first.
    let sorted = files.values.sorted { ($0.isEmbedded ? 0 : 1, $0.path) < ($1.isEmbedded ? 0 : 1, $1.path) }
    var licenses: [String: (file: KnowledgeFile, header: LicenseHeader)] = [:]
    var nameless: [KnowledgeFile] = []
    for file in sorted where Self.isLicense(file.path) {
      if let header = LicenseHeader(skimming: file.bytes) {
        licenses[header.id] = (file, header)
      } else {
        nameless.append(file)
      }
    }
    self.files = files.values.sorted { $0.path < $1.path }
    self.namelessFiles = nameless
    self.licenseFiles = licenses.mapValues(\.file)
    self.headers = licenses.values.map(\.header).sorted { $0.id < $1.id }
    let families = files["families.yaml"].flatMap { Self.root(of: $0) }
    self.names = LicenseNames(headers: headers, families: LicenseFamilies(families))
    self.signatures = sorted.filter { $0.path.hasPrefix("signatures/") }
    self.interpretationFile = files["interpretations.yaml"]
    self.makerFile = files["makers.yaml"]
    self.placeFile = files["places.yaml"]
    self.lexiconFiles = sorted.filter { $0.path.hasPrefix("lexicon/") }
    self.catalog = Catalog(
      reading: sorted.filter { $0.path.hasPrefix("catalog/") })
  }

  /// Whether a path holds a licence: everything that is not one of the other kinds of knowledge.
  private static func isLicense(_ path: String) -> Bool {
    !path.hasPrefix("catalog/") && !path.hasPrefix("signatures/") && !path.hasPrefix("lexicon/")
      && !["edition.yaml", "families.yaml", "interpretations.yaml", "makers.yaml", "places.yaml"].contains(path)
  }

  private static func root(of file: KnowledgeFile) -> YAMLNode? {
    YAMLDocument(reading: file.read(), limits: .strict).root
  }

  /// The day up to which texts and dates were compared with what their publishers offer; nil where no edition says so.
  public var date: CalendarDate? {
    files.first { $0.path == "edition.yaml" }.flatMap { Self.root(of: $0) }?["date"]?.text.flatMap { CalendarDate($0) }
  }

  /// The digest of all files that are in use: that of the lines that `sha256sum` prints for them, sorted by path.
  public var digest: SHA256 { SHA256(files.map { "\($0.digest)  \($0.path)\n" }.joined()) }

  /// The SHA-256 digest of the file that holds a licence; nil where no file does.
  public func digest(of id: String) -> String? { licenseFiles[id]?.digest }

  /// Ids of all licences and terms, sorted.
  public var licenseIDs: [String] { headers.map(\.id) }

  /// The licence with this id; nil if there is none.
  public func license(_ id: String) -> License? {
    guard let file = licenseFiles[id], let root = Self.root(of: file) else { return nil }
    var decoder = LicenseDecoder()
    return decoder.decode(root)
  }

  /// Where the licence with this id came from.
  public func origin(of id: String) -> KnowledgeOrigin? { licenseFiles[id]?.origin }

  /// The id of a licence on SPDX's list; nil for one that is not on it.
  public func spdx(of id: String) -> String? { headers.first { $0.id == id }?.spdx }

  /// What a licence name in somebody's file stands for.
  public func resolve(_ name: String) -> NamedLicense { names.resolve(name) }

  /// The id of the licence whose text an address leads to.
  public func license(at url: String) -> String? { names.license(at: url) }

  /// The dated versions that `name` means: one id, or those of a series, in date order.
  ///
  /// A series is named by its own name or by an id without its date:
  /// `openai-business-terms` → `openai-business-terms-2023-11-14`.
  public func versions(of name: String) -> [LicenseVersion] {
    if let header = headers.first(where: { $0.id == name }) {
      return [LicenseVersion(id: header.id, date: header.date)]
    }
    let members = headers.filter { $0.series == name || Self.stem(of: $0) == name }
    return members.map { LicenseVersion(id: $0.id, date: $0.date) }.sorted()
  }

  /// The makers of models, services and licences under all of their names.
  func makers() -> Makers {
    let known =
      catalog.owners()
      + catalog.allServices().flatMap { service in
        service.maker.map { maker in ([service.id, service.title] + service.called).map { (name: $0, maker: maker) } }
          ?? []
      }
      + licenseFiles.values.sorted { $0.path < $1.path }.compactMap { file in
        let skim = Skim(file.bytes)
        return skim.values(of: Skim.Keys("maker"), in: 0..<file.bytes.count, indent: 0)[0].first.map {
          (name: $0, maker: $0)
        }
      }
    return Makers(known: known, further: makerFile.flatMap { Self.root(of: $0) })
  }

  /// Countries and unions under their codes and names.
  func places() -> Places { Places(placeFile.flatMap { Self.root(of: $0) }) }

  /// The names of terms of services, each with the one by which `versions(of:)` finds them.
  func namesOfTerms() -> [(name: String, terms: String)] {
    let listed = Set(catalog.allServices().flatMap { ($0.terms + $0.policies).map(\.license) })
    let contracts = Skim.Keys("binds")
    let held = headers.filter { header in
      guard let bytes = licenseFiles[header.id]?.bytes else { return false }
      return listed.contains(header.id)
        || Skim(bytes).values(of: contracts, in: 0..<bytes.count, indent: 0)[0] == [License.Binding.acceptor.rawValue]
    }
    return held.flatMap { header in
      let stem = Self.stem(of: header)
      let exact = [(header.id, header.id)] + [header.series, stem].compactMap { $0 }.map { ($0, $0) }
      return exact + header.names.filter { $0 != header.id }.map { ($0, stem ?? header.series ?? header.id) }
    } + listed.subtracting(held.map(\.id)).sorted().map { ($0, $0) }
  }

  private static func stem(of header: LicenseHeader) -> String? {
    // The date in an id is the day of publication, which can lie before the day in force.
    let dateLength = "yyyy-mm-dd".utf8.count
    guard CalendarDate(header.id.suffix(dateLength)) != nil else { return nil }
    return String(header.id.dropLast(dateLength + 1))
  }

  /// Questions of law that conditions hang on.
  public func interpretations() -> [Interpretation] {
    guard let root = interpretationFile.flatMap({ Self.root(of: $0) }) else { return [] }
    return (root["interpretations"]?.items ?? []).compactMap { Interpretation($0) }
  }

  /// The files of all signatures, by path.
  public var signatureFiles: [SourceFile] { signatures.map { $0.read() } }

  /// The files that may hold the signature of a licence: those whose name its id begins with.
  public func signatureFiles(of id: String) -> [SourceFile] {
    signatures.filter { id.hasPrefix($0.stem) }.map { $0.read() }
  }

  /// How obligations are worded; decoded anew at each call.
  public func lexicon() -> Lexicon {
    let decoder = Self.decoder(of: lexiconFiles.filter { !Self.isOfCards($0) })
    return Lexicon(concepts: decoder.concepts, rules: decoder.rules)
  }

  /// How cards word where artefacts came from; decoded anew at each call.
  public func cardConcepts() -> [WordingConcept] {
    Self.decoder(of: lexiconFiles.filter { Self.isOfCards($0) }).concepts
  }

  /// Whether a file of the lexicon is about cards; the others are about licences.
  private static func isOfCards(_ file: KnowledgeFile) -> Bool { file.path.hasPrefix("lexicon/provenance") }

  private static func decoder(of files: [KnowledgeFile]) -> LexiconDecoder {
    var decoder = LexiconDecoder()
    for file in files { if let root = root(of: file) { decoder.decode(root) } }
    return decoder
  }

  /// Everything that is wrong with the knowledge itself.
  public func lint() -> [Diagnostic] {
    var diagnostics = catalog.lint() + Self.decoder(of: lexiconFiles).diagnostics
    for file in lexiconFiles { diagnostics += YAMLDocument(reading: file.read(), limits: .strict).diagnostics }
    if let edition = files.first(where: { $0.path == "edition.yaml" }).flatMap({ Self.root(of: $0) }) {
      var mapping = YAMLMapping(edition, as: "the edition")
      if mapping.required("date") != nil { _ = mapping.date("date") }
      diagnostics += mapping.finish()
    }
    for file in (licenseFiles.values + namelessFiles).sorted(by: { $0.path < $1.path }) {
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
}

/// One version of a series.
public struct LicenseVersion: Sendable, Hashable, Comparable {
  public let id: String
  /// The day from which it is in force.
  public let date: CalendarDate?

  public static func < (left: LicenseVersion, right: LicenseVersion) -> Bool {
    switch (left.date, right.date) {
    case (let leftDate?, let rightDate?) where leftDate != rightDate: leftDate < rightDate
    case (nil, .some): true
    case (.some, nil): false
    default: left.id < right.id
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
