import Testing

@testable import LicenseTexts

/// A text of the tests' own, and the records that the embedded lexicon has to read in it.
struct WordingSample: Sendable, CustomTestStringConvertible {
  let text: String
  /// `must-not compete (train-on-outputs)`, as `WordingReading.line` writes them.
  let records: [String]

  init(_ text: String, _ records: String...) {
    self.text = text
    self.records = records
  }

  var testDescription: String { text }

  /// The records as they are read, in the order of the text.
  var read: [String] {
    get throws { try WordingReading.parse(text).obligations.map(WordingReading.line) }
  }
}
