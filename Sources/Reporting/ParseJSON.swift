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
  public func render(_ parsed: ParsedText) throws -> String {
    let text = parsed.text
    let document = Document(
      version: Self.version,
      clauses: parsed.outline.clauses.map { clause in
        ClauseEntry(
          number: clause.citation, heading: clause.heading, parent: clause.parent.map { parsed.outline.clauses[$0].citation },
          range: RangeEntry(clause.range, text))
      },
      obligations: parsed.obligations.map { obligation in
        ObligationEntry(
          kind: obligation.kind.rawValue, modality: obligation.modality.rawValue,
          triggers: obligation.triggers.map(\.rawValue), clause: obligation.clause,
          quote: text.quote(of: obligation.range), range: RangeEntry(obligation.range, text),
          threshold: obligation.threshold.map(ThresholdEntry.init), confidence: obligation.confidence)
      },
      diagnostics: text.diagnostics.map(DiagnosticEntry.init))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return TerminalText.escapedJSON(String(decoding: try encoder.encode(document), as: UTF8.self)) + "\n"
  }

  private struct Document: Encodable {
    let version: Int
    let clauses: [ClauseEntry]
    let obligations: [ObligationEntry]
    let diagnostics: [DiagnosticEntry]
  }

  private struct ClauseEntry: Encodable {
    let number: String
    let heading: String?
    let parent: String?
    let range: RangeEntry
  }

  private struct ObligationEntry: Encodable {
    let kind: String
    let modality: String
    let triggers: [String]
    let clause: String
    let quote: String
    let range: RangeEntry
    let threshold: ThresholdEntry?
    let confidence: Double
  }

  private struct ThresholdEntry: Encodable {
    let value: Int
    let unit: String
    let date: String?

    init(_ threshold: ParsedThreshold) {
      value = threshold.value
      unit = threshold.unit.rawValue
      date = threshold.date.map { "\($0)" }
    }
  }

  private struct RangeEntry: Encodable {
    let start: PositionEntry
    let end: PositionEntry

    init(_ range: Range<Int>, _ text: ReadableText) {
      let source = text.text.sourceRange(of: range)
      start = PositionEntry(text.file.position(at: source.lowerBound))
      end = PositionEntry(text.file.position(at: source.upperBound))
    }
  }

  private struct PositionEntry: Encodable {
    let line: Int
    let column: Int
    let offset: Int

    init(_ position: SourcePosition) {
      line = position.line
      column = position.column
      offset = position.offset
    }
  }

  private struct DiagnosticEntry: Encodable {
    let id: String
    let severity: String
    let summary: String

    init(_ diagnostic: Diagnostic) {
      id = diagnostic.id
      severity = diagnostic.severity.rawValue
      summary = diagnostic.summary
    }
  }
}
