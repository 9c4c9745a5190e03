import Obligations
import YAMLSource

/// Reads the `datadreamer.json` that DataDreamer uploads beside a dataset: what each step used.
struct DataDreamerReader: TreeReader {
  let type = DocumentType.dataDreamer
  let marks = ["data_card"]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    root["data_card"]?.entries?.contains { step in
      ["Date & Time", "Model Name", "Dataset Name"].contains { step.value[$0] != nil }
    } == true
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.subjectKind = .dataset
    for step in root["data_card"]?.entries ?? [] {
      document.add(step.value["Model Name"], key: "Model Name", kind: .model, .generatedBy)
      document.add(step.value["Dataset Name"], key: "Dataset Name", kind: .dataset, .derivedFrom)
    }
  }
}
