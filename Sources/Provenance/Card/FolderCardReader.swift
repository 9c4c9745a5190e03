import Diagnostics
import MarkupText
import Obligations
import YAMLSource

/// Reads a card in a folder of a project, which describes another artefact than the release: a dataset beside it, a base
/// that was downloaded.
///
/// Only front matter makes a card of such a text.
struct FolderCardReader {
  let finder: MentionFinder

  static let endings = [".md", ".markdown"]

  /// Reads a Markdown file below a project's folder; nil where it is no card.
  ///
  /// What lies at the top is another card of the release, which `release` names; others name their artefact themselves.
  func read(_ file: SourceFile, as release: ArtefactID? = nil) -> ProvenanceDocument? {
    guard let frontMatter = FrontMatter(in: file),
      let root = YAMLDocument(reading: file, in: frontMatter.yaml, limits: .lenient).root,
      Self.isCard(root, path: file.path)
    else { return nil }
    let subject = Self.subject(of: root, file)
    let id = release ?? ArtefactID(subject.value)
    var reader = ModelCardReader(finder: finder)
    guard let card = reader.read(file, release: id) else { return nil }
    var document = ProvenanceDocument(file, card.isDatasetCard ? .datasetCard : .modelCard)
    document.diagnostics = reader.diagnostics
    if release == nil { document.subject = subject }
    document.subjectKind = card.isDatasetCard ? .dataset : .model
    document.sources =
      card.fieldSources(of: id, kind: document.subjectKind)
      + card.proseSourcesByPrecision
    document.licenses = (card.licenses.isEmpty ? card.proseLicenses : card.licenses).map {
      LicenseStatement(of: nil, kind: document.subjectKind, $0)
    }
    document.unnamed = card.unnamed
    return document
  }

  /// Documentation sites, issue templates and agents' skills have front matter too, with keys of their own.
  private static func isCard(_ root: YAMLNode, path: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return cardKeys.contains { root[$0] != nil } || (name.hasPrefix("readme.") && root["license"] != nil)
  }

  private static let cardKeys = [
    "base_model", "base_models", "datasets", "library_name", "pipeline_tag", "model-index", "model_name",
    "dataset_info",
    "pretty_name", "task_categories", "size_categories", "annotations_creators", "language_creators",
    "source_datasets", "license_name",
  ]

  /// What the card calls its artefact, else the folder in which it lies, or the file that is no README.
  private static func subject(of root: YAMLNode, _ file: SourceFile) -> Fact<String> {
    for key in ["model_name", "pretty_name"] {
      if let node = root[key], let text = node.text?.trimmed, !text.isEmpty, !Placeholder.isOne(text) {
        return Fact(text, at: node.location)
      }
    }
    let parts = file.path.split(separator: "/")
    let isReadme = parts.last?.lowercased().hasPrefix("readme.") ?? false
    let path =
      isReadme ? parts.dropLast().joined(separator: "/") : String(file.path.prefix(upTo: stemEnd(of: file.path)))
    return Fact(path, at: SourceLocation(file, SourceRange(0, 0)))
  }

  private static func stemEnd(of path: String) -> String.Index { path.lastIndex(of: ".") ?? path.endIndex }
}
