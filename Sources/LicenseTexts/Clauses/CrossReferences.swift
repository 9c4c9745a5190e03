import Diagnostics

/// Finds which clauses a passage speaks of: `Sections 3, 4 and 7`, `Section 3.2(c)`, `Attachment A`.
struct CrossReferences {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Citations by their letters and figures alone: `3.2(c)` and `3(2)(c)` are one.
  private let known: [String: String]

  private static let words: Set<String> = [
    "section", "sections", "clause", "clauses", "paragraph", "paragraphs", "article", "articles", "attachment",
    "exhibit",
    "annex", "appendix", "schedule",
  ]
  private static let attachments: Set<String> = ["attachment", "exhibit", "annex", "appendix", "schedule"]

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ outline: Outline) {
    self.bytes = bytes
    self.known = Dictionary(
      outline.clauses.map { (Self.plain($0.citation), $0.citation) }.filter { !$0.0.isEmpty }
    ) { first, _ in first }
  }

  /// Citations of the clauses that are named among some tokens, in order, each once.
  func references(_ tokens: [Token], in range: Range<Int>) -> [String] {
    var found: [String] = []
    for index in range where index + 1 < range.upperBound {
      let word = text(tokens[index])
      guard Self.words.contains(word) else { continue }
      let prefix = Self.attachments.contains(word) ? word : ""
      for number in numbers(from: Int(tokens[index].end), to: Int(tokens[range.upperBound - 1].end)) {
        let plain = Self.plain(number)
        guard let citation = known[prefix + plain] ?? known[plain], !found.contains(citation) else { continue }
        found.append(citation)
      }
    }
    return found
  }

  /// The numbers that stand behind a word: one, or several with commas and `and` between them.
  private func numbers(from start: Int, to end: Int) -> [String] {
    var numbers: [String] = []
    var index = start
    while index < end {
      while index < end, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ",") { index += 1 }
      var stop = index
      while stop < end, isPart(bytes[stop]) { stop += 1 }
      let word = String(decoding: bytes[index..<stop], as: UTF8.self)
      index = stop
      if ["and", "or", "to", "through"].contains(word.lowercased()) { continue }
      let isNumber = word.utf8.first.map { $0.isDigit } ?? false
      guard isNumber || (word.utf8.count <= 2 && numbers.isEmpty && !word.isEmpty) else { break }
      numbers.append(word)
    }
    return numbers
  }

  private func isPart(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }

  private func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self).lowercased() }

  private static func plain(_ citation: String) -> String {
    String(citation.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
  }
}
