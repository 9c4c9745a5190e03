import Obligations
import YAMLSource

/// Reads a recipe of TRL's scripts and their relatives: alignment-handbook, open-instruct, open-r1, SimPO, and other
/// scripts on the arguments of the `transformers` examples.
struct TRLReader: TreeReader {
  let type = DocumentType.trl
  let marks = ["model_name_or_path"]
  let marksAreCertain = true

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    Self.bases.contains { root[$0]?.text != nil }
      && (Self.dataKeys.contains { root[$0] != nil } || Self.trainingKeys.contains { root[$0] != nil })
  }

  private static let bases = ["model_name_or_path", "pretrained_model_name_or_path"]
  private static let dataKeys = [
    "dataset_name", "dataset_mixer", "dataset_mixer_list", "dataset_mixture", "datasets", "dataset", "train_dataset",
    "train_dataset_name",
  ]
  private static let evaluationKeys = [
    "dataset_mixer_eval", "dataset_mixer_eval_list", "dataset_eval_mixer", "eval_dataset", "eval_dataset_name",
    "test_dataset_name",
  ]
  private static let trainingKeys = [
    "learning_rate", "per_device_train_batch_size", "num_train_epochs", "gradient_accumulation_steps", "do_train",
  ]
  private static let generationKeys = [
    "num_generations", "max_completion_length", "max_new_tokens", "temperature", "top_p",
  ]
  private static let teacherKeys = ["teacher_model_name_or_path", "teacher_model_path", "teacher_model"]
  private static let judgeKeys = [
    "reward_model_path", "reward_model_name_or_path", "reward_model", "judge_model", "judge_model_name_or_path",
    "llm_judge_model",
  ]

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    let trains = Self.trainingKeys.contains { root[$0] != nil }
    guard trains || !Self.generationKeys.contains(where: { root[$0] != nil }) else {
      return readGeneration(root, into: &document)
    }
    // Without a sign of training the model may as well be measured.
    let certainty: Certainty = trains ? .stated : .hinted
    takeSubject(root, into: &document)
    let trainsAdapter = ["use_peft", "use_lora", "use_qlora"].contains { root[$0]?.isYes == true }
    for key in Self.bases + ["sft_model_path"] {
      document.add(
        root[key], key: key, kind: .model, trainsAdapter ? .adapter : .finetune, certainty: certainty,
        revision: root["model_revision"] ?? root["revision"])
    }
    let models = Self.bases.map { root[$0] }
    for key in ["tokenizer_name_or_path", "tokenizer_name"] {
      document.addTokenizer(root[key], key: key, besides: models)
    }
    for key in Self.teacherKeys {
      document.add(root[key], key: key, kind: .model, .distilled, revision: root["teacher_model_revision"])
    }
    for key in Self.judgeKeys { document.add(root[key], key: key, kind: .model, .preferenceBy) }
    // Functions of the script, except for ids of models.
    for function in root["reward_funcs"]?.oneOrMany ?? [] where function.text?.contains("/") == true {
      document.add(function, key: "reward_funcs", kind: .model, .preferenceBy)
    }
    readJudge(root["judge"], into: &document)
    for key in Self.dataKeys {
      addDatasets(root[key], key: key, .trainedOn, certainty, revision: root["dataset_revision"], to: &document)
    }
    for key in Self.evaluationKeys { addDatasets(root[key], key: key, .evaluatedWith, certainty, to: &document) }
  }

  /// A script that has a model answer a dataset makes or filters data.
  private func readGeneration(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.subjectKind = .dataset
    for key in Self.bases {
      document.add(
        root[key], key: key, kind: .model, .generatedBy, certainty: .hinted, revision: root["model_revision"])
    }
    for key in Self.dataKeys { addDatasets(root[key], key: key, .derivedFrom, .stated, to: &document) }
  }

  private func takeSubject(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.takeSubject(
      pushedTo: [root["hub_model_id"], root["push_to_hub_model_id"]], writtenTo: [root["output_dir"]])
    // open-instruct writes owner and name apart.
    if let owner = root["hf_entity"]?.text, let name = root["hf_repo_id"], let text = name.text, !text.contains("/"),
      ArtefactID.isHubID("\(owner)/\(text)")
    {
      document.subject = Fact("\(owner)/\(text)", at: name.location)
      document.isSubjectSure = true
    }
  }

  /// TRL's judges are called by words, of which only one stands for a certain model.
  private func readJudge(_ node: YAMLNode?, into document: inout ProvenanceDocument) {
    guard let node, let text = node.text, node.isSet else { return }
    switch text {
    case "pair_rm":
      document.add(
        SourceStatement(
          id: ArtefactID("llm-blender/PairRM"), kind: .model, relation: .preferenceBy, certainty: .stated,
          location: node.location, basis: .key("judge")))
    case "hf", "openai":
      document.unnamed.append(UnnamedSource(.preferenceBy, basis: .key("judge"), at: node.location))
    default: document.add(node, key: "judge", kind: .model, .preferenceBy)
    }
  }

  private func addDatasets(
    _ node: YAMLNode?, key: String, _ relation: Relation, _ certainty: Certainty, revision: YAMLNode? = nil,
    to document: inout ProvenanceDocument
  ) {
    guard let node else { return }
    // `dataset_mixture: { datasets: [{ id, split, weight }] }` of alignment-handbook; the fractions of a list have no
    // letters, and are no names.
    for name in (node["datasets"] ?? node).names(under: "id", "path", "dataset_name", "name") {
      document.add(name, key: key, kind: .dataset, relation, certainty: certainty, revision: revision)
    }
  }
}
