import Diagnostics
import MarkupText
import Testing

@testable import LicenseTexts

/// A text of our own with the outline that it gives, as lines.
///
/// A clause is `[citation] heading`; a passage `- its first words`, with `< first words` of the passage that
/// governs it, and `x` instead of `-` where it is no part of the terms. A passage of another clause than the one
/// above it names its own: `- [3] words`.
struct OutlineSample: Sendable, CustomTestStringConvertible {
  enum Format: String, Sendable {
    case plain = "a.txt"
    case markdown = "a.md"
  }

  let name: String
  let format: Format
  let text: String
  let expected: String

  init(_ name: String, format: Format, _ text: String, expected: String) {
    self.name = name
    self.format = format
    self.text = text
    self.expected = expected
  }

  var testDescription: String { name }

  /// The outline that the text gives.
  var outline: String {
    let text = ReadableText.read(SourceFile(path: format.rawValue, text: text))
    let outline = ClauseReader.read(text)
    func start(_ range: Range<Int>) -> String {
      text.words(in: range).split(separator: " ").prefix(4).joined(separator: " ")
    }
    var lines: [String] = []
    var shown = 0
    for passage in outline.passages {
      while shown <= passage.clause {
        lines.append(Self.line(outline.clauses[shown]))
        shown += 1
      }
      let clause = passage.clause == shown - 1 ? "" : "[\(outline.clauses[passage.clause].citation)] "
      let lead = passage.leadIn.map { " < \(start(outline.passages[$0].range))" } ?? ""
      lines.append("\(passage.isOperative ? "-" : "x") \(clause)\(start(passage.range))\(lead)")
    }
    return (lines + outline.clauses[shown...].map(Self.line)).joined(separator: "\n")
  }

  private static func line(_ clause: Clause) -> String {
    clause.heading.map { "[\(clause.citation)] \($0)" } ?? "[\(clause.citation)]"
  }
}
