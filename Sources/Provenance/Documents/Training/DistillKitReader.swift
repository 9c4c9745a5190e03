import Obligations
import YAMLSource

/// Reads a DistillKit configuration: teacher, student and data.
struct DistillKitReader: TreeReader {
  let type = DocumentType.distillKit
  let marks = ["teacher:", "\"teacher\""]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    (root["teacher"] != nil && root["model"]?.text != nil && root["dataset"] != nil)
      || (root["models"]?["teacher"] != nil && root["models"]?["student"] != nil)
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    let training = root["training_args"] ?? root["training"]
    document.takeSubject(
      pushedTo: [training?["hub_model_id"]], writtenTo: [root["output_path"], training?["output_dir"]])
    document.add(root["model"], key: "model", kind: .model, .finetune)
    document.add(root["models"]?["student"], key: "models.student", kind: .model, .finetune)
    document.add(root["models"]?["teacher"], key: "models.teacher", kind: .model, .distilled)
    readTeacher(root["teacher"], into: &document)
    let data = root["dataset"]
    for (key, relation) in [("train_dataset", Relation.trainedOn), ("eval_dataset", .evaluatedWith)] {
      let set = data?[key]
      document.add(
        set?["repo_id"] ?? (set?.entries == nil ? set : nil), key: "dataset.\(key)", kind: .dataset, relation,
        revision: set?["revision"])
    }
    document.add(data?["name"], key: "dataset.name", kind: .dataset, .trainedOn)
  }

  private func readTeacher(_ teacher: YAMLNode?, into document: inout ProvenanceDocument) {
    guard let teacher else { return }
    if teacher["kind"]?.text == "dataset" {
      // Its logits lie in the training data; nobody says whose they are.
      document.unnamed.append(UnnamedSource(.distilled, basis: .key("teacher.kind"), at: teacher.location))
    } else if teacher.entries == nil {
      document.add(teacher, key: "teacher", kind: .model, .distilled)
    } else {
      for key in ["path", "model", "model_name", "repo_id"] {
        document.add(
          teacher[key], key: "teacher.\(key)", kind: .model, .distilled, revision: teacher["revision"])
      }
    }
  }
}
