import Diagnostics
import YAMLSource

/// SPDX documents before version 3, of which only the version is read: they know no models and no datasets.
struct SPDX2Reader: TreeReader {
  let type = DocumentType.spdx
  let marks = ["\"spdxVersion\"", "spdxVersion:"]

  func recognises(_ root: YAMLNode, name: String) -> Bool { root["spdxVersion"]?.text?.hasPrefix("SPDX-2") ?? false }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    guard let version = root["spdxVersion"] else { return }
    document.diagnostics.append(
      Diagnostic(
        .bomWithoutLineage,
        "`\(version.text ?? "")` can't say what models were made from, so none of it is read",
        at: version.location, help: "describe models and datasets in SPDX 3 or CycloneDX"))
  }
}
