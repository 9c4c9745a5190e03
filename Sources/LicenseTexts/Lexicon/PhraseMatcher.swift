/// A wording found among tokens.
struct Hit: Sendable {
  let concept: Int
  /// Tokens, half-open.
  let start: Int
  let end: Int
}

/// Searches tokens for all phrases of a book.
struct PhraseMatcher {
  let book: PhraseBook
  private var atomsOfWord: [[Int]] = []

  /// Steps that matching at one place may take; phrases of several gaps would try too many ways.
  private static let mostSteps = 4_000
  private static let deepest = 4

  init(_ book: PhraseBook) { self.book = book }

  /// Takes note of words that the tokenizer has met since.
  mutating func learn(_ words: [[UInt8]]) {
    for word in words[atomsOfWord.count...] { atomsOfWord.append(book.atoms(of: word)) }
  }

  /// The hits in `range`, by where they start; of one concept only the longest at each place.
  func hits(_ tokens: [Token], _ range: Range<Int>) -> [Hit] {
    var hits: [Hit] = []
    tokens.withUnsafeBufferPointer { tokens in
      for start in range {
        let first = hits.count
        for atom in atomsOfWord[Int(tokens[start].word)] {
          for index in book.byFirstAtom[atom] {
            let phrase = book.phrases[index]
            var run = Run(tokens: tokens, limit: range.upperBound, start: start)
            guard let end = match(phrase.start, start, &run, depth: 0) else { continue }
            if let same = hits[first...].firstIndex(where: { $0.concept == phrase.concept }) {
              if hits[same].end < end { hits[same] = Hit(concept: phrase.concept, start: start, end: end) }
            } else {
              hits.append(Hit(concept: phrase.concept, start: start, end: end))
            }
          }
        }
      }
    }
    return hits
  }

  private struct Run {
    let tokens: UnsafeBufferPointer<Token>
    let limit: Int
    let start: Int
    var steps = 0
  }

  /// Where a program that starts at `pc` ends, if it matches at `position`.
  private func match(_ pc: Int, _ position: Int, _ run: inout Run, depth: Int) -> Int? {
    run.steps += 1
    guard run.steps < Self.mostSteps else { return nil }
    switch book.program[pc] {
    case .accept: return position
    case .jump(let next): return match(next, position, &run, depth: depth)
    case .split(let one, let other):
      return match(one, position, &run, depth: depth) ?? match(other, position, &run, depth: depth)
    case .atom(let atom):
      guard position < run.limit, joins(position, run), has(atom, run.tokens[position]) else { return nil }
      return match(pc + 1, position + 1, &run, depth: depth)
    case .gap(let most):
      var position = position
      for _ in 0...most {
        if let end = match(pc + 1, position, &run, depth: depth) { return end }
        guard position < run.limit, joins(position, run) else { return nil }
        position += 1
      }
      return nil
    case .concept(let number):
      guard depth < Self.deepest, position < run.limit, joins(position, run) else { return nil }
      var ends: Set<Int> = []
      for entry in book.entries[number] {
        if let end = match(entry, position, &run, depth: depth + 1) { ends.insert(end) }
      }
      for end in ends.sorted(by: >) {
        if let end = match(pc + 1, end, &run, depth: depth) { return end }
      }
      return nil
    }
  }

  /// Whether a phrase may go on with the word at `position`.
  private func joins(_ position: Int, _ run: Run) -> Bool {
    position == run.start || run.tokens[position].before.isDisjoint(with: .breaks)
  }

  private func has(_ atom: Int, _ token: Token) -> Bool { atomsOfWord[Int(token.word)].contains(atom) }
}
