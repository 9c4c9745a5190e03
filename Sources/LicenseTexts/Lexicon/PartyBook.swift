import Obligations

/// The few phrases by which the two sides of a text are told apart, as a book of their own: they are looked for before
/// all others, which are worded by the sides.
struct PartyBook: Sendable {
  let book: PhraseBook
  let concepts: PartyNames.Concepts

  init(_ lexicon: Lexicon) throws(LexiconError) {
    book = try PhraseBook(lexicon.concepts.filter { PartyNames.Concepts.names.contains($0.name) })
    concepts = try PartyNames.Concepts(book)
  }
}
