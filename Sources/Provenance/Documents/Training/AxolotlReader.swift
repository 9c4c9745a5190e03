import Obligations
import YAMLSource

/// Reads an axolotl configuration: the base, the data, and whether an adapter is trained.
struct AxolotlReader: TreeReader {
  let type = DocumentType.axolotl
  let marks = ["base_model:", "\"base_model\""]
  let marksAreCertain = true

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    guard root["base_model"]?.text != nil, root["merge_method"] == nil else { return false }
    return Self.settings.contains { root[$0] != nil } || root["datasets"]?.items?.contains { $0["path"] != nil } == true
  }

  /// Keys that no other tool has beside `base_model`.
  private static let settings = [
    "adapter", "dataset_prepared_path", "gradient_accumulation_steps", "micro_batch_size", "num_epochs",
    "pretraining_dataset", "rl", "sequence_len", "val_set_size",
  ]

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.takeSubject(pushedTo: [root["hub_model_id"]], writtenTo: [root["output_dir"]])
    // Whoever sets the adapter's rank and forgets `adapter` means one, too.
    let isAdapter = root["adapter"].map(\.isSet) ?? (root["lora_r"]?.isSet == true)
    let trainsAdapter = isAdapter && root["relora"]?.isYes != true && root["relora_steps"] == nil
    let base: Relation =
      trainsAdapter ? .adapter : root["pretraining_dataset"]?.isSet == true ? .continued : .finetune
    document.add(
      root["base_model"], key: "base_model", kind: .model, base, revision: root["revision_of_model"])
    document.add(root["lora_model_dir"], key: "lora_model_dir", kind: .model, .continued)
    document.addTokenizer(root["tokenizer_config"], key: "tokenizer_config", besides: [root["base_model"]])
    for key in ["datasets", "pretraining_dataset"] { addDatasets(root[key], key: key, .trainedOn, to: &document) }
    addDatasets(root["test_datasets"], key: "test_datasets", .evaluatedWith, to: &document)
    // The server of a teacher has an address, and no name.
    if let teaches = root["kd_trainer"], teaches.isYes {
      document.unnamed.append(UnnamedSource(.distilled, basis: .key("kd_trainer"), at: teaches.location))
    }
  }

  private func addDatasets(
    _ node: YAMLNode?, key: String, _ relation: Relation, to document: inout ProvenanceDocument
  ) {
    for item in node?.entries == nil ? node?.oneOrMany ?? [] : [node].compactMap({ $0 }) {
      let isNested = item.entries != nil
      document.add(
        isNested ? item["path"] : item, key: isNested ? "\(key).path" : key, kind: .dataset, relation,
        revision: item["revision"])
    }
  }
}
