import Compliance
import Obligations
import Provenance

/// The lineage, its licences and its obligations as a CycloneDX 1.6 BOM (ECMA-424).
public enum CycloneDXGraph {
  /// The BOM as JSON, with a line break at its end. Its serial number comes from its content, and it has no timestamp,
  /// so that the same report gives the same bytes.
  public static func render(_ report: Report) throws -> String {
    let components = CycloneDXComponents(report)
    let obligations = CycloneDXObligations(report.findings, release: components.release, library: report.library)
    let bom: JSONValue = [
      "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
      "bomFormat": "CycloneDX",
      "specVersion": "1.6",
      "version": .number(1),
      "metadata": [
        "tools": [
          "components": [
            ["type": "application", "name": .text(Tool.name), "version": .text(Tool.version)]
          ]
        ],
        "component": components.releaseComponent,
      ],
      "components": .list(ifAny: components.sources),
      "services": .list(ifAny: components.services),
      "dependencies": .list(components.dependencies),
      "compositions": [
        ["aggregate": .text(components.completeness), "dependencies": [.text(components.release)]]
      ],
      "declarations": obligations.declarations,
      "definitions": obligations.definitions,
    ]
    let serial = ContentUUID(of: try JSONText.render(bom))
    return try JSONText.render(bom.adding(["serialNumber": .text(serial.urn)]))
  }
}

extension GraphProperty {
  /// The property as CycloneDX writes it.
  var cyclonedx: JSONValue { ["name": .text(name), "value": .text(value)] }
}
