import Obligations
import YAMLSource

/// Reads a torchtune configuration: checkpoints in folders called after models, and datasets by their builders.
///
/// Configurations of generation, evaluation and quantization train on nothing and name no sources.
struct TorchtuneReader: TreeReader {
  let type = DocumentType.torchtune
  let marks = ["torchtune."]
  let marksAreCertain = true

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    ["model", "checkpointer", "tokenizer", "dataset"].contains {
      Self.builder(root[$0])?.hasPrefix("torchtune.") == true
    }
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    guard root["dataset"]?.isSet == true else { return }
    document.takeSubject(pushedTo: [], writtenTo: [root["output_dir"]])
    let builder = Self.builder(root["model"])?.split(separator: ".").last ?? ""
    let trainsAdapter = ["lora_", "qlora_", "dora_", "qdora_"].contains { builder.hasPrefix($0) }
    add(root, "checkpointer", builtBy: root["model"], trainsAdapter ? .adapter : .finetune, to: &document)
    add(root, "teacher_checkpointer", builtBy: root["teacher_model"], .distilled, to: &document)
    for key in ["reward_checkpointer", "reward_and_value_checkpointer"] {
      add(root, key, builtBy: root["reward_and_value_model"], .preferenceBy, to: &document)
    }
    addDatasets(root, "dataset", .trainedOn, to: &document)
    for key in ["dataset_val", "val_dataset", "dataset_validation"] {
      addDatasets(root, key, .evaluatedWith, to: &document)
    }
  }

  /// Adds the model in a checkpoint's folder. That the folder is called after a model is a hint; it is said where the
  /// builder of the model has the same name, or the comment on top tells to download that model there.
  private func add(
    _ root: YAMLNode, _ key: String, builtBy model: YAMLNode?, _ relation: Relation,
    to document: inout ProvenanceDocument
  ) {
    guard let folder = root[key]?["checkpoint_dir"], let text = folder.text else { return }
    let known = document.sources.count
    document.add(folder, key: "\(key).checkpoint_dir", kind: .model, relation)
    guard document.sources.count > known, case .path(let path) = SourceName(text), let name = SourceName.named(by: path)
    else { return }
    let download = DownloadCommand.all(in: document.file.bytes.prefix(Self.longestComment)).first {
      ArtefactID($0.id).name == name
    }
    if let download {
      document.sources[known].id = ArtefactID(download.id)
      document.sources[known].certainty = .stated
    } else if let builder = Self.builder(model)?.split(separator: ".").last, Self.agrees(builder, with: name) {
      document.sources[known].certainty = .stated
    }
  }

  /// How much of a file is searched for the comment on top, in bytes.
  private static let longestComment = 4096

  /// Whether the words of a builder, `lora_llama3_1_8b`, all stand in a folder's name, `Meta-Llama-3.1-8B-Instruct`.
  private static func agrees(_ builder: Substring, with folder: String) -> Bool {
    let words = ArtefactID.words(of: builder).filter { !["lora", "qlora", "dora", "qdora"].contains($0) }
    let known = ArtefactID.words(of: folder)
    return words.count > 1 && words.allSatisfy(known.contains)
  }

  private func addDatasets(
    _ root: YAMLNode, _ key: String, _ relation: Relation, to document: inout ProvenanceDocument
  ) {
    let node = root[key]
    for dataset in node?.items ?? node?["datasets"]?.items ?? [node].compactMap({ $0 }) {
      if let source = dataset["source"], source.isSet {
        document.add(source, key: "\(key).source", kind: .dataset, relation)
        continue
      }
      guard let builder = dataset["_component_"], let text = builder.text,
        let id = Self.datasets[String(text.split(separator: ".").last ?? "")], text.hasPrefix("torchtune.")
      else { continue }
      document.add(
        SourceStatement(
          id: ArtefactID(id), kind: .dataset, relation: relation, certainty: .stated, location: builder.location,
          basis: .key("\(key)._component_")))
    }
  }

  private static func builder(_ node: YAMLNode?) -> String? { node?["_component_"]?.text }

  /// What torchtune's builders load where no `source` is given (its documentation of `torchtune.datasets`).
  private static let datasets = [
    "alpaca_cleaned_dataset": "yahma/alpaca-cleaned",
    "alpaca_dataset": "tatsu-lab/alpaca",
    "cnn_dailymail_articles_dataset": "ccdv/cnn_dailymail",
    "grammar_dataset": "liweili/c4_200m",
    "hh_rlhf_helpful_dataset": "RLHFlow/HH-RLHF-Helpful-standard",
    "llava_instruct_dataset": "liuhaotian/LLaVA-Instruct-150K",
    "samsum_dataset": "Samsung/samsum",
    "slimorca_dataset": "Open-Orca/SlimOrca-Dedup",
    "stack_exchange_paired_dataset": "lvwerra/stack-exchange-paired",
    "the_cauldron_dataset": "HuggingFaceM4/the_cauldron",
    "wikitext_dataset": "EleutherAI/wikitext_document_level",
  ]
}
