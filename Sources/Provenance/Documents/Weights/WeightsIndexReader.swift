import YAMLSource

/// The index of sharded weights, `model.safetensors.index.json`: what stands under `metadata`.
struct WeightsIndexReader: TreeReader {
  let type = DocumentType.safetensors
  // An index lists many thousand tensors; only what a tool wrote about sources makes it worth reading.
  let marks = ["\"base_model\"", "\"base_model_name_or_path\"", "\"modelspec.", "\"ss_", "\"_name_or_path\""]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    root["weight_map"] != nil && root["metadata"]?.entries != nil
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    if let metadata = root["metadata"] { WeightsMetadata(metadata).read(into: &document) }
  }
}
