import Compliance

/// What there is to say about a kind of finding, as a page of the manual or on a terminal.
public struct FindingPage: Sendable {
  private let kind: FindingKind
  private let example: FindingExample?

  public init(_ kind: FindingKind) {
    self.kind = kind
    self.example = FindingExample(of: kind)
  }

  /// The page in Markdown, with a line break at its end.
  public var markdown: String {
    var parts = [
      "# `\(kind.rawValue)`", "\(Self.sentence(kind.summary)) Where it is broken, it is \(Self.noun(kind)).",
      "## Why it matters", kind.reason, "## How to settle it", kind.settling,
    ]
    if let example {
      parts += ["## An example that breaks it, or leaves it open"] + example.breaks.map(Self.block)
      parts += ["The finding is `\(example.finding)`.", "## One that meets it"] + example.meets.map(Self.block)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The same for a terminal, without a heading: lines to be indented.
  var lines: [String] {
    var lines = ["why: \(kind.reason)", "settle it: \(kind.settling)"]
    if let example {
      lines += [""] + Self.plain("an example that breaks it, or leaves it open", example.breaks)
      lines += ["the finding is \(example.finding)"]
      lines += [""] + Self.plain("one that meets it", example.meets)
    }
    return lines
  }

  private static func plain(_ title: String, _ files: [FindingExample.File]) -> [String] {
    files.flatMap { file in
      ["\(title), \(file.name)"]
        + trimmed(file.text).split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    }
  }

  private static func block(_ file: FindingExample.File) -> String {
    let language = file.name.hasSuffix(".yaml") ? "yaml" : file.name.hasSuffix(".md") ? "markdown" : "text"
    return "`\(file.name)`:\n\n```\(language)\n\(trimmed(file.text))\n```"
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == "\n" { text = text.dropLast() }
    return String(text)
  }

  private static func noun(_ kind: FindingKind) -> String {
    switch kind.severity {
    case .error: "an error"
    case .warning: "a warning"
    case .note: "a note"
    }
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
