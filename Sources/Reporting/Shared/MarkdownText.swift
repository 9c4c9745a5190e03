/// Text as it stands in Markdown that others show: nothing in it becomes markup, a link, or a call to somebody.
enum MarkdownText {
  /// The text with everything that Markdown or HTML would read as markup spelled out.
  ///
  /// A mention, a number of an issue and an address are parted by a tag that shows nothing: whoever writes a card must not
  /// call people to a pull request, or put links into it.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in TerminalText.escaped(text) {
      switch character {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "+", "!", "|", "~": result += "\\\(character)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@", "#": result += "\(character)<wbr>"
      default: result.append(character)
      }
    }
    return result.replacing("://", with: ":<wbr>//").replacing("www.", with: "www.<wbr>")
  }

  /// A code span; a backtick would end it.
  static func code(_ text: String) -> String { "`\(TerminalText.escaped(text).filter { $0 != "`" })`" }

  /// A message as pedigree writes it, what stands in backticks as code.
  static func message(_ text: String) -> String {
    CodeSpans.parts(of: text).map { $0.isCode ? code($0.text) : escaped($0.text) }.joined()
  }
}

/// Messages in parts: what users wrote stands in backticks.
enum CodeSpans {
  /// The parts in their order, none of them empty; an odd backtick is a character like others.
  static func parts(of message: String) -> [(text: String, isCode: Bool)] {
    var pieces = message.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    if pieces.count.isMultiple(of: 2) {
      let last = pieces.removeLast()
      pieces[pieces.count - 1] += "`\(last)"
    }
    return pieces.enumerated().map { ($0.element, !$0.offset.isMultiple(of: 2)) }.filter { !$0.0.isEmpty }
  }
}
