import Diagnostics
import Obligations
import YAMLSource

/// SPDX 3 documents as JSON-LD, with the profiles for AI, datasets and licences (version 3.0.1).
struct SPDX3Reader: TreeReader {
  let type = DocumentType.spdx
  let marks = ["spdx.org/rdf/3"]
  let marksAreCertain = true
  /// Knows the artefacts that tags may name.
  let finder: MentionFinder

  func recognises(_ root: YAMLNode, name: String) -> Bool {
    (root["@context"]?.oneOrMany ?? []).contains { $0.text.map(Self.isContext) ?? false }
      // A document may bring the terms along instead of naming their address.
      || root["@context"]?.entries?.contains { $0.value.text?.contains("spdx.org/rdf/3") ?? false } ?? false
  }

  func read(_ root: YAMLNode, into document: inout ProvenanceDocument) {
    let context = root["@context"]?.oneOrMany.first { $0.text.map(Self.isContext) ?? false }
    if let context, let text = context.text, !text.contains("/rdf/3.0") {
      document.diagnostics.append(
        Diagnostic(
          .bomUnknownVersion, "this version of SPDX may say things that aren't read", at: context.location,
          help: "versions 3.0.0 and 3.0.1 are known"))
    }
    var bill = SPDXBill(SPDXGraph(root), finder: finder)
    bill.read()
    document.diagnostics += bill.diagnostics
    bill.ledger.finish(main: bill.main, into: &document)
  }

  private static func isContext(_ text: String) -> Bool { text.contains("spdx.org/rdf/3") }
}
