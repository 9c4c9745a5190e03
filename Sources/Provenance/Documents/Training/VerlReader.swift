import Obligations
import YAMLSource

/// Reads a configuration of verl, and of trainers built on its layout: the policy, its reward model, its data.
///
/// The critic's weights only help in training, and are in no release. Configurations of generation name no sources.
struct VerlReader: TreeReader {
  let type = DocumentType.verl
  let marks = ["actor_rollout_ref", "partial_pretrain", "policy:"]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    root["actor_rollout_ref"]?["model"] != nil || root["model"]?["partial_pretrain"] != nil
      || root["trainer"]?["policy"]?["model"]?["path"] != nil
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    let places: [(String, YAMLNode?, path: String)] = [
      ("actor_rollout_ref.model", root["actor_rollout_ref"]?["model"], "path"),
      ("model", root["model"], "partial_pretrain"),
      ("trainer.policy.model", root["trainer"]?["policy"]?["model"], "path"),
    ]
    for (key, model, path) in places {
      let rank = model?["lora_rank"]?.integer ?? model?["lora"]?["rank"]?.integer ?? 0
      document.add(model?[path], key: "\(key).\(path)", kind: .model, rank > 0 ? .adapter : .finetune)
    }
    let reward = root["reward_model"]
    if reward?["enable"]?.isYes == true {
      document.add(reward?["model"]?["path"], key: "reward_model.model.path", kind: .model, .preferenceBy)
    }
    let data = root["data"]
    for (key, relation) in [
      ("train_files", Relation.trainedOn), ("train_data", .trainedOn), ("val_files", .evaluatedWith),
      ("val_data", .evaluatedWith),
    ] {
      document.add(data?[key], key: "data.\(key)", kind: .dataset, relation)
    }
  }
}
