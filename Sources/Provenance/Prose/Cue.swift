import Obligations

/// A wording that says how one thing came from another.
struct Cue {
  fileprivate let meaning: Meaning
  let words: Range<Int>

  /// What it says about its object; nil for one whose objects are no sources.
  var role: SourceRole? { meaning.role }
  /// Whether its object stands before it.
  var isBehindObject: Bool { meaning.form == .before }
  /// Whether a better word may stand before it.
  var isVague: Bool { meaning.form == .vague || isUse }
  /// Whether it says only that something was used.
  var isUse: Bool { meaning.form == .use }
  /// Whether the object follows without a preposition.
  var isDirect: Bool { meaning.form == .direct || isUse }

  /// What a concept of the lexicon means as a cue.
  fileprivate struct Meaning {
    let role: SourceRole?
    let form: Form
    /// What has to be described for it to mean this; nil for anything.
    private let kind: ArtefactKind?

    init(_ role: SourceRole?, _ form: Form = .preposition, only kind: ArtefactKind? = nil) {
      self.role = role
      self.form = form
      self.kind = kind
    }

    func isOf(_ kind: ArtefactKind) -> Bool { self.kind == nil || self.kind == kind }
  }

  /// How a wording and its object stand to each other.
  fileprivate enum Form {
    /// "fine-tuned from X"
    case preposition
    /// "we merged X"
    case direct
    /// "a version of X"
    case vague
    /// "we use X"
    case use
    /// "X as the base"
    case before
  }
}

extension WordedPassage {
  /// The cues within some words, in the order of their ends; of those with the same end the most telling last.
  func cues(in range: Range<Int>, for kind: ArtefactKind) -> [Cue] {
    let hits = hits(in: range)
    let void = Set(hits.filter { $0.concept == .noWording }.flatMap(\.words))
    return hits.compactMap { hit in
      guard let meaning = Cue.meanings[hit.concept], meaning.isOf(kind), hit.words.upperBound <= range.upperBound,
        !void.contains(hit.words.upperBound - 1),
        // "a fine-tuned X" is X still.
        !(hit.concept == .finetunes && self.is(.article, at: hit.words.lowerBound - 1)),
        !isPartOfCode(hit.words)
      else { return nil }
      return Cue(meaning: meaning, words: hit.words)
    }
    .sorted {
      ($0.words.upperBound, $0.isVague ? 0 : 1, $0.words.lowerBound)
        < ($1.words.upperBound, $1.isVague ? 0 : 1, $1.words.lowerBound)
    }
  }

  /// Whether a wording that makes a cue begins within some words.
  func hasCue(in words: Range<Int>) -> Bool { hits(in: words).contains { Cue.meanings[$0.concept] != nil } }

  /// Whether the wording is part of the name of a file or of a function, which says nothing.
  func isPartOfCode(_ words: Range<Int>) -> Bool {
    [words.lowerBound, words.lowerBound + 1, words.upperBound].contains { next in
      isJoined(next) && bytes[self.words[next].range.lowerBound - 1] != UInt8(ascii: "-")
    }
  }
}

extension Cue {
  fileprivate static let meanings: [CardConcept: Meaning] = [
    .quantizedOf: Meaning(.weights(.quantized)),
    .finetunedOf: Meaning(.weights(.finetune)),
    .finetunes: Meaning(.weights(.finetune), .direct),
    .versionOf: Meaning(.weights(.finetune), .vague),
    .adapterOf: Meaning(.weights(.adapter)),
    .mergedOf: Meaning(.weights(.merge)),
    .merges: Meaning(.weights(.merge), .direct),
    .continuedOf: Meaning(.weights(.continued)),
    .initializedOf: Meaning(.weights(.initialised)),
    .convertedOf: Meaning(.weights(.converted)),
    .portedOf: Meaning(.weights(.converted), .vague),
    .prunedOf: Meaning(.weights(.pruned)),
    .distilledOf: Meaning(.outputs),
    .generatedBy: Meaning(.outputs),
    .generatedUsing: Meaning(.outputs, only: .dataset),
    .prompts: Meaning(.outputs, .direct, only: .dataset),
    .outputsOf: Meaning(.outputs),
    .trainedOn: Meaning(.training),
    .gatheredFrom: Meaning(.gathered),
    .drawnFrom: Meaning(.gathered, only: .dataset),
    .extends: Meaning(.gathered, .direct, only: .dataset),
    .uses: Meaning(.training, .use),
    .noSourceOf: Meaning(nil),
    .asBase: Meaning(.weights(.finetune), .before),
    .asPart: Meaning(.weights(.initialised), .before),
    .asTeacher: Meaning(.outputs, .before),
    .asData: Meaning(.training, .before),
  ]
}
