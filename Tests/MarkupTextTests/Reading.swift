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

/// `kind indent text` of each block of a document, with bold stretches behind `|`.
func shown(_ text: String, named path: String) -> [String] {
  ReadableText.read(SourceFile(path: path, text: text)).shown
}

extension ReadableText {
  var shown: [String] {
    blocks.map { block in
      let kind =
        switch block.kind {
        case .heading(let level): "h\(level)"
        case .paragraph: "p"
        case .item: "li"
        case .row: "row"
        case .code: "code"
        }
      let strong = block.strong.map { words(in: $0) }.joined(separator: "|")
      return "\(kind)\(block.isQuoted ? ">" : "")\(block.indent) \(words(in: block.range))"
        + (strong.isEmpty ? "" : " |\(strong)")
    }
  }

  /// Words of the text that the file's bytes at their place do not hold.
  var misplacedWords: [String] {
    var misplaced: [String] = []
    var start: Int?
    for index in 0...text.bytes.count {
      if index < text.bytes.count, text.bytes[index] > 0x20 {
        start = start ?? index
      } else if let first = start {
        let place = text.sourceRange(of: first..<index)
        let isASCII = file.bytes[place.lowerBound..<place.upperBound].allSatisfy { $0 < 0x80 }
        let word = words(in: first..<index)
        if isASCII, place.count == word.utf8.count, file.text(in: place) != word { misplaced.append(word) }
        if place.upperBound > file.bytes.count || place.count == 0 { misplaced.append(word) }
        start = nil
      }
    }
    return misplaced
  }
}
