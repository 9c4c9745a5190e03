/// What the phrases of a book can begin with, so that few of them are tried at each word of a text.
struct PhraseOpenings: Sendable {
  /// By word or stem: the phrases that may begin with it, one list after the other.
  let phrases: [Int32]
  /// Where each list begins, and the last one ends.
  let starts: [Int32]
  /// By phrase: the words and stems that may come second, and the bit `open` where there need be none.
  let seconds: [UInt64]
  /// Elements of `seconds` for each phrase.
  let rowLength: Int
  /// The bit of phrases that may end with their first word, or go on with any.
  let open: Int

  /// Finds the openings of phrases that begin at these places of a program.
  init(
    _ program: [PhraseBook.Instruction], phrases: [Int], concepts: [Range<Int>], atomCount: Int
  ) throws(ConceptCircle) {
    open = atomCount
    rowLength = atomCount / 64 + 1
    var finder = OpeningFinder(program: program, phrases: phrases, concepts: concepts)
    var byFirst: [[Int32]] = Array(repeating: [], count: atomCount)
    var seconds = [UInt64](repeating: 0, count: phrases.count * rowLength)
    for (index, start) in phrases.enumerated() {
      let opening = try finder.opening(of: start)
      for atom in opening.first { byFirst[atom].append(Int32(index)) }
      for atom in opening.isOpen ? [open] : Array(opening.second) {
        seconds[index * rowLength + atom >> 6] |= 1 << UInt64(atom & 63)
      }
    }
    self.seconds = seconds
    self.phrases = byFirst.flatMap(\.self)
    var starts: [Int32] = [0]
    for list in byFirst { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    self.starts = starts
  }
}

/// A concept whose wordings begin with its own.
struct ConceptCircle: Error {
  let concept: Int
}

/// Walks along the beginnings of phrases, and into the concepts that they begin with.
private struct OpeningFinder {
  let program: [PhraseBook.Instruction]
  let phrases: [Int]
  let concepts: [Range<Int>]
  private var found: [Int: Opening] = [:]
  /// Concepts that are being looked into.
  private var entered: Set<Int> = []

  /// The words and stems that a wording may have first and second.
  struct Opening {
    var first: Set<Int> = []
    var second: Set<Int> = []
    /// Whether it may have no second word, or any.
    var isOpen = false
    /// Whether it may be a single word, or none.
    var isSingle = false
    var isEmpty = false
  }

  init(program: [PhraseBook.Instruction], phrases: [Int], concepts: [Range<Int>]) {
    self.program = program
    self.phrases = phrases
    self.concepts = concepts
  }

  /// The opening of a phrase that stands alone.
  mutating func opening(of start: Int) throws(ConceptCircle) -> Opening {
    var opening = Opening()
    try walk(start, isSecond: false, &opening)
    if opening.isSingle || opening.isEmpty { opening.isOpen = true }
    return opening
  }

  /// The opening of any wording of a concept.
  private mutating func opening(ofConcept number: Int) throws(ConceptCircle) -> Opening {
    if let known = found[number] { return known }
    guard entered.insert(number).inserted else { throw ConceptCircle(concept: number) }
    var opening = Opening()
    for index in concepts[number] { try walk(phrases[index], isSecond: false, &opening) }
    found[number] = opening
    return opening
  }

  private mutating func walk(_ place: Int, isSecond: Bool, _ opening: inout Opening) throws(ConceptCircle) {
    switch program[place] {
    case .accept: if isSecond { opening.isSingle = true } else { opening.isEmpty = true }
    case .gap: opening.isOpen = true
    case .jump(let next): try walk(next, isSecond: isSecond, &opening)
    case .split(let one, let other):
      try walk(one, isSecond: isSecond, &opening)
      try walk(other, isSecond: isSecond, &opening)
    case .atom(let atom):
      if isSecond {
        opening.second.insert(atom)
      } else {
        opening.first.insert(atom)
        try walk(place + 1, isSecond: true, &opening)
      }
    case .concept(let number):
      let inner = try self.opening(ofConcept: number)
      if isSecond {
        opening.second.formUnion(inner.first)
      } else {
        opening.first.formUnion(inner.first)
        opening.second.formUnion(inner.second)
        opening.isOpen = opening.isOpen || inner.isOpen
        if inner.isSingle { try walk(place + 1, isSecond: true, &opening) }
      }
      if inner.isEmpty { try walk(place + 1, isSecond: isSecond, &opening) }
    }
  }
}
