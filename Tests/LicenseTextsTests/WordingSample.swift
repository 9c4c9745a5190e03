import Testing

@testable import LicenseTexts

/// A text of the tests' own, and the records that the embedded lexicon has to read in it.
struct WordingSample: Sendable, CustomTestStringConvertible {
  let text: String
  /// `must-not compete (train-on-outputs)`, as `WordingReading.line` writes them; without circumstances where the
  /// text names none.
  let records: [String]

  init(_ text: String, _ records: String...) {
    self.text = text
    self.records = records
  }

  var testDescription: String { text }

  /// The records as they are read, in the order of the text, as exactly as they are expected.
  var read: [String] {
    get throws {
      try WordingReading.parse(text).obligations.map(WordingReading.line).enumerated().map { index, line in
        let isExact = index >= records.count || records[index].contains("(")
        return isExact ? line : String(line.prefix { $0 != "(" }.dropLast())
      }
    }
  }
}
