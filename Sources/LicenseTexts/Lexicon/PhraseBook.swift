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
  /// The phrases of each concept.
  let phrasesOfConcept: [Range<Int>]
  /// The words and stems of all phrases.
  let words: WordTrie
  /// What the phrases begin with.
  let openings: PhraseOpenings

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
    var ranges: [Range<Int>] = []
    for (number, concept) in concepts.enumerated() {
      let first = compiler.phrases.count
      for phrase in concept.phrases {
        do {
          try compiler.add(Phrase(phrase), concept: number)
        } catch let error as PhraseError {
          throw LexiconError(concept: concept.name, phrase: phrase, reason: "\(error)")
        } catch {
          throw LexiconError(concept: concept.name, phrase: phrase, reason: "unknown concept in braces")
        }
      }
      ranges.append(first..<compiler.phrases.count)
    }
    names = concepts.map(\.name)
    numbers = compiler.numbers
    program = compiler.program
    phrases = compiler.phrases
    phrasesOfConcept = ranges
    words = compiler.words
    do {
      openings = try PhraseOpenings(
        program, phrases: phrases.map(\.start), concepts: ranges, atomCount: words.count)
    } catch {
      throw LexiconError(concept: names[error.concept], phrase: "", reason: "it stands within itself")
    }
  }

  /// The number of a concept; nil where the lexicon has none of that name.
  func number(of concept: String) -> Int? { numbers[concept] }

  private struct UnknownConcept: Error {}

  private struct Compiler {
    let numbers: [String: Int]
    var program: [Instruction] = []
    var phrases: [(concept: Int, start: Int)] = []
    var words = WordTrie()

    init(_ names: [String]) {
      numbers = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    mutating func add(_ phrase: Phrase, concept: Int) throws {
      let start = program.count
      try emit(phrase)
      program.append(.accept)
      phrases.append((concept, start))
    }

    private mutating func emit(_ phrase: Phrase) throws {
      switch phrase {
      case .word(let text): program.append(.atom(words.number(of: text)))
      case .stem(let text): program.append(.atom(words.number(ofStem: text)))
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
  }
}

/// A mistake in `licenses/lexicon/`.
public struct LexiconError: Error, CustomStringConvertible {
  let concept: String
  let phrase: String
  let reason: String

  public var description: String { "concept `\(concept)`, phrase `\(phrase)`: \(reason)" }
}
