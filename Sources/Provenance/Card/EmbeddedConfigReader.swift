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
      guard let recipe = recipe(in: range) else { return [] }
      return recipe.sources.map { source in
        var source = source
        if source.child == nil { source.child = child(of: recipe) }
        return source
      }
    }
  }

  /// The recipe that a block holds, whole or behind somebody's notes.
  private func recipe(in range: SourceRange) -> ProvenanceDocument? {
    if let recipe = DocumentReaders.recipe(in: file, range: range) { return recipe }
    let lines = file.bytes[range.lowerBound..<range.upperBound].split(separator: UInt8(ascii: "\n"))
    let start = lines.dropFirst().first { line in Self.firstKeys.contains { line.starts(with: $0) } }?.startIndex
    return start.flatMap { DocumentReaders.recipe(in: file, range: SourceRange($0, range.upperBound)) }
  }

  /// Keys with which recipes begin.
  private static let firstKeys = ["merge_method:", "base_model:", "models:", "slices:", "model_name_or_path:"].map {
    Array($0.utf8)
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
