import Obligations
import YAMLSource

/// Reads an AutoTrain configuration, and the parameters that AutoTrain leaves beside the weights.
struct AutoTrainReader: TreeReader {
  let type = DocumentType.autoTrain
  let marks = ["project_name"]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    guard root["project_name"] != nil else { return false }
    return (root["base_model"] != nil && root["data"]?["path"] != nil)
      || (root["data_path"] != nil && (root["model"] != nil || root["base_model"] != nil))
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.takeSubject(pushedTo: [], writtenTo: [root["project_name"]])
    let isAdapter = [root["params"]?["peft"], root["peft"]].contains { $0?.text == "true" }
    let isMerged = [root["params"]?["merge_adapter"], root["merge_adapter"]].contains { $0?.text == "true" }
    for key in ["base_model", "model"] {
      document.add(root[key], key: key, kind: .model, isAdapter && !isMerged ? .adapter : .finetune)
    }
    let data = root["data"]
    document.add(data?["path"], key: "data.path", kind: .dataset, relation(of: data?["train_split"]))
    document.add(root["data_path"], key: "data_path", kind: .dataset, relation(of: root["train_split"]))
  }

  /// Without a split to train on, data only measure.
  private func relation(of split: YAMLNode?) -> Relation { split?.isNull ?? false ? .evaluatedWith : .trainedOn }
}
