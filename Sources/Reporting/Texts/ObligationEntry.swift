import Diagnostics
import LicenseTexts
import MarkupText

/// A parsed obligation in the JSON of `parse` and `diff`.
struct ObligationEntry: Encodable {
  let kind: String
  let modality: String
  let triggers: [String]
  let clause: String
  let quote: String
  let range: RangeEntry
  let references: [String]
  let threshold: ThresholdEntry?
  let confidence: Double

  init(_ obligation: ParsedObligation, in text: ReadableText) {
    kind = obligation.kind.rawValue
    modality = obligation.modality.rawValue
    triggers = obligation.triggers.map(\.rawValue)
    clause = obligation.clause
    quote = text.quote(of: obligation.range)
    range = RangeEntry(obligation.range, in: text)
    references = obligation.references
    threshold = obligation.threshold.map(ThresholdEntry.init)
    confidence = obligation.confidence
  }

  struct ThresholdEntry: Encodable {
    let value: Int
    let unit: String
    let date: String?

    init(_ threshold: ParsedThreshold) {
      value = threshold.value
      unit = threshold.unit.rawValue
      date = threshold.date.map { "\($0)" }
    }
  }
}

/// A range of a text in JSON, by the bytes of the file as read.
struct RangeEntry: Encodable {
  let start: PositionEntry
  let end: PositionEntry

  init(_ range: Range<Int>, in text: ReadableText) {
    let source = text.text.sourceRange(of: range)
    start = PositionEntry(text.file.position(at: source.lowerBound))
    end = PositionEntry(text.file.position(at: source.upperBound))
  }

  struct PositionEntry: Encodable {
    let line: Int
    let column: Int
    let offset: Int

    init(_ position: SourcePosition) {
      line = position.line
      column = position.column
      offset = position.offset
    }
  }
}
