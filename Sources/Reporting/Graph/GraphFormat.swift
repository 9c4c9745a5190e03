import Compliance

/// The formats in which `graph` draws or exports the lineage.
public enum GraphFormat: String, Sendable, CaseIterable {
  case mermaid, dot, json, cyclonedx, spdx

  /// The lineage of a report, with a line break at its end.
  public func render(_ report: Report) throws -> String {
    switch self {
    case .mermaid: MermaidGraph.render(report.lineage)
    case .dot: DOTGraph.render(report.lineage)
    case .json: try GraphJSON.render(report)
    case .cyclonedx: try CycloneDXGraph.render(report)
    case .spdx: try SPDXGraph.render(report)
    }
  }
}
