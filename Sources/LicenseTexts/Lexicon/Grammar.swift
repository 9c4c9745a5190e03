/// The concepts that the grammar itself is made of; the lexicon has to hold all of them.
struct Grammar: Sendable {
  let must, mustNot, may, grant, proviso: Int
  let condition, shortCondition, exception, relative, conjunction: Int
  let licensee, licensor, both, possessive, preposition: Int
  let definition: Int

  init(_ book: PhraseBook) throws(LexiconError) {
    func number(_ name: String) throws(LexiconError) -> Int { try book.number(of: name, neededBy: "the grammar") }
    must = try number("must")
    mustNot = try number("must-not")
    may = try number("may")
    grant = try number("grant")
    proviso = try number("proviso")
    condition = try number("condition")
    shortCondition = try number("short-condition")
    exception = try number("exception")
    relative = try number("relative")
    conjunction = try number("conjunction")
    licensee = try number("licensee")
    licensor = try number("licensor")
    possessive = try number("possessive")
    preposition = try number("preposition")
    both = try number("both-parties")
    definition = try number("definition")
  }
}
