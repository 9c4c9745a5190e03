import Diagnostics
import Obligations
import YAMLSource

/// Metadata of a dataset by the Data Provenance Standards 1.0.0 of the Data & Trust Alliance: source, provenance, use.
struct DataProvenanceStandardsReader: TreeReader {
  let finder: MentionFinder
  let type = DocumentType.dataProvenanceStandards
  let marks = ["generation-method", "origin-geography", "intended-purpose"]

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    guard let source = root["source"], let provenance = root["provenance"] else { return false }
    return source["title"] != nil && (provenance["generation-method"] != nil || provenance["origin-geography"] != nil)
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    document.subjectKind = .dataset
    for key in ["title", "id"] where document.subject == nil {
      guard let node = root["source"]?[key], let text = node.text?.trimmed, !text.isEmpty else { continue }
      document.subject = Fact(text, at: node.location)
    }
    read(provenance: root["provenance"], key: "provenance", into: &document)
    // Licences that are listed apply together.
    for license in root["use"]?["license"]?.oneOrMany ?? [] {
      document.claim(license, link: license, kind: .dataset)
    }
    warnAboutPurposes(root["use"]?["intended-purpose"], in: &document)
  }

  /// Reads a provenance, and those of what it came from, which stand within.
  private func read(provenance: YAMLNode?, key: String, into document: inout ProvenanceDocument) {
    guard let provenance else { return }
    document.add(
      provenance["source"], key: "\(key).source", kind: .dataset, .derivedFrom, certainty: .declared)
    for method in provenance["generation-method"]?.oneOrMany ?? [] {
      read(method: method, key: "\(key).generation-method", into: &document)
    }
    for inner in provenance["sub-provenance"]?.oneOrMany ?? [] {
      read(provenance: inner, key: "\(key).sub-provenance", into: &document)
    }
  }

  /// A method is a code, and words that may name the model.
  private func read(method: YAMLNode, key: String, into document: inout ProvenanceDocument) {
    guard let node = method["code"] ?? (method.text == nil ? nil : method), let code = node.text?.lowercased() else {
      return
    }
    let isByModel = Self.modelCodes.contains(code)
    var isNamed = false
    if let words = method["description"], let text = words.text {
      for mention in finder.artefacts(namedIn: text) where mention.kind == .model {
        isNamed = true
        document.add(
          SourceStatement(
            id: mention.id, kind: .model, relation: .generatedBy, certainty: isByModel ? .stated : .hinted,
            location: words.location, basis: .key("\(key).description")))
      }
    }
    if isByModel, !isNamed {
      document.unnamed.append(UnnamedSource(.generatedBy, basis: .key(key), at: node.location))
    }
  }

  /// The codes of data that a model made; machines that report and staged scenes are none.
  private static let modelCodes: Set<String> = [
    "machine-generated-mlops-synthetic", "machine-generated-mlops-generative", "machine-generated-mlops-ai-inferred",
    "machine-generated-mlops-twin", "transfer-learning-na",
  ]

  /// Says where nothing that the data are meant for is the making of a model.
  private func warnAboutPurposes(_ node: YAMLNode?, in document: inout ProvenanceDocument) {
    let codes = (node?.oneOrMany ?? []).compactMap { ($0["code"] ?? $0).text?.lowercased() }
    guard let node, !codes.isEmpty, codes.allSatisfy({ $0.hasPrefix("non-ai-") || $0 == "ai-evaluation" }) else {
      return
    }
    document.diagnostics.append(
      Diagnostic(
        .datasetPurpose, "no purpose of this dataset is the training of models", at: node.location,
        help: "ask its issuer, or add the purpose that was agreed on"))
  }
}
