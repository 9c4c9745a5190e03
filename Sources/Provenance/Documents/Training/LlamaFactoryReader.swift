import Obligations
import YAMLSource

/// Reads a LLaMA-Factory configuration: of training, or of merging an adapter into its base.
///
/// Configurations of inference and evaluation name no sources.
struct LlamaFactoryReader: TreeReader {
  let type = DocumentType.llamaFactory
  let marks = ["model_name_or_path"]
  let marksAreCertain = true

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    guard root["model_name_or_path"]?.text != nil else { return false }
    if Self.settings.contains(where: { root[$0] != nil }) { return true }
    return root["template"]?.text != nil && (root["stage"] != nil || root["dataset"] != nil)
  }

  /// Keys that no other tool has beside `model_name_or_path`.
  private static let settings = [
    "finetuning_type", "cutoff_len", "export_dir", "infer_backend", "adapter_name_or_path", "dataset_dir",
  ]

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    if root["export_dir"]?.isSet == true {
      readExport(root, into: &document)
    } else if root["do_train"]?.isYes == true || (root["do_train"] == nil && root["dataset"]?.isSet == true) {
      readTraining(root, into: &document)
    }
  }

  private func readTraining(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.takeSubject(pushedTo: [root["hub_model_id"]], writtenTo: [root["output_dir"]])
    let base: Relation =
      switch root["finetuning_type"]?.text ?? "lora" {
      case "full", "freeze": root["stage"]?.text == "pt" ? .continued : .finetune
      default: .adapter
      }
    document.add(
      root["model_name_or_path"], key: "model_name_or_path", kind: .model, base, revision: root["model_revision"])
    for adapter in root["adapter_name_or_path"]?.parts(at: UInt8(ascii: ",")) ?? [] {
      document.add(adapter, key: "adapter_name_or_path", kind: .model, .continued)
    }
    if root["reward_model_type"]?.text != "api" {
      document.add(root["reward_model"], key: "reward_model", kind: .model, .preferenceBy)
    }
    // Names of `dataset_info.json`, which says where the data comes from, or ids of the Hub.
    for dataset in root["dataset"]?.parts(at: UInt8(ascii: ",")) ?? [] {
      document.add(dataset, key: "dataset", kind: .dataset, .trainedOn)
    }
    if let folder = root["dataset_dir"], let text = folder.text, text.hasPrefix("REMOTE:") {
      document.add(
        String(text.dropFirst(7)), at: folder.location, .key("dataset_dir"), kind: .dataset, .trainedOn,
        certainty: .hinted)
    }
    for dataset in root["eval_dataset"]?.parts(at: UInt8(ascii: ",")) ?? [] {
      document.add(dataset, key: "eval_dataset", kind: .dataset, .evaluatedWith)
    }
  }

  /// An export makes a whole model of the base and its adapter, or quantizes it.
  private func readExport(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.takeSubject(pushedTo: [root["export_hub_model_id"]], writtenTo: [root["export_dir"]])
    let isQuantized = root["export_quantization_bit"]?.isSet == true
    let adapters = root["adapter_name_or_path"]?.parts(at: UInt8(ascii: ",")) ?? []
    document.add(
      root["model_name_or_path"], key: "model_name_or_path", kind: .model,
      isQuantized ? .quantized : adapters.isEmpty ? .finetune : .merge, revision: root["model_revision"])
    for adapter in adapters {
      document.add(adapter, key: "adapter_name_or_path", kind: .model, .merge)
    }
  }
}
