import Diagnostics
import MarkupText
import Provenance

/// Puts paragraphs at the end of a text that people get with the release.
struct ParagraphEditor {
  private(set) var file: SourceFile

  /// Adds a paragraph; in a card below a heading of its own. False where the text says it already, and where people would
  /// not see it there: in a fence that is never closed, or in hidden markup.
  mutating func add(_ text: String, under heading: String? = nil) -> Bool {
    guard !Self.shows(text, in: file) else { return false }
    let end = file.lineEnd
    var lead = ""
    if !file.bytes.isEmpty {
      lead = [0x0A, 0x0D].contains(file.bytes[file.bytes.count - 1]) ? end : end + end
    }
    if let heading, !isLast(heading) { lead += "## \(heading)\(end)\(end)" }
    let edited = file.replacing(SourceRange(file.bytes.count, file.bytes.count), by: "\(lead)\(text)\(end)")
    guard Self.shows(text, in: edited) else { return false }
    file = edited
    return true
  }

  /// Whether the last section goes by a heading.
  private func isLast(_ heading: String) -> Bool {
    let body = Markdown(reading: file, from: FrontMatter(in: file)?.bodyStart ?? 0)
    return body.blocks.last?.headings.last == heading
  }

  private static func shows(_ text: String, in file: SourceFile) -> Bool {
    let document = ProjectDocument(reading: file)
    if case .shown = DocumentSearch([document]).display(of: text, in: document) { return true }
    return false
  }
}
