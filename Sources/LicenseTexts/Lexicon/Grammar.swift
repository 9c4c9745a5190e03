/// The concepts that the grammar itself is made of; the lexicon has to hold all of them.
struct Grammar: Sendable {
  let must, mustNot, may, grant, proviso, only, free, contrast, waiver, without, denial, order, noModal: Int
  let negator, openingNegator, openingLimit, openingBan, openingLeave, headingBan, headingLeave, goesOn: Int
  let condition, shortCondition, exception, relative, conjunction: Int
  let licensee, licensor, both, possessive, preposition, article, permissionVerb: Int
  let definition: Int

  init(_ book: PhraseBook) throws(LexiconError) {
    func number(_ name: String) throws(LexiconError) -> Int { try book.number(of: name, neededBy: "the grammar") }
    must = try number("must")
    mustNot = try number("must-not")
    may = try number("may")
    grant = try number("grant")
    proviso = try number("proviso")
    only = try number("only")
    free = try number("free")
    contrast = try number("contrast")
    waiver = try number("waiver")
    without = try number("without-doing")
    order = try number("order")
    denial = try number("denial")
    noModal = try number("no-modal")
    negator = try number("negator")
    openingNegator = try number("opening-negator")
    openingLimit = try number("opening-limit")
    openingBan = try number("opening-ban")
    openingLeave = try number("opening-leave")
    headingBan = try number("heading-ban")
    headingLeave = try number("heading-leave")
    goesOn = try number("goes-on")
    condition = try number("condition")
    shortCondition = try number("short-condition")
    exception = try number("exception")
    relative = try number("relative")
    conjunction = try number("conjunction")
    licensee = try number("licensee")
    licensor = try number("licensor")
    possessive = try number("possessive")
    preposition = try number("preposition")
    article = try number("article")
    both = try number("both-parties")
    permissionVerb = try number("permission-verb")
    definition = try number("definition")
  }
}
