import Obligations
import YAMLSource

extension CycloneDXBill {
  /// Reads which models and datasets a workflow or a task took, and which it made.
  mutating func readWork(_ work: YAMLNode) {
    let types = (work["taskTypes"]?.items ?? []).compactMap { $0.text?.lowercased() }
    let isMaking = types.isEmpty || types.contains { ["build", "merge", "copy", "clone", "other"].contains($0) }
    let isTesting = types.contains("test")
    guard isMaking || isTesting else { return }
    let results = (work["outputs"]?.items ?? []).compactMap { resource($0["resource"]) }
    let children: [BomArtefact?] = results.isEmpty ? [nil] : results
    for (key, certainty) in [("inputs", Certainty.stated), ("resourceReferences", .hinted)] {
      for item in work[key]?.items ?? [] {
        guard let source = resource(key == "inputs" ? item["resource"] : item) else { continue }
        // What a test takes, it only tests with; the model is what it tests.
        if !isMaking, source.kind == .model { continue }
        // A model that goes in where no model comes out may be what the work runs with.
        let isSure = source.kind == .dataset || !results.isEmpty
        for child in children {
          ledger.step(
            from: source, to: child, hint: isMaking ? nil : .evaluatedWith, isSure ? certainty : .hinted,
            at: source.location, by: .key("formulation.\(key)"))
        }
      }
    }
  }

  /// The artefact that a reference to a resource means, at the place of the reference.
  private func resource(_ node: YAMLNode?) -> BomArtefact? {
    if let reference = node?["ref"] { return artefact(reference)?.at(reference.location) }
    return node?["externalReference"]?["url"].flatMap { BomArtefact(address: $0) }
  }
}
