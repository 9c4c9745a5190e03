import Obligations
import YAMLSource

/// `config.json` of transformers and diffusers, and diffusers' `model_index.json`: `_name_or_path` is what the model was
/// loaded from before it was saved.
struct ModelConfigReader: TreeReader {
  let type = DocumentType.modelConfig
  let marks = ["_name_or_path"]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    (name == "config.json" || name == "model_index.json")
      && Self.signs.contains { root[$0] != nil }
  }

  private static let signs = [
    "model_type", "architectures", "transformers_version", "_class_name", "_diffusers_version",
  ]

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    let isQuantized = root["quantization_config"]?.entries != nil
    document.add(
      root["_name_or_path"], key: "_name_or_path", kind: .model, isQuantized ? .quantized : .finetune,
      revision: root["_commit_hash"])
    readParts(of: root, into: &document)
  }

  /// The parts of which a model was put together, `text_config` and the like, where they were whole models before.
  private func readParts(of root: YAMLNode, into document: inout ProvenanceDocument) {
    for entry in root.entries ?? [] where entry.value.entries != nil && entry.key.text != "quantization_config" {
      guard let key = entry.key.text else { continue }
      document.add(entry.value["_name_or_path"], key: "\(key)._name_or_path", kind: .model, .initialised)
      readParts(of: entry.value, into: &document)
    }
  }
}
