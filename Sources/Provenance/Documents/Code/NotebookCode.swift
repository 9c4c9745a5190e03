import Diagnostics
import YAMLSource

/// The Python program that the code cells of a Jupyter notebook make together.
///
/// It is as long as the notebook, with blanks for all that is no code, so that its bytes stand where those of the notebook do
/// (nbformat 4, section "Code cells": `source` is a text or a list of lines).
enum NotebookCode {
  /// The program; nil where the file is no notebook.
  static func program(in notebook: SourceFile) -> SourceFile? {
    guard let root = JSONDocument(reading: notebook).root, root["nbformat"] != nil, let cells = root["cells"]?.items
    else { return nil }
    var code = [UInt8](repeating: UInt8(ascii: " "), count: notebook.bytes.count)
    for cell in cells where cell["cell_type"]?.text == "code" {
      guard let source = cell["source"] else { continue }
      for line in source.oneOrMany { copy(line.range, of: notebook.bytes, to: &code) }
      // The next cell begins on a line of its own.
      if let end = source.oneOrMany.last?.range.upperBound, end > 0 { code[end - 1] = UInt8(ascii: "\n") }
    }
    return SourceFile(path: notebook.path, bytes: code)
  }

  /// Copies a text of JSON without its quotation marks and escapes.
  private static func copy(_ range: SourceRange, of bytes: [UInt8], to code: inout [UInt8]) {
    var index = range.lowerBound + 1
    var isInQuotes = false
    while index < range.upperBound - 1 {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound - 1 else {
        code[index] = bytes[index]
        index += 1
        continue
      }
      let triple = Array(#"\"\"\""#.utf8)
      if bytes[index...].starts(with: triple) {
        for offset in 0..<3 { code[index + offset] = UInt8(ascii: "\"") }
        index += triple.count
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "n"): code[index] = UInt8(ascii: "\n")
      case UInt8(ascii: "\""):
        // The blank that takes the place of the other byte must not get into what is quoted.
        code[isInQuotes ? index : index + 1] = UInt8(ascii: "\"")
        isInQuotes.toggle()
      case UInt8(ascii: "\\"): code[index] = UInt8(ascii: "\\")
      default: break
      }
      index += 2
    }
  }
}
