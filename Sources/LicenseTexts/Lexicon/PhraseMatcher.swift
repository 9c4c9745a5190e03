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
  /// What each word of the vocabulary satisfies, one list after the other.
  private var atoms: [Int32] = []
  /// Where each list begins, and the last one ends.
  private var starts: [Int32] = [0]

  init(_ book: PhraseBook) { self.book = book }

  /// Takes note of words that the tokenizer has met since.
  mutating func learn(_ words: [[UInt8]]) {
    for word in words[(starts.count - 1)...] {
      atoms += book.words.matches(of: word)
      starts.append(Int32(atoms.count))
    }
  }

  /// The hits in `range`, by where they start; of one concept only the longest at each place.
  func hits(_ tokens: [Token], _ range: Range<Int>) -> [Hit] {
    tokens.withUnsafeBufferPointer { tokens in
      atoms.withUnsafeBufferPointer { atoms in
        starts.withUnsafeBufferPointer { starts in
          var search = PhraseSearch(
            book, WordAtoms(atoms: atoms, starts: starts), tokens: tokens, limit: range.upperBound)
          for start in range { search.find(at: start) }
          return search.hits
        }
      }
    }
  }
}

/// What each word of a vocabulary satisfies.
private struct WordAtoms {
  let atoms: UnsafeBufferPointer<Int32>
  let starts: UnsafeBufferPointer<Int32>

  @inline(__always) func range(of token: Token) -> Range<Int> {
    Int(starts[Int(token.word)])..<Int(starts[Int(token.word) + 1])
  }
}

/// One search through a stretch of tokens.
private struct PhraseSearch {
  private(set) var hits: [Hit] = []
  private let book: PhraseBook
  private let words: WordAtoms
  private let tokens: UnsafeBufferPointer<Token>
  private let limit: Int
  /// Where phrases begin that are tried now, and the steps taken for one of them.
  private var start = 0
  private var steps = 0

  /// Steps that matching at one place may take; phrases of several gaps would try too many ways.
  private static let mostSteps = 4_000
  private static let deepest = 4

  init(_ book: PhraseBook, _ words: WordAtoms, tokens: UnsafeBufferPointer<Token>, limit: Int) {
    self.book = book
    self.words = words
    self.tokens = tokens
    self.limit = limit
  }

  /// Adds the hits that begin at a token.
  mutating func find(at place: Int) {
    start = place
    let first = hits.count
    let second = place + 1 < limit && joins(place + 1) ? words.range(of: tokens[place + 1]) : 0..<0
    let openings = book.openings
    for number in words.range(of: tokens[place]) {
      let atom = Int(words.atoms[number])
      for entry in Int(openings.starts[atom])..<Int(openings.starts[atom + 1]) {
        let index = Int(openings.phrases[entry])
        guard mayGoOn(index, with: second) else { continue }
        let phrase = book.phrases[index]
        steps = 0
        guard let end = match(phrase.start, place, depth: 0) else { continue }
        if let same = hits[first...].firstIndex(where: { $0.concept == phrase.concept }) {
          if hits[same].end < end { hits[same] = Hit(concept: phrase.concept, start: place, end: end) }
        } else {
          hits.append(Hit(concept: phrase.concept, start: place, end: end))
        }
      }
    }
  }

  /// Whether a phrase may have one of some words and stems second, or needs none.
  @inline(__always) private func mayGoOn(_ phrase: Int, with second: Range<Int>) -> Bool {
    let row = phrase * book.openings.rowLength
    func has(_ atom: Int) -> Bool { book.openings.seconds[row + atom >> 6] & 1 << UInt64(atom & 63) != 0 }
    return has(book.openings.open) || second.contains { has(Int(words.atoms[$0])) }
  }

  /// Where a program that starts at `place` ends, if it matches at `position`.
  private mutating func match(_ place: Int, _ position: Int, depth: Int) -> Int? {
    steps += 1
    guard steps < Self.mostSteps else { return nil }
    switch book.program[place] {
    case .accept: return position
    case .jump(let next): return match(next, position, depth: depth)
    case .split(let one, let other):
      return match(one, position, depth: depth) ?? match(other, position, depth: depth)
    case .atom(let atom):
      guard position < limit, joins(position), has(atom, tokens[position]) else { return nil }
      return match(place + 1, position + 1, depth: depth)
    case .gap(let most):
      var position = position
      for _ in 0...most {
        if let end = match(place + 1, position, depth: depth) { return end }
        guard position < limit, joins(position) else { return nil }
        position += 1
      }
      return nil
    case .concept(let number):
      guard depth < Self.deepest, position < limit, joins(position) else { return nil }
      var ends: [Int] = []
      for index in book.phrasesOfConcept[number] {
        guard let end = match(book.phrases[index].start, position, depth: depth + 1), !ends.contains(end) else {
          continue
        }
        ends.append(end)
      }
      ends.sort(by: >)
      for end in ends {
        if let end = match(place + 1, end, depth: depth) { return end }
      }
      return nil
    }
  }

  /// Whether a phrase may go on with the word at `position`.
  @inline(__always) private func joins(_ position: Int) -> Bool {
    position == start || tokens[position].before.isDisjoint(with: .breaks)
  }

  @inline(__always) private func has(_ atom: Int, _ token: Token) -> Bool {
    words.range(of: token).contains { words.atoms[$0] == Int32(truncatingIfNeeded: atom) }
  }
}
