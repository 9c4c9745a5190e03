import Diagnostics
import LicenseTexts
import MarkupText

/// A file and the licences in it, with places in the file.
public struct IdentifiedFile: Sendable {
  var file: SourceFile { text.file }
  let answer: Identification
  let text: ReadableText

  public init(_ answer: Identification, of text: ReadableText) {
    self.answer = answer
    self.text = text
  }

  /// Where in the file a range of the text starts and ends.
  func place(of range: Range<Int>) -> (start: SourcePosition, end: SourcePosition) {
    let source = text.text.sourceRange(of: range)
    return (file.position(at: source.lowerBound), file.position(at: source.upperBound))
  }
}
