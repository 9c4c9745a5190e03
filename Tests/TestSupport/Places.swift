import Diagnostics

extension SourceLocation {
  /// `line:column-line:column`, the end behind the last character; `line:column` for an empty range.
  public var place: String {
    let from = "\(start.line):\(start.column)"
    return range.count == 0 ? from : "\(from)-\(end.line):\(end.column)"
  }
}

extension Diagnostic {
  /// `id line:column`: what went wrong and where it starts.
  public var place: String {
    guard let start = location?.start else { return id }
    return "\(id) \(start.line):\(start.column)"
  }

  /// What a message breaks of the house style: no capital at the start, no stop, one line.
  public var styleMistakes: [String] {
    [summary, help].compactMap { $0 }.flatMap { text in
      var mistakes: [String] = []
      if let first = text.first, first.isUppercase, text.dropFirst().first?.isLowercase == true {
        mistakes.append("capital: \(text)")
      }
      if text.hasSuffix(".") { mistakes.append("stop: \(text)") }
      if text.contains(where: \.isNewline) { mistakes.append("line break: \(text)") }
      return mistakes
    }
  }
}
