import LicenseTexts

/// The formats in which `diff` writes how two texts differ.
public enum ComparisonFormat: String, Sendable, CaseIterable {
  case text, json, markdown

  /// The differences, with a line break at their end.
  public func render(_ comparison: ObligationComparison, style: TextStyle) throws -> String {
    switch self {
    case .text: ComparisonText(style: style).render(comparison)
    case .json: try ComparisonJSON().render(comparison)
    case .markdown: ComparisonMarkdown().render(comparison)
    }
  }
}
