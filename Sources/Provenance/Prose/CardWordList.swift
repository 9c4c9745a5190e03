import LicenseTexts
import Obligations

/// The concepts of cards' lexicon that are plain lists: what is compared whole, as a tag or a part of a name, before
/// anything is cut into words.
enum CardWordList: CaseIterable {
  // Names.
  case outputNoun
  case behindName
  case variant
  case aboutArtefact
  case folder
  // Tags of cards and keywords of descriptions.
  case tagDistilled
  case tagJudged
  case tagDistilledByTrainer
  case tagJudgedByTrainer
  case tagGenerated
  case tagGeneratedJudged
  case tagAdapter
  case tagQuantized
  case tagMerge
  // Values of keys.
  case ownSource

  /// Its name in the lexicon: `tagDistilled` is `tag-distilled`.
  var name: String { CardConcept.name(of: self) }
}

extension WordingConcept {
  /// The words of a concept whose phrases are words and choices between words, and nothing else.
  func list() throws(LexiconError) -> Set<String> {
    var words: Set<String> = []
    for phrase in phrases {
      let isChoice = phrase.hasPrefix("(") && phrase.hasSuffix(")")
      let inner = isChoice ? phrase.dropFirst().dropLast() : phrase[...]
      guard !inner.contains(where: { "()[]{}*".contains($0) }), !inner.contains("..") else {
        throw LexiconError(concept: name, phrase: phrase, reason: "it is a list, of words and choices between words")
      }
      words.formUnion(inner.split(separator: "|").map(String.init))
    }
    return words
  }
}
