import Obligations

/// All phrases of a lexicon, compiled so that a text is searched for them in one pass.
public struct PhraseBook: Sendable {
  /// Names of the concepts by number.
  public let names: [String]
  private let numbers: [String: Int]
  /// One program after the other.
  let program: [Instruction]
  /// Concept and first instruction of each phrase.
  let phrases: [(concept: Int, start: Int)]
  /// The phrases of each concept.
  let phrasesOfConcept: [Range<Int>]
  /// The words and stems of all phrases.
  let words: WordTrie
  /// The words and stems of each choice between them.
  let choices: AtomSets
  /// What the phrases begin with.
  let openings: PhraseOpenings

  /// A step of matching.
  enum Instruction: Sendable {
    /// The next word is this word or begins with this stem.
    case atom(Int)
    /// The next word is one of a choice.
    case choice(Int)
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
    if let extra = concepts.dropFirst(ConceptSet.capacity).first {
      throw LexiconError(concept: extra.name, reason: "a lexicon has at most \(ConceptSet.capacity) concepts")
    }
    var seen: Set<String> = []
    for concept in concepts where !seen.insert(concept.name).inserted {
      throw LexiconError(concept: concept.name, reason: "it is defined twice")
    }
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
    choices = AtomSets(compiler.choices, atomCount: words.count)
    do {
      openings = try PhraseOpenings(
        program, choices: compiler.choices, phrases: phrases.map(\.start), concepts: ranges, atomCount: words.count)
    } catch {
      throw LexiconError(concept: names[error.concept], reason: "it stands within itself")
    }
  }

  /// The number of a concept; nil where the lexicon has none of that name.
  func number(of concept: String) -> Int? { numbers[concept] }

  /// The number of a concept that `user` can't do without.
  func number(of concept: String, neededBy user: String) throws(LexiconError) -> Int {
    guard let number = numbers[concept] else {
      throw LexiconError(concept: concept, reason: "\(user) needs this concept, which the lexicon lacks")
    }
    return number
  }

  private struct UnknownConcept: Error {}

  private struct Compiler {
    let numbers: [String: Int]
    var program: [Instruction] = []
    var phrases: [(concept: Int, start: Int)] = []
    var words = WordTrie()
    var choices: [[Int]] = []

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
      case .word, .stem: if let atom = atom(phrase) { program.append(.atom(atom)) }
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
      case .choice(let options): try emit(choice: options[...])
      }
    }

    /// Words that stand beside each other in a choice make one step.
    private mutating func emit(choice options: ArraySlice<Phrase>) throws {
      let atoms = options.prefix { Self.isAtom($0) }.compactMap { atom($0) }
      let rest = options.dropFirst(max(atoms.count, 1))
      let split = program.count
      if !rest.isEmpty { program.append(.accept) }
      if atoms.count > 1 {
        program.append(.choice(choices.count))
        choices.append(atoms)
      } else if let option = options.first {
        try emit(option)
      }
      guard !rest.isEmpty else { return }
      let end = program.count
      program.append(.accept)
      program[split] = .split(split + 1, program.count)
      try emit(choice: rest)
      program[end] = .jump(program.count)
    }

    private static func isAtom(_ phrase: Phrase) -> Bool {
      switch phrase {
      case .word, .stem: true
      case .gap, .concept, .sequence, .choice, .optional: false
      }
    }

    private mutating func atom(_ phrase: Phrase) -> Int? {
      switch phrase {
      case .word(let text): words.number(of: Spelling.american(Array(text.utf8)))
      case .stem(let text): words.number(ofStem: Array(text.utf8))
      case .gap, .concept, .sequence, .choice, .optional: nil
      }
    }
  }
}

/// A mistake in `licenses/lexicon/`.
public struct LexiconError: Error, CustomStringConvertible {
  let concept: String
  /// The phrase that is wrong; nil where the concept as a whole is.
  var phrase: String?
  let reason: String

  public init(concept: String, phrase: String? = nil, reason: String) {
    self.concept = concept
    self.phrase = phrase
    self.reason = reason
  }

  public var description: String {
    let place = phrase.map { ", phrase `\($0)`" } ?? ""
    return "concept `\(concept)`\(place): \(reason)"
  }
}
