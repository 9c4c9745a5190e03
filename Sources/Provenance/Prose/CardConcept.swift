import LicenseTexts

/// What the concepts of `licenses/lexicon/provenance.yaml` say, each by its name there.
enum CardConcept: Int, LexiconNamed {
  // Wordings with their object behind them.
  case quantizedOf
  case finetunedOf
  case finetunes
  case versionOf
  case adapterOf
  case mergedOf
  case merges
  case continuedOf
  case initializedOf
  case convertedOf
  case portedOf
  case prunedOf
  case distilledOf
  case generatedBy
  case generatedUsing
  case prompts
  case outputsOf
  case trainedOn
  case gatheredFrom
  case drawnFrom
  case extends
  case uses
  case noSourceOf
  case noWording
  // Wordings with their object before them.
  case asBase
  case asPart
  case asTeacher
  case asData
  case basedModel
  case generatedData
  // What single words do in a sentence.
  case comparison
  case outputNoun
  case modified
  case dataNoun
  case datasetNoun
  case modelNoun
  case weightsNoun
  case tunedModel
  case listWord
  case listsBelow
  case fromScratch
  case plan
  case adjectiveEnding
  case wordPrefix
  case headNoun
  case alike
  case writtenAbout
  case clauseWord
  case barrier
  case relative
  case continuation
  case article
  case indefinite
  case predicate
  case introducesExamples
  case preposition
  case tightTraining
  case tightGathered
  case tightWeights
  case tightOutputs
  case lists
  case negation
  case possibility
  case aside
  case measure
  case told
  case own
  case others
  case collective
  case noName
  case language
  case hardware
  case aboutArtefact
  case licenseName
  case opening
  case noNameBehind
  // Labels and headings.
  case labelVoid
  case labelMerged
  case labelTeacher
  case labelQuantized
  case labelFinetuned
  case labelBase
  case labelBaseOnly
  case labelBaseVoid
  case labelData
  case labelDataVoid
  case labelSourceData
  case labelUpstream
  case labelUpstreamAlone
  case labelGenerated
  case labelPlain
  case sectionVoid
  case sectionOriginal
  case listsGenerators
  case listsMerged
  // Sources without a name.
  case unnamedData
  case openData
  case unnamedGenerator
  case dataPlural
  // Licences.
  case licensedUnder
  case auxiliary
  case licensedModel
  case licensedDataset
  case licensedOther
  case labelLicense
  case labelLicenseOther
  case sectionOfOthers
  case sectionOfData
  // Cards of data sets.
  case datasetTitle
  case datasetItself
  case datasetTurn
  case speaksOfModels
}

/// A set of concepts that a word stands for.
struct CardConcepts: OptionSet, Hashable {
  let rawValue: UInt128

  init(rawValue: UInt128) { self.rawValue = rawValue }

  /// The set of some concepts.
  init(_ concepts: CardConcept...) {
    self.init(rawValue: concepts.reduce(0) { $0 | 1 << UInt128($1.rawValue) })
  }

  /// Whether a concept is in the set.
  func has(_ concept: CardConcept) -> Bool { rawValue & 1 << UInt128(concept.rawValue) != 0 }

  /// Adds a concept.
  mutating func add(_ concept: CardConcept) { insert(CardConcepts(concept)) }
}
