import Obligations
import YAMLSource

extension ProvenanceDocument {
  /// Takes the name of what a recipe makes from the repository to which it is pushed, else from the folder into which it
  /// is written, if one of them plainly is a name.
  ///
  /// Folders are called after runs as often as after models, so they never say for certain that a recipe is another
  /// model's.
  mutating func takeSubject(pushedTo repositories: [YAMLNode?], writtenTo folders: [YAMLNode?] = []) {
    for node in repositories {
      guard let node, let text = node.text, case .artefact(let name, _) = SourceName(text), ArtefactID.isHubID(name),
        name.contains("/") || SourceName.isTelling(name)
      else { continue }
      subject = Fact(name, at: node.location)
      isSubjectSure = true
      return
    }
    for node in folders {
      guard let node, let text = node.text, !text.contains("${"), let name = SourceName.named(by: text) else {
        continue
      }
      subject = Fact(name, at: node.location)
      isSubjectSure = false
      return
    }
  }

  /// Adds a tokenizer, unless it is that of a model that the document names anyway.
  mutating func addTokenizer(_ node: YAMLNode?, key: String, besides models: [YAMLNode?]) {
    guard let text = node?.text, !models.contains(where: { $0?.text == text }) else { return }
    // Tokenizers beside weights on a disk are the weights' own.
    guard case .artefact = SourceName(text) else { return }
    add(node, key: key, kind: .model, .tokenizerOf)
  }
}
