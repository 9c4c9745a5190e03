/// Learns by what names a text calls the one who licenses: whoever grants, or is defined beside `we`.
///
/// "Acme grants you a licence" and "“Acme” or “we” means Acme GmbH" both make `Acme` a licensor, so that "Acme may
/// use your feedback" is read as what it is.
struct PartyNames {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tokens: [Token]
  private let grammar: Grammar

  /// Longest name, in words.
  private static let longest = 4
  /// Capitalised words that grant things without being anybody.
  private static let things: Set<String> = [
    "license", "licence", "agreement", "terms", "section", "this", "the", "each", "subject", "public", "notice",
    "policy",
    "it", "and", "or", "if", "by", "a", "an", "in", "to", "of", "that", "hereby", "nothing", "provided", "you", "your",
  ]

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token], grammar: Grammar) {
    self.bytes = bytes
    self.tokens = tokens
    self.grammar = grammar
  }

  /// The statements with a hit for the licensor at each place where one of the learned names stands.
  func marked(_ statements: [Statement]) -> [Statement] {
    let names = Set(statements.flatMap(names))
    guard !names.isEmpty else { return statements }
    let firstWords = Set(names.compactMap(\.first))
    return statements.map { statement in
      var statement = statement
      var added: [Hit] = []
      for index in statement.tokens where firstWords.contains(tokens[index].word) {
        let name = names.filter { name in
          index + name.count <= statement.tokens.upperBound
            && name.indices.allSatisfy { tokens[index + $0].word == name[$0] }
        }.max { $0.count < $1.count }
        if let name, isCapital(index) {
          added.append(Hit(concept: grammar.licensor, start: index, end: index + name.count))
        }
      }
      guard !added.isEmpty else { return statement }
      statement.hits = (statement.hits + added).sorted { $0.start < $1.start }
      return statement
    }
  }

  /// The names that a statement gives to the licensor.
  private func names(_ statement: Statement) -> [[Int32]] {
    var found: [[Int32]] = []
    for hit in statement.hits {
      if hit.concept == grammar.grant {
        if let name = name(before: hit.start, in: statement) { found.append(name) }
      } else if hit.concept == grammar.licensor, tokens[hit.start].before.contains(.quote) {
        if let name = quotedName(beside: hit.start, in: statement) { found.append(name) }
      }
    }
    return found
  }

  /// The capitalised words directly before a verb.
  private func name(before index: Int, in statement: Statement) -> [Int32]? {
    var end = index
    if end > statement.tokens.lowerBound, word(end - 1) == "hereby" { end -= 1 }
    var start = end
    while start > statement.tokens.lowerBound, end - start < Self.longest, isName(start - 1) {
      start -= 1
      if !tokens[start].before.isDisjoint(with: [.comma, .closing, .semicolon, .colon]) { break }
    }
    guard start < end else { return nil }
    return (start..<end).map { tokens[$0].word }
  }

  /// The quoted name that stands with `"we"` in a definition: `"Acme" or "we"`, `("Acme", "us")`.
  private func quotedName(beside index: Int, in statement: Statement) -> [Int32]? {
    var end = index
    if end > statement.tokens.lowerBound, ["or", "and"].contains(word(end - 1)) { end -= 1 }
    guard end > statement.tokens.lowerBound, end < tokens.count, tokens[end].before.contains(.quote) else { return nil }
    var start = end
    while start > statement.tokens.lowerBound, end - start < Self.longest, isName(start - 1) {
      start -= 1
      if tokens[start].before.contains(.quote) { return (start..<end).map { tokens[$0].word } }
    }
    return nil
  }

  private func isName(_ index: Int) -> Bool { isCapital(index) && !Self.things.contains(word(index)) }

  private func isCapital(_ index: Int) -> Bool { (0x41...0x5A).contains(bytes[Int(tokens[index].start)]) }

  private func word(_ index: Int) -> String { String(decoding: bytes[tokens[index].range], as: UTF8.self).lowercased() }
}
