import LicenseTexts

/// The formats in which `parse` and `identify` write what a text is and says.
public enum TextFormat: String, Sendable, CaseIterable {
  case text, json

  /// What was read in a text, with a line break at its end.
  public func render(_ parsed: ParsedText, recognised: Identification, style: TextStyle) throws -> String {
    switch self {
    case .text: ParseText(style: style).render(parsed, recognised: recognised)
    case .json: try ParseJSON().render(parsed, recognised: recognised)
    }
  }

  /// What files were recognised as, with a line break at its end.
  public func render(_ files: [IdentifiedFile], style: TextStyle) throws -> String {
    switch self {
    case .text: IdentityText(style: style).render(files)
    case .json: try IdentityJSON.render(files)
    }
  }
}
