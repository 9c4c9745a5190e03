/// How much in a text looks like Markdown.
struct MarkdownSigns {
  private var headings = 0
  private var escapes = 0
  private var links = 0
  private var bold = 0
  private var underlines = 0
  private var fences = 0
  private var bullets = 0
  /// Lines of block quotes, and those below the header of a table.
  private var quotes = 0

  /// Looks at the lines of `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var isLineStart = true
    for index in bytes.indices {
      let byte = bytes[index]
      // Most of a text is letters.
      if byte >= 0x61, byte <= 0x7A {
        isLineStart = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        isLineStart = true
        continue
      case UInt8(ascii: " ") where isLineStart:
        continue
      case UInt8(ascii: "#") where isLineStart:
        if Self.isHeading(bytes, index) { headings += 1 }
      case UInt8(ascii: "=") where isLineStart, UInt8(ascii: "-") where isLineStart:
        if bytes.starts(with: "===", at: index) || bytes.starts(with: "---", at: index) { underlines += 1 }
        if bytes.starts(with: "- ", at: index) { bullets += 1 }
      case UInt8(ascii: ">") where isLineStart: quotes += 1
      case UInt8(ascii: "|") where isLineStart:
        if bytes.starts(with: "|-", at: index) || bytes.starts(with: "|:", at: index) { quotes += 1 }
      case UInt8(ascii: "`") where isLineStart:
        if bytes.starts(with: "```", at: index) { fences += 1 }
      case UInt8(ascii: "\\"):
        if bytes.starts(with: "\\.", at: index) || bytes.starts(with: "\\*", at: index) { escapes += 1 }
      case UInt8(ascii: "]"):
        if bytes.starts(with: "](", at: index) { links += 1 }
      case UInt8(ascii: "*"):
        if bytes.starts(with: "**", at: index), !bytes.starts(with: "***", at: index),
          !isLineStart || index + 2 < bytes.count
        {
          bold += 1
        }
        if isLineStart, bytes.starts(with: "* ", at: index) { bullets += 1 }
      default: break
      }
      isLineStart = false
    }
  }

  /// Whether the text is Markdown; a file that is called so needs but one sign.
  func outweigh(isNamed: Bool) -> Bool {
    if isNamed { return headings + escapes + links + bold + underlines + fences + bullets + quotes > 0 }
    // Rows of stars frame notices in source files, and lines of dashes stand in plain texts too.
    let kinds = [headings > 1, escapes > 1, links > 1, bold > 3, fences > 1].count { $0 }
    return headings > 2 || escapes > 2 || kinds >= 2
  }

  private static func isHeading(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    var end = index
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    guard end - index <= 6, end + 1 < bytes.count, bytes[end] == UInt8(ascii: " ") else { return false }
    return bytes[end + 1] > 0x20 && bytes[end + 1] != UInt8(ascii: "#")
  }
}
