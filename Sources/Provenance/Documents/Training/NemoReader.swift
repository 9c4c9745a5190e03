import Obligations
import YAMLSource

/// Reads a configuration of NeMo, NeMo-Aligner, NeMo-RL or NeMo AutoModel.
///
/// Most of NeMo's checkpoints are `.nemo` files on somebody's disk, called after models; `???` marks what the command
/// line has to give.
struct NemoReader: TreeReader {
  let type = DocumentType.nemo
  let marks = ["exp_manager", "restore_from_path", "nemo_automodel", "policy:", "step_scheduler"]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    if root["exp_manager"] != nil || root["restore_from_path"] != nil { return root["trainer"] != nil }
    return Self.isReinforced(root) || Self.isAutoModel(root)
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    if Self.isReinforced(root) {
      readReinforced(root, into: &document)
    } else if Self.isAutoModel(root) {
      readAutoModel(root, into: &document)
    } else {
      readMegatron(root, into: &document)
    }
  }

  // MARK: NeMo and NeMo-Aligner

  private func readMegatron(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    let model = root["model"]
    let data = model?["data"]
    // A configuration of inference has a trainer, too, but neither data nor steps of an optimizer.
    guard model?["optim"] != nil || data != nil || model?["train_ds"] != nil else { return }
    let scheme = model?["peft"]?["peft_scheme"]
    let trainsAdapter = scheme?.isSet == true && scheme?.text?.lowercased() != "none"
    let base: Relation = trainsAdapter ? .adapter : .finetune
    let places: [(String, YAMLNode?)] = [
      ("model.restore_from_path", model?["restore_from_path"]),
      ("pretrained_checkpoint.restore_from_path", root["pretrained_checkpoint"]?["restore_from_path"]),
      ("restore_from_path", root["restore_from_path"]), ("model.language_model_path", model?["language_model_path"]),
      ("init_from_pretrained_model", root["init_from_pretrained_model"]),
      ("init_from_nemo_model", root["init_from_nemo_model"]),
    ]
    for (key, node) in places { document.add(node, key: key, kind: .model, base) }
    document.add(
      model?["teacher"]?["restore_from_path"] ?? model?["kd_teacher_restore_from_path"],
      key: "model.teacher.restore_from_path", kind: .model, .distilled)
    // The teacher's logits come in the data, without its name.
    if let distillation = model?["knowledge_distillation"], distillation.entries != nil {
      document.unnamed.append(
        UnnamedSource(.distilled, basis: .key("model.knowledge_distillation"), at: distillation.location))
    }
    if model?["tokenizer"]?["library"]?.text == "huggingface" {
      document.addTokenizer(
        model?["tokenizer"]?["type"], key: "model.tokenizer.type", besides: places.map(\.1))
    }
    for (key, relation) in [
      ("train_ds", Relation.trainedOn), ("validation_ds", .evaluatedWith), ("test_ds", .evaluatedWith),
    ] {
      guard let set = data?[key] ?? model?[key], set["hf_dataset"]?.isYes == true else { continue }
      document.add(set["file_path"], key: "\(key).file_path", kind: .dataset, relation)
    }
  }

  // MARK: NeMo-RL

  private static func isReinforced(_ root: YAMLNode) -> Bool {
    root["policy"]?["model_name"]?.text != nil
      && ["grpo", "dpo", "sft", "rm", "distillation", "loss_fn", "cluster"].contains { root[$0] != nil }
  }

  private func readReinforced(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    let policy = root["policy"]
    let trainsAdapter = ["dtensor_cfg", "megatron_cfg"].contains { policy?[$0]?["lora_cfg"]?["enabled"]?.isYes == true }
    document.add(policy?["model_name"], key: "policy.model_name", kind: .model, trainsAdapter ? .adapter : .finetune)
    document.add(root["teacher"]?["model_name"], key: "teacher.model_name", kind: .model, .distilled)
    let data = root["data"]
    for (key, relation) in [("train", Relation.trainedOn), ("validation", .evaluatedWith)] {
      document.add(data?[key]?["dataset_name"], key: "data.\(key).dataset_name", kind: .dataset, relation)
    }
    document.add(data?["dataset_name"], key: "data.dataset_name", kind: .dataset, .trainedOn)
    for environment in root["env"]?.entries ?? [] where environment.value["enabled"]?.bool != false {
      document.add(environment.value["model_name"], key: "env.model_name", kind: .model, .preferenceBy)
    }
  }

  // MARK: NeMo AutoModel

  private static func isAutoModel(_ root: YAMLNode) -> Bool {
    root["model"]?["_target_"]?.text?.hasPrefix("nemo_automodel.") == true
      || (root["model"]?["pretrained_model_name_or_path"] != nil && root["step_scheduler"] != nil)
  }

  private func readAutoModel(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.add(
      root["model"]?["pretrained_model_name_or_path"], key: "model.pretrained_model_name_or_path", kind: .model,
      root["peft"]?.entries != nil ? .adapter : .finetune)
    document.add(
      root["teacher_model"]?["pretrained_model_name_or_path"], key: "teacher_model.pretrained_model_name_or_path",
      kind: .model, .distilled)
    for (key, relation) in [("dataset", Relation.trainedOn), ("validation_dataset", .evaluatedWith)] {
      for field in ["dataset_name", "path_or_dataset", "path_or_dataset_id"] {
        document.add(root[key]?[field], key: "\(key).\(field)", kind: .dataset, relation)
      }
    }
  }
}
