import Obligations
import YAMLSource

/// What relationships tell of packages whose type doesn't say it: which are data that something was trained or tested on,
/// and which are that something.
struct SPDXRoles {
  let data: Set<String>
  let models: Set<String>
}

extension BomArtefact {
  /// The model or dataset that an element of an SPDX document is; nil for software and everything else.
  ///
  /// A package is a dataset where the document says that a model was trained or tested on it, and that model where it
  /// says so of the package.
  init?(element: SPDXElement, roles: SPDXRoles) {
    let isData = roles.data.contains(element.id)
    let kind: ArtefactKind?
    switch (element.type, element["primaryPurpose"]?.text.map(SPDXElement.local)) {
    case ("AIPackage", _): kind = .model
    case ("DatasetPackage", _): kind = .dataset
    case ("Package", "model"): kind = .model
    case ("Package", _): kind = isData ? .dataset : roles.models.contains(element.id) ? .model : nil
    case ("File", _) where isData: kind = .dataset
    default: return nil
    }
    let identifiers = (element["externalIdentifier"]?.oneOrMany ?? []).filter { node in
      node["externalIdentifierType"]?.text.map(SPDXElement.local) == "packageUrl"
    }
    let addresses =
      [element["packageUrl"]] + identifiers.map { $0["identifier"] }
      + [element["downloadLocation"], element["homePage"]]
    let texts = addresses.compactMap { $0?.text }
    guard kind != nil || texts.contains(where: { PackageURL($0)?.isHub == true || HubAddress(repository: $0) != nil })
    else {
      return nil
    }
    self.init(name: element["name"], version: element["packageVersion"], addresses: texts, kind: kind)
  }
}
