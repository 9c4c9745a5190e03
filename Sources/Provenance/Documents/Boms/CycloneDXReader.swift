import Diagnostics
import Obligations
import YAMLSource

/// CycloneDX bills of materials as JSON, 1.5 to 1.7 (ECMA-424); those in XML are brought into the same shape.
struct CycloneDXReader: TreeReader {
  let type = DocumentType.cyclonedx
  // Writers may put the name of the format behind everything else.
  let marks = ["\"bomFormat\"", "cyclonedx.org/schema/bom", "\"machine-learning-model\""]
  let marksAreCertain = true
  /// Knows the artefacts that tags may name.
  let finder: MentionFinder

  func recognises(_ root: YAMLNode, name: String) -> Bool { root["bomFormat"]?.text?.lowercased() == "cyclonedx" }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    noteVersion(of: root, in: &document)
    var bill = CycloneDXBill(root, finder: finder)
    bill.read()
    document.diagnostics += bill.diagnostics
    bill.ledger.finish(main: bill.main, into: &document)
  }

  private func noteVersion(of root: YAMLNode, in document: inout ProvenanceDocument) {
    let version = root["specVersion"]
    guard !Self.versions.contains(version?.text ?? "") else { return }
    let written = version?.text.map { "version `\($0)` of CycloneDX" } ?? "a bill that names no version of CycloneDX"
    document.diagnostics.append(
      Diagnostic(
        .bomUnknownVersion, "\(written) may say things that aren't read", at: (version ?? root).location,
        help: "versions 1.5 to 1.7 are known"))
  }

  private static let versions: Set<String> = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]
}
