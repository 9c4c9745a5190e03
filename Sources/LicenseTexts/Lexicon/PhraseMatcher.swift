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
    book.openings.isOpen[phrase]
      || second.contains { book.openings.seconds.has(Int(words.atoms[$0]), in: phrase) }
  }

  /// Where a program that starts at `place` ends, if it matches at `position`.
  private mutating func match(_ place: Int, _ position: Int, depth: Int) -> Int? {
    var place = place
    var position = position
    while true {
      steps += 1
      guard steps < Self.mostSteps else { return nil }
      switch book.program[place] {
      case .accept: return position
      case .jump(let next): place = next
      case .split(let one, let other):
        if isPossible(one, position), let end = match(one, position, depth: depth) { return end }
        place = other
      case .atom, .choice:
        guard isPossible(place, position) else { return nil }
        place += 1
        position += 1
      case .gap(let most):
        return match(place + 1, position, depth: depth, passing: most)
      case .concept(let number):
        guard depth < Self.deepest, position < limit, joins(position) else { return nil }
        for end in ends(of: number, position, depth: depth + 1) {
          if let end = match(place + 1, end, depth: depth) { return end }
        }
        return nil
      }
    }
  }

  /// Where a program ends that matches behind at most so many words.
  private mutating func match(_ place: Int, _ position: Int, depth: Int, passing most: Int) -> Int? {
    for position in position...(position + most) {
      if isPossible(place, position), let end = match(place, position, depth: depth) { return end }
      guard position < limit, joins(position) else { return nil }
    }
    return nil
  }

  /// Where wordings of a concept end that begin at `position`, the longest first.
  private mutating func ends(of concept: Int, _ position: Int, depth: Int) -> [Int] {
    var ends: [Int] = []
    for index in book.phrasesOfConcept[concept] {
      let start = book.phrases[index].start
      guard isPossible(start, position), let end = match(start, position, depth: depth), !ends.contains(end) else {
        continue
      }
      ends.append(end)
    }
    return ends.sorted(by: >)
  }

  /// Whether a step can be taken at `position`; true for those that hang on others.
  @inline(__always) private func isPossible(_ place: Int, _ position: Int) -> Bool {
    switch book.program[place] {
    case .atom(let atom):
      position < limit && joins(position)
        && words.range(of: tokens[position]).contains { words.atoms[$0] == Int32(truncatingIfNeeded: atom) }
    case .choice(let number):
      position < limit && joins(position)
        && words.range(of: tokens[position]).contains { book.choices.has(Int(words.atoms[$0]), in: number) }
    case .gap, .concept, .split, .jump, .accept: true
    }
  }

  /// Whether a phrase may go on with the word at `position`.
  @inline(__always) private func joins(_ position: Int) -> Bool {
    position == start || tokens[position].before.isDisjoint(with: .breaks)
  }
}
