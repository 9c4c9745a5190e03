import YAMLSource

/// PEFT's `adapter_config.json`: the model to which an adapter belongs.
struct AdapterConfigReader: TreeReader {
  let type = DocumentType.adapterConfig
  let marks = ["peft_type", "base_model_name_or_path"]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    root["peft_type"] != nil || (root["base_model_name_or_path"] != nil && name.hasPrefix("adapter"))
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.add(
      root["base_model_name_or_path"], key: "base_model_name_or_path", kind: .model, .adapter, certainty: .declared,
      revision: root["revision"])
  }
}
