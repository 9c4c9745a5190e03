import Compliance

/// The formats in which `impact` writes what changed terms mean.
public enum ImpactFormat: String, Sendable, CaseIterable {
  case text, json

  /// A report, with a line break at its end.
  public func render(_ report: ImpactReport, style: TextStyle) throws -> String {
    switch self {
    case .text: ImpactText(style: style).render(report)
    case .json: try ImpactJSON().render(report)
    }
  }
}
