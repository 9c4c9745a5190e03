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
