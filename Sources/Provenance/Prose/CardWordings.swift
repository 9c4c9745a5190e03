import LicenseTexts
import Obligations

/// How cards word where an artefact came from: `licenses/lexicon/provenance.yaml`, compiled.
public struct CardWordings: Sendable {
  let book: PhraseBook
  /// What each concept of the book means to a reader of cards; nil for those that only stand within others.
  let meanings: [CardConcept?]
  private let lists: [CardWordList: Set<String>]

  /// Compiles concepts, which have to hold all that readers ask for.
  public init(_ concepts: [WordingConcept]) throws(LexiconError) {
    let listed = Dictionary(uniqueKeysWithValues: CardWordList.allCases.map { ($0.name, $0) })
    var lists: [CardWordList: Set<String>] = [:]
    for concept in concepts {
      if let list = listed[concept.name] { lists[list] = try concept.list() }
    }
    for list in CardWordList.allCases where lists[list] == nil {
      throw LexiconError(concept: list.name, reason: "the reader of cards needs it, and no file has it")
    }
    self.lists = lists
    // What is only compared whole is looked for in no sentence.
    let asked = Set(CardConcept.allCases.map(\.name))
    book = try PhraseBook(concepts.filter { listed[$0.name] == nil || asked.contains($0.name) })
    try book.require(CardConcept.allCases.map(\.name), for: "the reader of cards")
    let known = Dictionary(uniqueKeysWithValues: CardConcept.allCases.map { ($0.name, $0) })
    meanings = book.names.map { known[$0] }
  }

  /// Whether a list holds a word.
  func list(_ list: CardWordList, holds word: String) -> Bool { lists[list]?.contains(word) ?? false }
}

/// Cuts the texts of one card into words, and finds the wordings in them.
final class WordingReader {
  private var search: WordingSearch
  private let meanings: [CardConcept?]
  /// What the labels mean that were read already: each row of a table repeats its header.
  private var labels: [String: CardConcepts] = [:]

  init(_ wordings: CardWordings) {
    search = WordingSearch(wordings.book)
    meanings = wordings.meanings
  }

  /// The words of a text, and what is said by them.
  func read(_ text: [UInt8]) -> WordedPassage {
    let worded = search.read(text)
    return WordedPassage(
      bytes: text, words: worded.words,
      hits: worded.hits.compactMap { hit in
        meanings[hit.concept].map { WordedPassage.Hit(concept: $0, words: hit.words) }
      })
  }

  /// All that a short text speaks of.
  func concepts(in text: String) -> CardConcepts {
    if let known = labels[text] { return known }
    let passage = read(Array(text.utf8))
    // A word within a name says nothing: `R1-Distill-7B` is no label.
    let found = passage.hits.reduce(into: CardConcepts()) { found, hit in
      if !passage.isJoined(hit.words.lowerBound) { found.add(hit.concept) }
    }
    labels[text] = found
    return found
  }
}
