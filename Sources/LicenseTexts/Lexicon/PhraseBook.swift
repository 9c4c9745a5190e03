import Obligations

/// All phrases of a lexicon, compiled so that a text is searched for them in one pass.
public struct PhraseBook: Sendable {
  /// Names of the concepts by number.
  let names: [String]
  private let numbers: [String: Int]
  /// One program after the other.
  let program: [Instruction]
  /// Concept and first instruction of each phrase.
  let phrases: [(concept: Int, start: Int)]
  /// First instructions of each concept's phrases.
  let entries: [[Int]]
  /// Numbers of exact words and of stems.
  let exact: [[UInt8]: Int]
  let stems: [[UInt8]: Int]
  let atomCount: Int
  /// Phrases by the word or stem that they may begin with.
  let byFirstAtom: [[Int]]

  /// A step of matching.
  enum Instruction: Sendable {
    /// The next word is this word or begins with this stem.
    case atom(Int)
    /// Up to so many words are passed over.
    case gap(Int)
    /// Another concept's wording follows.
    case concept(Int)
    /// Goes on at either place, the first one preferred.
    case split(Int, Int)
    case jump(Int)
    case accept
  }

  /// Compiles the concepts; what is wrong with a phrase is said with its text.
  public init(_ concepts: [WordingConcept]) throws(LexiconError) {
    var compiler = Compiler(concepts.map(\.name))
    for (number, concept) in concepts.enumerated() {
      for phrase in concept.phrases {
        do {
          try compiler.add(Phrase(phrase), concept: number)
        } catch let error as PhraseError {
          throw LexiconError(concept: concept.name, phrase: phrase, reason: "\(error)")
        } catch {
          throw LexiconError(concept: concept.name, phrase: phrase, reason: "unknown concept in braces")
        }
      }
    }
    names = concepts.map(\.name)
    numbers = compiler.numbers
    program = compiler.program
    phrases = compiler.phrases
    entries = compiler.entries
    exact = compiler.exact
    stems = compiler.stems
    atomCount = compiler.atomCount
    var byFirst: [[Int]] = Array(repeating: [], count: compiler.atomCount)
    for (index, phrase) in compiler.phrases.enumerated() {
      var seen: Set<Int> = []
      compiler.firstAtoms(phrase.start, depth: 0, into: &seen)
      for atom in seen { byFirst[atom].append(index) }
    }
    byFirstAtom = byFirst
  }

  /// The number of a concept; nil where the lexicon has none of that name.
  func number(of concept: String) -> Int? { numbers[concept] }

  /// Words and stems that a word of a text satisfies.
  func atoms(of word: [UInt8]) -> [Int] {
    var atoms: [Int] = []
    if let number = exact[word] { atoms.append(number) }
    for length in stride(from: 2, through: word.count, by: 1) {
      if let number = stems[Array(word.prefix(length))] { atoms.append(number) }
    }
    return atoms
  }

  private struct UnknownConcept: Error {}

  private struct Compiler {
    let numbers: [String: Int]
    var program: [Instruction] = []
    var phrases: [(concept: Int, start: Int)] = []
    var entries: [[Int]]
    var exact: [[UInt8]: Int] = [:]
    var stems: [[UInt8]: Int] = [:]
    var atomCount = 0

    init(_ names: [String]) {
      numbers = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
      entries = Array(repeating: [], count: names.count)
    }

    mutating func add(_ phrase: Phrase, concept: Int) throws {
      let start = program.count
      try emit(phrase)
      program.append(.accept)
      phrases.append((concept, start))
      entries[concept].append(start)
    }

    private mutating func emit(_ phrase: Phrase) throws {
      switch phrase {
      case .word(let text): program.append(.atom(atom(text, in: \.exact)))
      case .stem(let text): program.append(.atom(atom(text, in: \.stems)))
      case .gap(let most): program.append(.gap(most))
      case .concept(let name):
        guard let number = numbers[name] else { throw UnknownConcept() }
        program.append(.concept(number))
      case .sequence(let parts): for part in parts { try emit(part) }
      case .optional(let part):
        let split = program.count
        program.append(.accept)
        try emit(part)
        program[split] = .split(split + 1, program.count)
      case .choice(let options):
        var ends: [Int] = []
        for (index, option) in options.enumerated() {
          let split = program.count
          if index + 1 < options.count { program.append(.accept) }
          try emit(option)
          if index + 1 < options.count {
            ends.append(program.count)
            program.append(.accept)
            program[split] = .split(split + 1, program.count)
          }
        }
        for end in ends { program[end] = .jump(program.count) }
      }
    }

    private mutating func atom(_ text: String, in table: WritableKeyPath<Compiler, [[UInt8]: Int]>) -> Int {
      let key = Array(text.utf8)
      if let number = self[keyPath: table][key] { return number }
      self[keyPath: table][key] = atomCount
      atomCount += 1
      return atomCount - 1
    }

    /// What a phrase can begin with, other concepts' phrases included.
    func firstAtoms(_ start: Int, depth: Int, into seen: inout Set<Int>) {
      guard depth < 40 else { return }
      switch program[start] {
      case .atom(let atom): seen.insert(atom)
      case .gap, .accept: break
      case .jump(let next): firstAtoms(next, depth: depth + 1, into: &seen)
      case .split(let one, let other):
        firstAtoms(one, depth: depth + 1, into: &seen)
        firstAtoms(other, depth: depth + 1, into: &seen)
      case .concept(let number):
        for entry in entries[number] { firstAtoms(entry, depth: depth + 1, into: &seen) }
      }
    }
  }
}

/// A mistake in `licenses/lexicon/`.
public struct LexiconError: Error, CustomStringConvertible {
  let concept: String
  let phrase: String
  let reason: String

  public var description: String { "concept `\(concept)`, phrase `\(phrase)`: \(reason)" }
}
