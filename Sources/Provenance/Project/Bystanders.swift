import Diagnostics

/// Files beside a release's declaration and card that are called like either and are read as neither, and pointers to
/// files that would be read.
struct Bystanders {
  private let entries: [String]
  private let manifest: String
  private let card: String?

  /// Looks at the names of a folder's entries; `card` is the file that is read as the card.
  init(_ entries: [String], manifest: String, card: String?) {
    self.entries = entries
    self.manifest = manifest
    self.card = card
  }

  var warnings: [Diagnostic] { manifests + cards + pointers }

  /// What DVC leaves in the place of a file that wasn't fetched: `LICENSE.dvc` without a `LICENSE`.
  private var pointers: [Diagnostic] {
    let names = Set(entries)
    return entries.compactMap { name in
      let target = String(name.dropLast(".dvc".count))
      guard name.hasSuffix(".dvc"), !names.contains(target),
        ProjectFolder.isText(target) || CardName.isOne(target) || CertainDocument.isNamed(target)
          || target == ManifestReader.fileName || target == "config.json" || WeightsFormat(path: target) != nil
      else { return nil }
      return Diagnostic(
        .lfsPointer, "this is a pointer to `\(target)`, which wasn't fetched", at: Self.start(of: name),
        help: "fetch the file with `dvc pull`")
    }
  }

  private var manifests: [Diagnostic] {
    entries.filter { $0 != manifest && Self.manifests.contains($0.lowercased()) }.map { name in
      Diagnostic(
        .manifestName, "`\(name)` is not read: a declaration is called `\(ManifestReader.fileName)`",
        at: Self.start(of: name), help: "rename it, or remove it")
    }
  }

  private static let manifests: Set<String> = [
    "pedigree.yaml", "pedigree.yml", "pedigree.json", "pedigree.toml", "pedigree.yaml.txt", "pedigree.txt",
    ".pedigree.yaml", ".pedigree.yml", "pedigree.yaml.yaml", "pedigree.yaml.yml",
  ]

  /// Cards in other formats, where none is read, and second cards whose prose is not read.
  private var cards: [Diagnostic] {
    entries.compactMap { name in
      if card == nil, CardName.isInAnotherFormat(name) {
        return Diagnostic(
          .cardFormat, "`\(name)` is not read as a card", at: Self.start(of: name), help: "save it as README.md")
      }
      let isReadme = name.lowercased().hasPrefix("readme")
      guard let card, name != card, CardName.isOne(name), !isReadme else { return nil }
      return Diagnostic(
        .cardSecond, "`\(card)` is the card; of `\(name)` at most the front matter is read",
        at: Self.start(of: name), help: "put what it says into `\(card)`, or name it under `card:`")
    }
  }

  private static func start(of name: String) -> SourceLocation {
    SourceLocation(SourceFile(path: name, bytes: []), SourceRange(0, 0))
  }
}

/// Declarations and cards in folders of a project, which are about releases of their own.
struct OtherReleases {
  private let folders: [String]
  private let hasOwn: Bool

  /// Looks at the paths of a project's files; `hasOwn` says whether the project declares a release itself.
  init(_ paths: [String], hasOwn: Bool, documents: [ProvenanceDocument]) {
    let declared = paths.filter { $0.hasSuffix("/\(ManifestReader.fileName)") }
    let cards =
      hasOwn ? [] : documents.filter { $0.type.family == .card && $0.file.path.contains("/") }.map(\.file.path)
    self.folders = Set((declared + cards).map { String($0[..<($0.lastIndex(of: "/") ?? $0.endIndex)]) }).sorted()
    self.hasOwn = hasOwn
  }

  /// A note beside a release of the project's own, a warning where these are all there are.
  var warnings: [Diagnostic] {
    var omission = Omission(.otherRelease)
    for folder in folders { omission.add(folder) }
    guard omission.count > 0 else { return [] }
    let warning = omission.warning(
      .otherReleases, "folders hold releases of their own, which are not checked here",
      help: "check them with `pedigree check --recursive`")
    return [
      Diagnostic(.otherReleases, hasOwn ? .note : .warning, warning.summary, at: warning.location, help: warning.help)
    ]
  }
}
