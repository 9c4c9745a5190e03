import Compliance
import Obligations
import Provenance

/// The lineage and its licences as an SPDX 3.0.1 document in JSON-LD.
///
/// Obligations have no place in SPDX, and are left to the other formats.
public enum SPDXGraph {
  /// The document, with a line break at its end.
  ///
  /// Its elements lie in a namespace that comes from its content. It counts as created on the day of the release, where
  /// the manifest names that, else on the day of the check; so the same project gives the same bytes.
  public static func render(_ report: Report) throws -> String {
    let draft = SPDXElements(report, namespace: ContentUUID(of: "").urn)
    let namespace = ContentUUID(of: try JSONText.render(JSONValue.list(draft.all))).urn
    return try JSONText.render(
      [
        "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
        "@graph": .list(SPDXElements(report, namespace: namespace).all),
      ] as JSONValue)
  }
}
