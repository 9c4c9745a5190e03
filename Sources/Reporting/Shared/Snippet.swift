import Diagnostics

/// The line of a file that a message is about, with the place marked, as rustc shows it.
struct Snippet {
  /// Most columns of the line that are shown.
  private static let width = 100

  let location: SourceLocation

  /// The lines of the snippet, without a line break at the end; empty for a place without text.
  func lines(_ style: TextStyle) -> [String] {
    let start = location.start
    let first = start.column - 1
    // A long line is cut to a window around the place.
    let offset = first > Self.width - 20 ? first - 20 : 0
    let window = location.file.excerpt(around: start.offset, before: first - offset, width: Self.width)
    guard !window.text.isEmpty else { return [] }
    let end = location.end
    let length = end.line == start.line ? max(1, end.column - start.column) : .max
    let marked = min(length, max(1, offset + window.text.unicodeScalars.count - first))
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let before = offset > 0 ? "…" : ""
    let behind = window.isCut ? "…" : ""
    let indent = String(repeating: " ", count: first - offset + before.count)
    return [
      style.paint(" \(gutter) |", .faint),
      "\(style.paint(" \(number) |", .faint)) \(before)\(TerminalText.escaped(window.text))\(behind)",
      "\(style.paint(" \(gutter) |", .faint)) \(indent)\(style.paint(String(repeating: "^", count: marked), .error))",
    ]
  }
}
