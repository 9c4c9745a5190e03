import Obligations
import YAMLSource

/// Reads a distilabel `pipeline.yaml`: the dataset that a pipeline makes, from which data and by which models.
struct DistilabelReader: TreeReader {
  let type = DocumentType.distilabel
  let marks = ["distilabel"]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    root["pipeline"]?["steps"]?.items != nil && (root["distilabel"] != nil || root["pipeline"]?["connections"] != nil)
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.subjectKind = .dataset
    for item in root["pipeline"]?["steps"]?.items ?? [] {
      let step = item["step"] ?? item
      let name = step["type_info"]?["name"]?.text ?? ""
      switch name {
      case "LoadDataFromHub":
        document.add(
          step["repo_id"], key: "LoadDataFromHub.repo_id", kind: .dataset, .derivedFrom, revision: step["revision"])
      case "PushToHub":
        document.takeSubject(pushedTo: [step["repo_id"]])
      default:
        let isJudge = Self.isJudge(name)
        addModels(of: step, task: name, isJudge ? .preferenceBy : .generatedBy, to: &document)
        // PairRM and RewardModelScore are steps that hold their model themselves.
        if isJudge {
          for key in Self.modelKeys { document.add(step[key], key: "\(name).\(key)", kind: .model, .preferenceBy) }
        }
      }
    }
  }

  /// Whether a task scores or ranks what other models wrote, by its name.
  static func isJudge(_ task: String) -> Bool { judges.contains { task.contains($0) } }

  private static let judges = [
    "UltraFeedback", "Scorer", "Prometheus", "PairRM", "RewardModel", "Backtranslation", "Judge",
  ]
  private static let modelKeys = ["model", "model_id", "model_name"]

  /// Adds the models of a step, also those that a mixture of agents nests.
  private func addModels(
    of node: YAMLNode, task: String, _ relation: Relation, to document: inout ProvenanceDocument
  ) {
    if node["type_info"]?["module"]?.text?.contains(".llms") == true {
      for key in Self.modelKeys {
        document.add(
          node[key], key: "\(task).llm.\(key)", kind: .model, relation,
          revision: node["revision"])
      }
    }
    for entry in node.entries ?? [] where entry.key.text != "runtime_parameters_info" {
      for value in entry.value.items ?? [entry.value] {
        addModels(of: value, task: task, relation, to: &document)
      }
    }
  }
}
