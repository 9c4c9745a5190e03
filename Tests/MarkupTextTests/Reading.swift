import Diagnostics
import MarkupText

/// The blocks of `text`.
func blocks(_ text: String) -> [MarkdownBlock] {
  Markdown(reading: SourceFile(path: "a.md", text: text)).blocks
}

extension MarkdownBlock {
  /// `kind: text`, for tables of expectations.
  var shown: String {
    let name =
      switch kind {
      case .heading(let level): "h\(level)"
      case .paragraph: "p"
      case .listItem: "li"
      case .tableRow: "row"
      case .code: "code"
      }
    return "\(name): \(text.string)"
  }

  /// The texts of a row's cells.
  var cellTexts: [String] { cells.map { String(decoding: text.bytes[$0], as: UTF8.self) } }

  /// `words → destination` of each link, without blanks around the words; pictures begin with `!`.
  var shownLinks: [String] {
    links.map { link in
      let words = Array(
        text.bytes[link.range].split(separator: UInt8(ascii: " ")).joined(separator: [UInt8(ascii: " ")]))
      return "\(link.isImage ? "!" : "")\(String(decoding: words, as: UTF8.self)) → \(link.destination)"
    }
  }
}
