import Obligations

/// Concepts of the lexicon that are plain lists, one for each case of `List`: what is compared whole, before anything is cut
/// into words.
public struct WordLists<List: LexiconNamed>: Sendable {
  private let lists: [List: Set<String>]

  /// Takes the lists out of concepts, which have to hold all of them.
  public init(_ concepts: [WordingConcept]) throws(LexiconError) {
    let named = Dictionary(uniqueKeysWithValues: List.allCases.map { ($0.name, $0) })
    var lists: [List: Set<String>] = [:]
    for concept in concepts {
      if let list = named[concept.name] { lists[list] = try concept.list() }
    }
    for list in List.allCases where lists[list] == nil {
      throw LexiconError(concept: list.name, reason: "a list of this name is needed, and no file has it")
    }
    self.lists = lists
  }

  /// The words of a list.
  public func words(of list: List) -> Set<String> { lists[list] ?? [] }

  /// Whether a list holds a word.
  public func list(_ list: List, holds word: some StringProtocol) -> Bool {
    lists[list]?.contains(String(word)) ?? false
  }
}

/// What the program asks of the lexicon by name. As coding keys, cases know their names; to print them takes reflection.
public protocol LexiconNamed: CodingKey, CaseIterable, Hashable, Sendable {}

extension LexiconNamed {
  /// The name in the lexicon: `quantizedOf` is `quantized-of`.
  public var name: String {
    var name: [UInt8] = []
    for letter in stringValue.utf8 {
      if letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") {
        name += [UInt8(ascii: "-"), letter | 0x20]
      } else {
        name.append(letter)
      }
    }
    return String(decoding: name, as: UTF8.self)
  }
}

extension WordingConcept {
  /// The words of a concept whose phrases are words and choices between words, and nothing else.
  public func list() throws(LexiconError) -> Set<String> {
    var words: Set<String> = []
    for phrase in phrases {
      var inner = phrase.utf8[...]
      if inner.first == UInt8(ascii: "("), inner.last == UInt8(ascii: ")") { inner = inner.dropFirst().dropLast() }
      let isList =
        zip(inner, inner.dropFirst()).allSatisfy { $0 != UInt8(ascii: ".") || $1 != UInt8(ascii: ".") }
        && !inner.contains { "()[]{}*".utf8.contains($0) }
      guard isList else {
        throw LexiconError(concept: name, phrase: phrase, reason: "it is a list, of words and choices between words")
      }
      for word in inner.split(separator: UInt8(ascii: "|")) { words.insert(String(Substring(word))) }
    }
    return words
  }
}
