/// Words that templates and tools leave where a name belongs.
enum Placeholder {
  /// Whether `text` is such a word.
  static func isOne(_ text: String) -> Bool {
    let text = text.lowercased()
    return words.contains(text) || text.hasPrefix("[more information") || text.hasPrefix("{{")
      || text.hasPrefix("more information")
      || text.hasPrefix("see ")
  }

  private static let words: Set<String> = [
    "generator", "imagefolder", "audiofolder", "json", "csv", "parquet", "arrow", "text", "none", "null", "n/a", "na",
    "-", "?", "tbd", "todo", "custom", "unknown dataset", "an unknown dataset", "[needs more information]",
    "not disclosed", "undisclosed", "unspecified", "no assertion", "noassertion",
  ]
}
