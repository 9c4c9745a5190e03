/// Names of files that are a release's card.
enum CardName {
  /// The entries of a folder that may be its card: the Hub's name before all others, Markdown before other texts.
  static func ranked(_ entries: [String]) -> [String] {
    names.flatMap { name in entries.filter { $0.lowercased() == name } }
  }

  /// Whether a file at the top is called like a card.
  static func isOne(_ name: String) -> Bool { names.contains(name.lowercased()) }

  /// Whether a file is called like a card but written in a format in which none is read.
  static func isInAnotherFormat(_ name: String) -> Bool {
    let name = name.lowercased()
    guard let dot = name.lastIndex(of: "."), !names.contains(name) else { return false }
    return stems.contains(String(name[..<dot])) && otherEndings.contains(String(name[dot...]))
  }

  /// The names of cards in Markdown.
  static let markdown = names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") }

  private static let stems = ["readme", "model_card", "modelcard", "model-card"]
  private static let names =
    [".md", ".markdown", ".txt", ".rst", ""].flatMap { ending in
      stems.map { $0 + ending }
    }
  private static let otherEndings: Set<String> = [
    ".html", ".htm", ".pdf", ".docx", ".doc", ".odt", ".rtf", ".ipynb", ".json", ".yaml", ".yml", ".adoc", ".org",
    ".mdx", ".rmd", ".qmd", ".tex", ".xml",
  ]
}
