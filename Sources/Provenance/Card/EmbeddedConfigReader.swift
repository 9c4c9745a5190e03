import Diagnostics
import MarkupText
import Obligations
import YAMLSource

/// Reads the training and merge configurations that mergekit and axolotl put into a card as fenced YAML.
struct EmbeddedConfigReader {
  let file: SourceFile

  /// The sources that the configurations name, in the order of the text.
  func sources(in body: Markdown) -> [SourceStatement] {
    body.blocks.filter { $0.kind == .code }.flatMap { block -> [SourceStatement] in
      let text = block.text.string
      guard text.contains("merge_method:") || (text.contains("base_model:") && text.contains("datasets:")) else {
        return []
      }
      let range = block.text.sourceRange(of: 0..<block.text.bytes.count)
      guard let root = YAMLDocument(reading: file, in: range, limits: .lenient).root else { return [] }
      return root["merge_method"] == nil ? axolotl(root) : mergekit(root)
    }
  }

  /// The models that are merged: `base_model`, `models[].model`, `slices[].sources[].model`.
  private func mergekit(_ root: YAMLNode) -> [SourceStatement] {
    var models = [root["base_model"]]
    models += (root["models"]?.items ?? []).map { $0["model"] }
    for slice in root["slices"]?.items ?? [] { models += (slice["sources"]?.items ?? []).map { $0["model"] } }
    return models.compactMap { node in
      // A model may be given with its parts: `{ model: { path: owner/name } }`.
      source(node?["model"]?["path"] ?? node?["path"] ?? node, "models", kind: .model, relation: .merge)
    }
  }

  /// The base and the data: `base_model`, `datasets[].path`.
  private func axolotl(_ root: YAMLNode) -> [SourceStatement] {
    let base = source(root["base_model"], "base_model", kind: .model, relation: .finetune)
    let datasets = (root["datasets"]?.items ?? []).compactMap {
      source($0["path"], "datasets", kind: .dataset, relation: .trainedOn)
    }
    return (base.map { [$0] } ?? []) + datasets
  }

  /// A Hub id; local paths name nothing that others could find. A LoRA behind `+` is left to its own entry.
  private func source(_ node: YAMLNode?, _ key: String, kind: ArtefactKind, relation: Relation) -> SourceStatement? {
    guard let node, let text = node.text?.split(separator: "+").first.map(String.init), ArtefactID.isHubID(text),
      text.contains("/")
    else { return nil }
    return SourceStatement(
      id: ArtefactID(text), kind: kind, relation: relation, certainty: .stated,
      location: node.location, basis: .key(key))
  }
}
