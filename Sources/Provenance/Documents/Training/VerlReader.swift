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
    document.add(
      Self.enabled(root["reward_model"])?["model"]?["path"], key: "reward_model.model.path", kind: .model,
      .preferenceBy)
    document.add(
      Self.enabled(root["reward"]?["reward_model"])?["model_path"], key: "reward.reward_model.model_path", kind: .model,
      .preferenceBy)
    let distillation = Self.enabled(root["distillation"])
    document.add(
      distillation?["teacher_model"]?["model_path"], key: "distillation.teacher_model.model_path", kind: .model,
      .distilled)
    for teacher in distillation?["teacher_models"]?.entries ?? [] {
      document.add(
        teacher.value["model_path"], key: "distillation.teacher_models.model_path", kind: .model, .distilled)
    }
    // A server of a teacher has an address, and no name.
    if let teaches = root["actor_rollout_ref"]?["actor"]?["use_teacher_kl_loss"], teaches.isYes {
      document.unnamed.append(
        UnnamedSource(.distilled, basis: .key("actor.use_teacher_kl_loss"), at: teaches.location))
    }
    let data = root["data"]
    for (key, relation) in [
      ("train_files", Relation.trainedOn), ("train_data", .trainedOn), ("val_files", .evaluatedWith),
      ("val_data", .evaluatedWith),
    ] {
      document.add(data?[key], key: "data.\(key)", kind: .dataset, relation)
    }
  }

  /// A section that is turned on; defaults fill in the names of those that are not.
  private static func enabled(_ section: YAMLNode?) -> YAMLNode? {
    (section?["enable"] ?? section?["enabled"])?.isYes == true ? section : nil
  }
}
