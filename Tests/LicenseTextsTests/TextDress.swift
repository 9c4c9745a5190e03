import Foundation

/// Ways to set a licence's text that change nothing about it.
struct TextDress: Sendable, CustomStringConvertible {
  let name: String
  /// The name of the file that it stands in.
  let file: String
  private let put: @Sendable (String) -> String
  var description: String { name }
  /// The text in this dress.
  func on(_ text: String) -> String { put(text) }

  private init(_ name: String, file: String = "LICENSE", _ put: @escaping @Sendable (String) -> String) {
    self.name = name
    self.file = file
    self.put = put
  }

  static let rewrapped = TextDress("wrapped anew, lists and all") {
    paragraphs($0).map { wrapped($0, 66) }.joined(separator: "\n\n")
  }
  static let filledIn = TextDress("with a holder's name") {
    $0.replacing(
      #/(?i)the copyright holder(?= nor)|<copyright holders?>|<owner>|<name of author>|\[name of copyright owner\]/#,
      with: "Acme Research Ltd."
    ).replacing(#/<year>|\[yyyy\]|YEAR/#, with: "2024")
  }
  static let page = TextDress("as a page", file: "LICENSE.html") {
    "<!DOCTYPE html><html><head><title>Licence</title></head><body>\n"
      + paragraphs($0).map { "<p>\(escaped($0))</p>" }.joined(separator: "\n") + "\n</body></html>"
  }

  /// All of them.
  static let all: [TextDress] = [
    TextDress("as it is") { $0 },
    TextDress("with https for http") { $0.replacing("http://", with: "https://") },
    TextDress("with http for https") { $0.replacing("https://", with: "http://") },
    TextDress("with links", file: "LICENSE.md") { text in
      text.replacing(#/<?https?://[^\s<>()]*[\w/]>?/#) {
        "[\($0.output.trimmingCharacters(in: ["<", ">"]))](\($0.output.trimmingCharacters(in: ["<", ">"])))"
      }
    },
    TextDress("without its appendix") { text in
      text.firstRange(of: #/(?i)end of terms and conditions|\n\s*(appendix: )?how to apply/#).map {
        String(text[..<$0.lowerBound])
      } ?? text
    },
    rewrapped,
    TextDress("a paragraph a line") { paragraphs($0).joined(separator: "\n\n") },
    filledIn,
    TextDress("behind number signs") { commented($0, "# ") },
    TextDress("in a comment with stars") { "/*\n" + commented($0, " * ") + "\n */" },
    TextDress("behind slashes") { commented($0, "// ") },
    TextDress("in one line") { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") },
    page,
    TextDress("preformatted on a page", file: "LICENSE.html") {
      "<html><body><pre>\n\(escaped($0))\n</pre></body></html>"
    },
    TextDress("in capitals") { $0.uppercased() },
    TextDress("in small letters") { $0.lowercased() },
    TextDress("with typographic quotes") { curly($0) },
    TextDress("with long dashes") { $0.replacing(" - ", with: " — ").replacing("--", with: "–") },
    TextDress("as Markdown", file: "LICENSE.md") { text in
      let blocks = paragraphs(text)
      return (["# \(blocks.first ?? "")"] + blocks.dropFirst()).joined(separator: "\n\n")
    },
    TextDress("with Windows line ends") { $0.replacing("\n", with: "\r\n") },
    TextDress("set in") { commented($0, "        ") },
  ]

  private static func paragraphs(_ text: String) -> [String] {
    var blocks: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) { blocks.append([]) } else { blocks[blocks.count - 1].append(line) }
    }
    return blocks.filter { !$0.isEmpty }.map {
      $0.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private static func wrapped(_ text: String, _ width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func commented(_ text: String, _ sign: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { sign + $0 }.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static func curly(_ text: String) -> String {
    var isOpen = false
    return String(
      text.map { character -> Character in
        switch character {
        case "\"":
          isOpen.toggle()
          return isOpen ? "“" : "”"
        case "'": return "’"
        default: return character
        }
      })
  }
}
