import Obligations
import YAMLSource

/// A summary of the Data Provenance Initiative: the datasets of a collection, with their makers and licences.
struct DataProvenanceInitiativeReader: TreeReader {
  let finder: MentionFinder
  let type = DocumentType.dataProvenanceInitiative
  let marks = ["\"Unique Dataset Identifier\"", "Unique Dataset Identifier:"]

  func recognises(_ root: YAMLNode, name: String) -> Bool { !entries(of: root).isEmpty }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.subjectKind = .dataset
    for entry in entries(of: root) { read(dataset: entry, into: &document) }
  }

  /// The datasets of a file: each stands under its own identifier, which templates leave out.
  private func entries(of root: YAMLNode) -> [YAMLNode] {
    (root.entries ?? []).filter { $0.value[Self.identifier]?.text == $0.key.text }.map(\.value)
  }

  private static let identifier = "Unique Dataset Identifier"

  private func read(dataset entry: YAMLNode, into document: inout ProvenanceDocument) {
    guard let id = id(of: entry) else { return }
    let dataset = StatementChild.artefact(id, .dataset)
    for node in entry["Model Generated"]?.oneOrMany ?? [] {
      guard let text = node.text?.trimmed, !Self.isNothing(text) else { continue }
      if Self.anyModel.contains(text.lowercased()) {
        document.unnamed.append(
          UnnamedSource(.generatedBy, of: dataset, basis: .key("Model Generated"), at: node.location))
      } else if let model = finder.artefact(called: text), model.kind == .model {
        document.add(
          SourceStatement(
            id: model.id, kind: .model, relation: .generatedBy, child: dataset, certainty: .declared,
            location: node.location, basis: .key("Model Generated")))
      } else {
        document.add(node, key: "Model Generated", kind: .model, .generatedBy, of: dataset, certainty: .declared)
      }
    }
    for node in entry["Derived from Datasets"]?.oneOrMany ?? [] where !Self.isNothing(node.text ?? "") {
      document.add(node, key: "Derived from Datasets", kind: .dataset, .derivedFrom, of: dataset, certainty: .declared)
    }
    for license in entry["Licenses"]?.oneOrMany ?? [] where !Self.isNothing(license["License"]?.text ?? "") {
      // The address shows where the licence is named, which is mostly not its text.
      document.claim(license["License"], of: id, kind: .dataset)
    }
  }

  /// The Hub's id where the dataset has one, else its name.
  private func id(of entry: YAMLNode) -> ArtefactID? {
    for key in ["Hugging Face URL", "Dataset Name", Self.identifier] {
      guard let text = entry[key]?.text, case .artefact(let id, _) = SourceName(text) else { continue }
      return ArtefactID(id)
    }
    return nil
  }

  /// Words for nothing, for what is not known, and for what people or scripts wrote.
  private static func isNothing(_ text: String) -> Bool {
    ["", "none", "n/a", "na", "no", "-", "unspecified", "unknown", "?", "templates", "template", "human"].contains(
      text.trimmed.lowercased())
  }

  /// Words for a model that has no name here.
  private static let anyModel: Set<String> = ["other", "yes", "llm", "model"]
}
