import Diagnostics
import MarkupText
import Obligations

/// Reads the recipes that mergekit, axolotl and people put into a card as fenced YAML.
struct EmbeddedConfigReader {
  let file: SourceFile
  /// The artefact that the card describes.
  let release: ArtefactID

  /// The sources that the recipes name, in the order of the text.
  func sources(in body: Markdown) -> [SourceStatement] {
    body.blocks.filter { $0.kind == .code }.flatMap { block -> [SourceStatement] in
      let range = block.text.sourceRange(of: 0..<block.text.bytes.count)
      guard let recipe = DocumentReaders.recipe(in: file, range: range) else { return [] }
      return recipe.sources.map { source in
        var source = source
        if source.child == nil { source.child = child(of: recipe) }
        return source
      }
    }
  }

  /// What the recipe makes, where it plainly is something else than the release: cards of conversions quote the recipes
  /// of their originals.
  private func child(of recipe: ProvenanceDocument) -> StatementChild? {
    guard recipe.isSubjectSure, let subject = recipe.subject.map({ ArtefactID($0.value) }), subject.namespace != nil,
      !release.text.isEmpty, !subject.isCalled(like: release)
    else { return nil }
    return .artefact(subject, recipe.subjectKind)
  }
}
