import Diagnostics
import Obligations
import YAMLSource

/// Reads an Oumi configuration: of training, of synthesis, of a judge, or of quantization.
///
/// Configurations of inference and evaluation name no sources.
struct OumiReader: TreeReader {
  let type = DocumentType.oumi
  let marks = ["model_name:", "\"model_name\"", "oumi train"]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    if Self.isJob(root) { return true }
    if let inference = root["inference_config"] {
      return inference["model"]?["model_name"] != nil
        && (root["strategy_params"] != nil || root["judge_params"] != nil)
    }
    guard root["model"]?["model_name"]?.text != nil else { return false }
    return root["data"]?["train"]?["datasets"] != nil || root["training"]?["trainer_type"] != nil
      || (root["method"]?.text != nil && root["output_path"]?.text != nil)
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    if Self.isJob(root) { return readJob(root, into: &document) }
    let generator = root["inference_config"]?["model"]?["model_name"]
    if root["strategy_params"] != nil {
      document.subjectKind = .dataset
      document.add(generator, key: "inference_config.model.model_name", kind: .model, .generatedBy)
      for input in root["strategy_params"]?["input_data"]?.items ?? [] {
        guard let path = input["path"], path.text?.hasPrefix("hf:") == true else { continue }
        document.add(path, key: "input_data.path", kind: .dataset, .derivedFrom)
      }
    } else if root["judge_params"] != nil {
      // What it judges may be data for training, or answers in a test.
      document.subjectKind = .dataset
      document.add(
        generator, key: "inference_config.model.model_name", kind: .model, .preferenceBy, certainty: .hinted)
    } else if root["data"] != nil || root["training"] != nil {
      readTraining(root, into: &document)
    } else {
      document.add(root["model"]?["model_name"], key: "model.model_name", kind: .model, .quantized)
    }
  }

  /// Whether it is the description of a job that trains.
  private static func isJob(_ root: YAMLNode) -> Bool { root["run"]?.text?.contains("oumi train") == true }

  /// A job names its recipe by a path, but often fetches the model beforehand.
  private func readJob(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    for key in ["setup", "run"] {
      guard let node = root[key] else { continue }
      let bytes = document.file.bytes[node.range.lowerBound..<node.range.upperBound]
      for command in DownloadCommand.all(in: bytes) {
        let range = SourceRange(
          node.range.lowerBound + command.range.lowerBound, node.range.lowerBound + command.range.upperBound)
        document.add(
          command.id, at: SourceLocation(document.file, range), .key(key), kind: .model, .finetune)
      }
    }
  }

  private func readTraining(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    let model = root["model"]
    let training = root["training"]
    document.takeSubject(pushedTo: [], writtenTo: [training?["output_dir"]])
    document.add(
      model?["model_name"], key: "model.model_name", kind: .model,
      training?["use_peft"]?.isYes == true ? .adapter : .finetune, revision: model?["model_revision"])
    document.add(model?["adapter_model"], key: "model.adapter_model", kind: .model, .continued)
    document.addTokenizer(model?["tokenizer_name"], key: "model.tokenizer_name", besides: [model?["model_name"]])
    document.add(
      training?["gkd"]?["teacher_model_name_or_path"], key: "training.gkd.teacher_model_name_or_path", kind: .model,
      .distilled)
    for (key, relation) in [("train", Relation.trainedOn), ("validation", .evaluatedWith), ("test", .evaluatedWith)] {
      for dataset in root["data"]?[key]?["datasets"]?.items ?? [] {
        // With a path, the name is that of a loader.
        let hasPath = dataset["dataset_path"]?.isSet == true
        guard let name = dataset["dataset_name"], !hasPath || name.text?.contains("/") == true else { continue }
        document.add(name, key: "data.\(key).datasets.dataset_name", kind: .dataset, relation)
      }
    }
  }
}
