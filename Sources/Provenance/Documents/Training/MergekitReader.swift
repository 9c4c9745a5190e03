import Diagnostics
import Obligations
import YAMLSource

/// Reads a mergekit configuration: every model that goes into the merge.
///
/// Covers plain merges, slices, modules, mixtures of experts (`experts[].source_model`) and genomes of evolution.
struct MergekitReader: TreeReader {
  let type = DocumentType.mergekit
  let marks = ["merge_method", "source_model"]
  let marksAreCertain = true

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    let root = root["genome"] ?? root
    if root["merge_method"]?.text != nil {
      return ["models", "slices", "modules", "base_model"].contains { root[$0] != nil }
    }
    return root["experts"]?.items?.contains { $0["source_model"] != nil } == true
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    let root = root["genome"] ?? root
    add(root["base_model"], key: "base_model", to: &document)
    read(parts: root, into: &document)
    for module in root["modules"]?.entries ?? [] { read(parts: module.value, into: &document) }
    for key in ["experts", "shared_experts"] {
      for expert in root[key]?.items ?? [] { add(expert["source_model"], key: "\(key).source_model", to: &document) }
    }
    addTokenizer(root["tokenizer_source"], key: "tokenizer_source", to: &document)
    addTokenizer(root["tokenizer"]?["source"], key: "tokenizer.source", to: &document)
  }

  /// `models[].model` and `slices[].sources[].model` of a merge or of one module.
  private func read(parts node: YAMLNode, into document: inout ProvenanceDocument) {
    for model in node["models"]?.items ?? [] {
      add(model["model"] ?? model, key: "models.model", to: &document)
    }
    for slice in node["slices"]?.items ?? [] {
      for source in slice["sources"]?.items ?? [] {
        add(source["model"], key: "slices.sources.model", to: &document)
      }
    }
  }

  /// Adds what a reference to a model names: `owner/name@revision+lora`, or `{ model: { path, revision }, lora: {…} }`.
  private func add(_ node: YAMLNode?, key: String, to document: inout ProvenanceDocument) {
    guard let node else { return }
    guard node.entries == nil else {
      if let path = node["path"] {
        addModel(path, key: key, revision: node["revision"], to: &document)
      } else {
        add(node["model"], key: key, to: &document)
        add(node["lora"], key: key, to: &document)
      }
      return
    }
    for part in node.parts(at: UInt8(ascii: "+")) { addModel(part, key: key, revision: nil, to: &document) }
  }

  /// Names without an owner are folders, or other merges of the same file, unless they are plainly called after models.
  private func addModel(_ node: YAMLNode, key: String, revision: YAMLNode?, to document: inout ProvenanceDocument) {
    guard let text = node.text else { return }
    let isBare = !text.contains { $0 == "/" || $0 == "\\" }
    guard !isBare || SourceName.isTelling(text) else { return }
    document.add(node, key: key, kind: .model, .merge, certainty: isBare ? .hinted : .stated, revision: revision)
  }

  private func addTokenizer(_ node: YAMLNode?, key: String, to document: inout ProvenanceDocument) {
    guard let text = node?.text else { return }
    let model = text.hasPrefix("model:") ? String(text.dropFirst(6)) : text
    // Else a word: `union`, `base`.
    guard model.contains("/"), let node, case .artefact(let id, let revision) = SourceName(model) else { return }
    document.add(
      SourceStatement(
        id: ArtefactID(id), kind: .model, relation: .tokenizerOf, certainty: .stated, location: node.location,
        basis: .key(key), revision: revision))
  }
}
