import Diagnostics
import FoundationEssentials
import LicenseTexts
import MarkupText
import Obligations

/// A parsed text as JSON, by `docs/parse.schema.json`.
public struct ParseJSON {
  /// Version of the format.
  public static let version = 1

  public init() {}

  /// The JSON text, with sorted keys and a line break at its end.
  public func render(_ parsed: ParsedText, recognised: Identification) throws -> String {
    let text = parsed.text
    let document = Document(
      version: Self.version, license: recognised.license,
      identity: IdentificationEntry(
        kind: recognised.kind.rawValue, licenses: recognised.matches.map { IdentityEntry($0, in: text) }),
      clauses: parsed.outline.clauses.map { clause in
        ClauseEntry(
          number: clause.citation, heading: clause.heading,
          parent: clause.parent.map { parsed.outline.clauses[$0].citation },
          range: RangeEntry(clause.range, in: text))
      },
      obligations: parsed.obligations.map { ObligationEntry($0, in: text) },
      diagnostics: parsed.diagnostics.map(DiagnosticEntry.init))
    return try JSONText.render(document)
  }

  private struct Document: Encodable {
    let version: Int
    /// The licence that the text is, unaltered; null for all others.
    let license: String?
    let identity: IdentificationEntry
    let clauses: [ClauseEntry]
    let obligations: [ObligationEntry]
    let diagnostics: [DiagnosticEntry]

    private enum Key: CodingKey {
      case version, license, identity, clauses, obligations, diagnostics
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(version, forKey: .version)
      // The key stands there without a value as well, so that readers can rely on it.
      try container.encode(license, forKey: .license)
      try container.encode(identity, forKey: .identity)
      try container.encode(clauses, forKey: .clauses)
      try container.encode(obligations, forKey: .obligations)
      try container.encode(diagnostics, forKey: .diagnostics)
    }
  }

  private struct IdentificationEntry: Encodable {
    let kind: String
    let licenses: [IdentityEntry]
  }

  private struct ClauseEntry: Encodable {
    let number: String
    let heading: String?
    let parent: String?
    let range: RangeEntry
  }
}
