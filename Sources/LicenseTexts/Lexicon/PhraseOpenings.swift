/// What the phrases of a book can begin with, so that few of them are tried at each word of a text.
struct PhraseOpenings: Sendable {
  /// By word or stem: the phrases that may begin with it, one list after the other.
  let phrases: [Int32]
  /// Where each list begins, and the last one ends.
  let starts: [Int32]
  /// By phrase: the words and stems that may come second.
  let seconds: AtomSets
  /// Phrases that may end with their first word, or go on with any.
  let isOpen: [Bool]

  /// Finds the openings of phrases that begin at these places of a program.
  init(
    _ program: [PhraseBook.Instruction], choices: [[Int]], phrases: [Int], concepts: [Range<Int>], atomCount: Int
  ) throws(ConceptCircle) {
    var finder = OpeningFinder(
      program: program, choices: choices, phrases: phrases, concepts: concepts, atomCount: atomCount)
    var byFirst: [[Int32]] = Array(repeating: [], count: atomCount)
    var openings: [OpeningFinder.Opening] = []
    for (index, start) in phrases.enumerated() {
      let opening = try finder.opening(of: start)
      for atom in opening.first.numbers { byFirst[atom].append(Int32(index)) }
      openings.append(opening)
    }
    seconds = AtomSets(openings.map(\.second), atomCount: atomCount)
    isOpen = openings.map(\.isOpen)
    self.phrases = byFirst.flatMap(\.self)
    starts = byFirst.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
  }
}

/// A concept whose wordings begin with its own.
struct ConceptCircle: Error {
  let concept: Int
}

/// Walks along the beginnings of phrases, and into the concepts that they begin with.
private struct OpeningFinder {
  let program: [PhraseBook.Instruction]
  let choices: [[Int]]
  let phrases: [Int]
  let concepts: [Range<Int>]
  private let nothing: Opening
  private var found: [Int: Opening] = [:]
  /// Concepts that are being looked into.
  private var entered: Set<Int> = []

  /// The words and stems that a wording may have first and second.
  struct Opening {
    var first: AtomSet
    var second: AtomSet
    /// Whether it may have no second word, or any.
    var isOpen = false
    /// Whether it may be a single word, or none.
    var isSingle = false
    var isEmpty = false
  }

  init(
    program: [PhraseBook.Instruction], choices: [[Int]], phrases: [Int], concepts: [Range<Int>], atomCount: Int
  ) {
    self.program = program
    self.choices = choices
    self.phrases = phrases
    self.concepts = concepts
    nothing = Opening(first: AtomSet(atomCount: atomCount), second: AtomSet(atomCount: atomCount))
  }

  /// The opening of a phrase that stands alone.
  mutating func opening(of start: Int) throws(ConceptCircle) -> Opening {
    var opening = nothing
    try walk(start, isSecond: false, &opening)
    if opening.isSingle || opening.isEmpty { opening.isOpen = true }
    return opening
  }

  /// The opening of any wording of a concept.
  private mutating func opening(ofConcept number: Int) throws(ConceptCircle) -> Opening {
    if let known = found[number] { return known }
    guard entered.insert(number).inserted else { throw ConceptCircle(concept: number) }
    var opening = nothing
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
    case .atom(let atom): try walk([atom], place, isSecond: isSecond, &opening)
    case .choice(let number): try walk(choices[number], place, isSecond: isSecond, &opening)
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
  private mutating func walk(
    _ atoms: [Int], _ place: Int, isSecond: Bool, _ opening: inout Opening
  ) throws(ConceptCircle) {
    if isSecond {
      for atom in atoms { opening.second.insert(atom) }
    } else {
      for atom in atoms { opening.first.insert(atom) }
      try walk(place + 1, isSecond: true, &opening)
    }
  }
}
