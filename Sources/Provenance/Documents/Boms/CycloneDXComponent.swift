import Obligations
import YAMLSource

extension BomArtefact {
  /// The model or dataset that a component of a CycloneDX bill is; nil for software and everything else.
  init?(component node: YAMLNode) {
    let kind: ArtefactKind?
    switch node["type"]?.text?.lowercased() {
    case "machine-learning-model": kind = .model
    case "data":
      // Configurations and the like are data to CycloneDX as well.
      let types = (node["data"]?.items ?? []).compactMap { $0["type"]?.text?.lowercased() }
      guard types.contains("dataset") || types.allSatisfy({ $0 == "other" }) else { return nil }
      kind = .dataset
    default:
      // Software whose address is on the Hub, or which has a model card, is a model.
      kind = node["modelCard"] == nil ? nil : .model
      let addresses = [node["purl"], node["bom-ref"]].compactMap { $0?.text }
      guard kind != nil || addresses.contains(where: { PackageURL($0)?.isHub == true }) else { return nil }
    }
    let pages = (node["externalReferences"]?.items ?? []).filter {
      Self.homes.contains($0["type"]?.text?.lowercased() ?? "")
    }
    let addresses = [node["purl"], node["bom-ref"]] + pages.map { $0["url"] }
    self.init(
      name: node["name"], owner: node["group"]?.text?.trimmed, version: node["version"],
      addresses: addresses.compactMap { $0?.text }, kind: kind)
  }

  /// The dataset that an entry of `data` or of a model's `datasets` describes; nil for configurations and the like.
  init?(dataset node: YAMLNode) {
    let type = node["type"]?.text?.lowercased() ?? "dataset"
    guard ["dataset", "other"].contains(type) else { return nil }
    let address = node["contents"]?["url"] ?? node["url"]
    self.init(
      name: node["name"] ?? address, addresses: [address, node["bom-ref"]].compactMap { $0?.text }, kind: .dataset)
  }

  /// The types of references that lead to the component itself, not to something about it.
  private static let homes: Set<String> = ["website", "distribution", "source-distribution", "vcs", "model-card"]
}
