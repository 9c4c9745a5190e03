import Diagnostics
import Obligations

/// Finds the sentences that bind or allow by their form, and of which nothing was read.
struct UnreadSentences {
  private let statements: [Statement]
  private let scopes: [StatementScope]
  private let tokens: [Token]

  init(_ statements: [Statement], _ scopes: [StatementScope], _ tokens: [Token]) {
    self.statements = statements
    self.scopes = scopes
    self.tokens = tokens
  }

  /// Their bytes, in order.
  ///
  /// - Parameter read: The bytes of the records, by where they begin.
  func ranges(besides read: [Range<Int>]) -> [Range<Int>] {
    var ends: [Int] = []
    for range in read { ends.append(max(ends.last ?? 0, range.upperBound)) }
    return statements.indices.compactMap { index in
      guard statements[index].isOperative, !scopes[index].isDefinition, scopes[index].frames.contains(where: binds)
      else { return nil }
      let words = statements[index].tokens
      let range = Int(tokens[words.lowerBound].start)..<Int(tokens[words.upperBound - 1].end)
      let before = read.bisect { $0.lowerBound < range.upperBound }
      return before > 0 && ends[before - 1] > range.lowerBound ? nil : range
    }
  }

  /// Whether a frame asks something of the licensee, or allows it something.
  private func binds(_ frame: Frame) -> Bool {
    switch frame.subject {
    case .licensee, .both: break
    case .licensor, .other: return false
    }
    return switch frame.form {
    case .must, .mustNot, .may, .grant: true
    case .free, .states, .denies: false
    }
  }
}

extension ParsedText {
  /// Fewer unread sentences than this are nothing unusual.
  private static let fewUnread = 8

  /// What is to be said of the file, and of how much was read in it.
  public var diagnostics: [Diagnostic] {
    guard unread.count >= Self.fewUnread, unread.count > obligations.count, let first = unread.first else {
      return text.diagnostics
    }
    let line = text.file.position(at: text.text.sourceRange(of: first).lowerBound).line
    return text.diagnostics + [
      Diagnostic(
        .littleRead,
        "read \(obligations.count) obligations, while \(unread.count) more sentences bind or allow by their form",
        help: "read the text yourself; the first of them is on line \(line)")
    ]
  }
}
