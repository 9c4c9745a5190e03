import LicenseTexts

/// The concepts of cards' lexicon that are plain lists: what is compared whole, as a tag or a part of a name, before
/// anything is cut into words.
enum CardWordList: LexiconNamed {
  // Names.
  case outputNoun
  case behindName
  case variant
  case aboutArtefact
  case folder
  case beforeLicense
  case turn
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
  // Names in programs.
  case generatorClient
}
