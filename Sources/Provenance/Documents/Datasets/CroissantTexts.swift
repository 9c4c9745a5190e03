import Diagnostics
import MarkupText
import Obligations
import YAMLSource

/// Reads the free texts of a dataset's description.
struct CroissantTexts {
  let finder: MentionFinder
  /// The dataset.
  let subject: ArtefactID

  /// The sources that sentences of a text declare.
  ///
  /// Their place is that of the whole text, in which JSON's escapes stand.
  func statements(in node: YAMLNode, key: String) -> [SourceStatement] {
    guard let text = node.text else { return [] }
    let file = SourceFile(path: node.file.path, text: text, in: node.file.folder)
    let prose = ProseReader(file: file, release: ReleaseName(id: subject), kind: .dataset, finder: finder)
    return prose.findings(in: CardText(Markdown(reading: file), wordings: finder.wordings)).sources.filter {
      $0.child == nil
    }.map { source in
      var source = source
      source.location = node.location
      return source
    }
  }

  /// The models that a text names, each once.
  func models(namedIn node: YAMLNode, key: String, _ certainty: Certainty) -> [SourceStatement] {
    var found: [SourceStatement] = []
    for mention in finder.artefacts(namedIn: node.text ?? "")
    where mention.kind == .model && !found.contains(where: { $0.id == mention.id }) {
      found.append(
        SourceStatement(
          id: mention.id, kind: .model, relation: .generatedBy, certainty: certainty, location: node.location,
          basis: .key(key)))
    }
    return found
  }

  /// Whether a text says that a model did something, without saying which.
  static func speaksOfModels(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains { ["llm", "llms", "synthetic", "synthesis"].contains($0) }
      || zip(words, words.dropFirst()).contains { $0 == "language" && $1.hasPrefix("model") }
  }
}
