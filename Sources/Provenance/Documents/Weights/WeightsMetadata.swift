import Diagnostics
import Obligations
import YAMLSource

/// The texts that tools leave beside weights, in safetensors headers and in the index of sharded weights: kohya's `ss_…`,
/// Stability's `modelspec.…`, the graphs of ComfyUI, recipes of merges, and plain names of bases.
struct WeightsMetadata {
  private let root: YAMLNode

  init(_ root: YAMLNode) {
    self.root = root
  }

  func read(into document: inout ProvenanceDocument) {
    if let title = root["modelspec.title"], let text = title.text, !text.trimmed.isEmpty {
      document.subject = Fact(text, at: title.location)
    }
    document.claim(root["modelspec.license"] ?? root["license"])
    let relation: Relation = isAdapter ? .adapter : .finetune
    for key in ["base_model", "base_model_name_or_path", "_name_or_path"] {
      document.add(root[key], key: key, kind: .model, relation)
    }
    readKohya(relation, into: &document)
    readMerges(into: &document)
    readComfyUI(into: &document)
  }

  private var isAdapter: Bool {
    root["ss_network_module"] != nil || root["ss_network_dim"] != nil
      || (root["modelspec.architecture"]?.text?.contains("/lora") ?? false)
  }

  /// kohya-ss/sd-scripts, and those who write the same keys: the checkpoint by its file, else the kind of base; the
  /// folders of the images.
  private func readKohya(_ relation: Relation, into document: inout ProvenanceDocument) {
    let isFound = addCheckpoint(root["ss_sd_model_name"], key: "ss_sd_model_name", relation, to: &document)
    if !isFound { addCheckpoint(root["ss_base_model_version"], key: "ss_base_model_version", relation, to: &document) }
    guard let node = root["ss_dataset_dirs"], let folders = nested(node)?.entries else { return }
    for folder in folders {
      // `10_talks`: how often each image is shown, and what the folder is called.
      guard let text = folder.key.text else { continue }
      let digits = text.prefix { $0.isNumber }
      let isCounted = !digits.isEmpty && text.dropFirst(digits.count).first == "_"
      let name = isCounted ? String(text.dropFirst(digits.count + 1)) : text
      document.add(node.saying(name), key: "ss_dataset_dirs", kind: .dataset, .trainedOn, certainty: .hinted)
    }
  }

  /// `modelspec.merged_from`, a list with commas; the checkpoints of the web UI's mergers, by their hashes.
  private func readMerges(into document: inout ProvenanceDocument) {
    if let node = root["modelspec.merged_from"], let text = node.text {
      for name in text.split(separator: ",") {
        addCheckpoint(node.saying(String(name)), key: "modelspec.merged_from", .merge, to: &document)
      }
    }
    if let node = root["sd_merge_models"] {
      for model in nested(node)?.entries ?? [] {
        guard let name = model.value["name"]?.text else { continue }
        addCheckpoint(node.saying(name), key: "sd_merge_models", .merge, to: &document)
      }
    }
  }

  /// ComfyUI's `prompt`: the graph that made the file, whose loaders name checkpoints.
  private func readComfyUI(into document: inout ProvenanceDocument) {
    guard let node = root["prompt"], let steps = nested(node)?.entries else { return }
    var names: [String] = []
    for step in steps where step.value["class_type"] != nil {
      for key in ["ckpt_name", "unet_name", "model_name", "lora_name"] {
        if let name = step.value["inputs"]?[key]?.text, !names.contains(name) { names.append(name) }
      }
    }
    for name in names {
      addCheckpoint(node.saying(name), key: "prompt", names.count > 1 ? .merge : .finetune, to: &document)
    }
  }

  /// Adds a checkpoint that is named by its id, or by its file, which is a hint; whether it was.
  @discardableResult
  private func addCheckpoint(
    _ node: YAMLNode?, key: String, _ relation: Relation, to document: inout ProvenanceDocument
  ) -> Bool {
    guard let node, let text = node.text?.trimmed else { return false }
    let count = document.sources.count
    if ArtefactID.isHubID(text), text.contains("/"), !Self.endings.contains(where: text.lowercased().hasSuffix) {
      document.add(node, key: key, kind: .model, relation)
    } else if let name = Self.name(ofFile: text) {
      document.add(node.saying(name), key: key, kind: .model, relation, certainty: .hinted)
    }
    return document.sources.count > count
  }

  private static let endings = [".safetensors", ".ckpt", ".pt", ".pth", ".bin", ".gguf", ".sft"]

  /// What the file of a checkpoint is called, if that tells it from others: it has letters and a number.
  private static func name(ofFile path: String) -> String? {
    guard var name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) else { return nil }
    if let ending = endings.first(where: name.lowercased().hasSuffix) { name.removeLast(ending.count) }
    return name.contains(where: \.isLetter) && name.contains(where: \.isNumber) ? name : nil
  }

  /// The JSON in a text.
  private func nested(_ node: YAMLNode) -> YAMLNode? {
    node.text.flatMap { JSONDocument(reading: SourceFile(path: node.file.path, text: $0, in: node.file.folder)).root }
  }
}
