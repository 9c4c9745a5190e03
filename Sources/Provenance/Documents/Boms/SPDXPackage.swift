import Obligations
import YAMLSource

extension BomArtefact {
  /// The model or dataset that an element of an SPDX document is; nil for software and everything else.
  ///
  /// A package is a dataset where the document says that a model was trained or tested on it.
  init?(element: SPDXElement, isUsedAsData: Bool) {
    let kind: ArtefactKind?
    switch (element.type, element["primaryPurpose"]?.text.map(SPDXElement.local)) {
    case ("AIPackage", _): kind = .model
    case ("DatasetPackage", _): kind = .dataset
    case ("Package", "model"): kind = .model
    case ("Package", _): kind = isUsedAsData ? .dataset : nil
    case ("File", _) where isUsedAsData: kind = .dataset
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
