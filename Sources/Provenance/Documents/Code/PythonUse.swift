import Obligations

/// What a program does with what it loads, by the functions that it calls.
struct PythonUse {
  private let trains: Bool
  private let trainsAdapter: Bool
  /// Whether it makes a dataset, and trains nothing.
  let makesData: Bool
  /// Whether it uses Bespoke Curator, in which every subclass of a generator takes its model's name.
  let isCurator: Bool

  init(of program: PythonProgram, _ wordings: CardWordings) {
    let names = Set(program.calls.map(\.name))
    let adapters = ["get_peft_model", "LoraConfig", "get_peft_config", "prepare_model_for_kbit_training"]
    trainsAdapter = adapters.contains(where: names.contains) && !names.contains("merge_and_unload")
    trains =
      trainsAdapter || names.contains("backward")
      || names.contains { $0.hasSuffix("Trainer") || $0.hasSuffix("TrainingArguments") }
    let writes = ["push_to_hub", "concatenate_datasets", "save_to_disk", "to_json", "to_parquet", "LoadDataFromHub"]
    makesData =
      !trains && !names.contains("save_pretrained")
      && (writes.contains(where: names.contains) || !program.requests.isEmpty
        || program.calls.contains { $0.isGenerator(wordings) })
    isCurator = program.mentions("curator")
  }

  /// How what the program makes came from a model that it loads.
  var base: Relation { trainsAdapter ? .adapter : .finetune }

  /// How what the program makes came from a dataset that it loads, which says itself where it only measures.
  func data(of call: PythonProgram.Call) -> Relation {
    guard !makesData else { return .derivedFrom }
    let split = call.named["split"]?.first?.text ?? ""
    let target = call.target?.lowercased() ?? ""
    let measures = ["test", "validation", "eval", "val_", "dev"]
    if measures.contains(where: { split.hasPrefix($0) || target.hasPrefix($0) }) { return .evaluatedWith }
    return .trainedOn
  }

  var data: Relation { makesData ? .derivedFrom : .trainedOn }
}

/// What the name of an argument or field says about the artefact that its default names.
struct PythonKey {
  let kind: ArtefactKind
  let relation: Relation
  /// Whether the name can mean nothing else; `model` and `data_path` can be anything.
  let isPlain: Bool

  init?(_ name: String, _ use: PythonUse) {
    let key = name.lowercased()
    if key.hasPrefix("teacher") && !key.hasSuffix("revision") && !key.hasSuffix("kwargs") {
      (kind, relation, isPlain) = (.model, .distilled, key.contains("model"))
    } else if key.hasPrefix("reward_model") || key.hasPrefix("judge_model") {
      (kind, relation, isPlain) = (.model, .preferenceBy, !key.hasSuffix("type"))
    } else if ["model_name_or_path", "pretrained_model_name_or_path", "base_model_name_or_path"].contains(key) {
      (kind, relation, isPlain) = (.model, use.base, true)
    } else if ["base_model", "base_model_name", "model_name", "model_id", "model_path", "model"].contains(key) {
      (kind, relation, isPlain) = (.model, use.base, false)
    } else if key == "dataset_name" || key == "train_dataset_name" {
      (kind, relation, isPlain) = (.dataset, use.data, true)
    } else if ["dataset", "dataset_id", "dataset_path", "train_dataset", "data_path"].contains(key) {
      (kind, relation, isPlain) = (.dataset, use.data, false)
    } else if ["eval_dataset", "eval_dataset_name", "test_dataset", "validation_dataset"].contains(key) {
      (kind, relation, isPlain) = (.dataset, .evaluatedWith, false)
    } else {
      return nil
    }
  }

  /// Whether a default is plainly an artefact's name, rather than a word of the program.
  func accepts(_ text: String) -> Bool { text.contains("/") || (kind == .model && SourceName.isTelling(text)) }
}
