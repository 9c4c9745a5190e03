import MarkupText

/// Makes the signatures of many texts.
///
/// The variants of a text get a signature of their own only where they are worded otherwise.
public struct SignatureCollection {
  private let alias: String?
  private var texts: [(entry: Entry, text: ReadableText)] = []

  /// What is said of a text.
  public struct Entry: Sendable {
    public let id: String
    public let version: String
    /// Whether it is a page of a site, with more than the text on it.
    public let isPage: Bool
    /// Whether another text stands for the id.
    public let isVariant: Bool

    public init(id: String, version: String = "", isPage: Bool = false, isVariant: Bool = false) {
      self.id = id
      self.version = version
      self.isPage = isPage
      self.isVariant = isVariant
    }
  }

  /// A collection in which ids that begin with `alias` name the licence of the id behind it.
  public init(alias: String? = nil) {
    self.alias = alias
  }

  /// Adds a text.
  public mutating func add(_ entry: Entry, _ text: ReadableText) {
    texts.append((entry, text))
  }

  /// The files by their names, sorted.
  public var files: [(stem: String, file: SignatureFile)] {
    var files: [String: [LicenseSignature]] = [:]
    for signature in signatures { files[SignatureFile.stem(of: signature.id), default: []].append(signature) }
    return files.sorted { $0.key < $1.key }.map { stem, signatures in
      (stem, SignatureFile(signatures.enumerated().sorted { ($0.1.id, $0.0) < ($1.1.id, $1.0) }.map(\.element)))
    }
  }

  /// The signatures of all texts.
  public var signatures: [LicenseSignature] {
    let ids = Set(texts.map(\.entry.id))
    var names: [String: [String]] = [:]
    for id in ids { if let own = own(id, in: ids) { names[own, default: []].append(id) } }
    var made: [String: [LicenseSignature]] = [:]
    // A publisher's own account of how copies may differ comes first: it recognises more copies than any of them.
    func order(_ entry: Entry, _ text: ReadableText) -> Int {
      if !text.variations.isEmpty { return 0 }
      if entry.isVariant { return 3 }
      return own(entry.id, in: ids) == nil ? 1 : 2
    }
    let versions = Dictionary(
      texts.filter { !$0.entry.isVariant }.map { ($0.entry.id, $0.entry.version) },
      uniquingKeysWith: { first, _ in first })
    var published: LicenseIdentifier?
    for rank in 0...3 {
      if rank == 1 { published = LicenseIdentifier(made.values.flatMap(\.self)) }
      for (entry, text) in texts where order(entry, text) == rank {
        let id = own(entry.id, in: ids) ?? entry.id
        let held = made[id] ?? []
        let matches = LicenseIdentifier(held).identify(text).matches
        // A page in which the licence is recognised adds nothing; one of other words is one more text of the id.
        if matches.contains(where: { entry.isPage || !$0.isAltered }) { continue }
        // Some call a licence that everybody uses by a name of their own.
        if let copy = published?.identify(text), copy.kind == .exact, let signature = copy.matches.first?.signature {
          made[id, default: []].append(
            signature.named(id, also: (names[id] ?? []).sorted(), version: versions[id] ?? ""))
          continue
        }
        made[id, default: []].append(
          LicenseSignature(
            id: id, also: (names[id] ?? []).sorted(), version: versions[id] ?? entry.version, of: text))
      }
    }
    return made.sorted { $0.key < $1.key }.flatMap { id, signatures in
      let parts = made.filter { $0.key.hasPrefix("\(id)-") && $0.key.hasSuffix("policy") }.flatMap(\.value)
      return parts.isEmpty ? signatures : signatures.map { $0.lettingGo(of: LicenseIdentifier(parts)) }
    }
  }

  /// The id of the licence of which `id` is another name.
  private func own(_ id: String, in ids: Set<String>) -> String? {
    guard let alias, id.hasPrefix(alias) else { return nil }
    let name = id.dropFirst(alias.count)
    let endings = ["", "-only", "-or-later"].filter { name.hasSuffix($0) }
    let stems = endings.map { name.dropLast($0.utf8.count).lowercased() }
    return ids.first { stems.contains($0.lowercased()) }
  }
}
