import Diagnostics

/// The line of a file that a message is about, with the place marked, as rustc shows it.
struct Snippet {
  /// Most columns of the line that are shown.
  private static let width = 100

  let location: SourceLocation

  /// The lines of the snippet, without a line break at the end; empty for a place without text.
  func lines(_ style: TextStyle) -> [String] {
    let start = location.start
    guard let line = location.file.line(start.line), !line.isEmpty else { return [] }
    let characters = Array(line.unicodeScalars)
    let first = start.column - 1
    // A long line is cut to a window around the place.
    let offset = first > Self.width - 20 ? first - 20 : 0
    let shown = characters.dropFirst(offset).prefix(Self.width)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: shown)
    let end = location.end
    let length = end.line == start.line ? max(1, end.column - start.column) : max(1, characters.count - first)
    let marked = min(length, max(1, offset + shown.count - first))
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let before = offset > 0 ? "…" : ""
    let behind = offset + shown.count < characters.count ? "…" : ""
    let indent = String(repeating: " ", count: first - offset + before.count)
    return [
      style.paint(" \(gutter) |", .faint),
      "\(style.paint(" \(number) |", .faint)) \(before)\(TerminalText.escaped(String(text)))\(behind)",
      "\(style.paint(" \(gutter) |", .faint)) \(indent)\(style.paint(String(repeating: "^", count: marked), .error))",
    ]
  }
}
