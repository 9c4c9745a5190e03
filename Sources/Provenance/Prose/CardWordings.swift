import LicenseTexts
import Obligations

/// How cards word where an artefact came from: `licenses/lexicon/provenance.yaml`, compiled.
public struct CardWordings: Sendable {
  let book: PhraseBook
  /// What each concept of the book means to a reader of cards; nil for those that only stand within others.
  let meanings: [CardConcept?]
  let lists: WordLists<CardWordList>

  /// Compiles concepts, which have to hold all that readers ask for.
  public init(_ concepts: [WordingConcept]) throws(LexiconError) {
    lists = try WordLists(concepts)
    let known = Dictionary(uniqueKeysWithValues: CardConcept.allCases.map { ($0.name, $0) })
    // What is only compared whole is looked for in no sentence.
    let listed = Set(CardWordList.allCases.map(\.name))
    book = try PhraseBook(concepts.filter { !listed.contains($0.name) || known[$0.name] != nil })
    try book.require(known.keys.sorted(), for: "the reader of cards")
    meanings = book.names.map { known[$0] }
  }

  /// Whether a list holds a word.
  func list(_ list: CardWordList, holds word: some StringProtocol) -> Bool { lists.list(list, holds: word) }
}

/// Cuts the texts of one card into words, and finds the wordings in them.
final class WordingReader {
  /// What is only compared whole.
  let lists: WordLists<CardWordList>
  private var search: WordingSearch
  private let meanings: [CardConcept?]
  /// What the labels mean that were read already: each row of a table repeats its header.
  private var labels: [String: CardConcepts] = [:]
  /// The sections that were told already, by the headings over them.
  var sections: [[String]: CardSection] = [:]

  init(_ wordings: CardWordings) {
    lists = wordings.lists
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
