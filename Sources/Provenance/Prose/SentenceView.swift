import Obligations

/// What the words around the names of a sentence say about them.
struct SentenceView {
  let passage: WordedPassage
  let sentence: Range<Int>
  /// All names of the sentence, in its order.
  let names: [NamedWords]
  /// Its cues, in the order of their ends.
  let cues: [Cue]

  /// For each name, the cue behind it that has it for its object; what stands before it in a list shares it.
  func cuesBehindNames() -> [Cue?] {
    var found: [Cue?] = Array(repeating: nil, count: names.count)
    let candidates = cues.filter { $0.isBehindObject }.sorted { $0.words.lowerBound < $1.words.lowerBound }
    guard !candidates.isEmpty else { return found }
    var candidate = candidates.count
    for index in names.indices.reversed() {
      let end = names[index].words.upperBound
      let next = index + 1 < names.count ? names[index + 1].words.lowerBound : sentence.upperBound
      while candidate > 0, candidates[candidate - 1].words.lowerBound >= end { candidate -= 1 }
      if candidate < candidates.count {
        let start = candidates[candidate].words.lowerBound
        if start <= behindBrackets(end) + Self.reachBefore, start < next, !passage.has(.barrier, in: end..<start),
          !passage.has(.preposition, in: end..<start)
        {
          found[index] = candidates[candidate]
          continue
        }
      }
      if index + 1 < names.count, isEnumeration(end, next) { found[index] = found[index + 1] }
    }
    return found
  }

  /// How many words may stand between a name and a wording behind it: "X was then used as the base".
  private static let reachBefore = 3

  /// The word behind what stands in brackets behind a name: "X (66 %) as the base".
  private func behindBrackets(_ word: Int) -> Int {
    guard word < sentence.upperBound, passage.words[word].followsBracket else { return word }
    var end = word + 1
    while end < sentence.upperBound, end - word < Self.longestStep, !passage.words[end].followsClosedBracket {
      end += 1
    }
    return end
  }

  /// The last cue before a word that reaches it.
  func nearestCue(before word: Int) -> Cue? {
    let widest = introducesExamples(before: word) ? Self.farthestReach : Self.widestReach
    for cue in cues[..<cues.bisect { $0.words.upperBound > word }].reversed() where !cue.isBehindObject {
      let between = cue.words.upperBound..<word
      // "during fine-tuning, X is able to …"
      if cue.isDirect, !cue.isUse, cue.words.upperBound <= word, passage.words[cue.words.upperBound].followsComma {
        continue
      }
      if between.count > Self.farthestReach { return nil }
      let reach =
        cue.isDirect
        ? Self.nearestReach : passage.has(.dataNoun, in: between) ? max(widest, Self.reachOverData) : widest
      if between.count <= reach, !passage.has(.barrier, in: between) { return whole(cue) }
    }
    return nil
  }

  /// "trained on a mixture of X and Y" merges nothing: the wording right before says what the mixture is.
  private func whole(_ cue: Cue) -> Cue {
    guard cue.role == .weights(.merge) else { return cue }
    let start = cue.words.lowerBound
    return cues.last {
      $0.role?.isOfData == true && !$0.isBehindObject && !$0.isUse && $0.words.upperBound <= start
        && start - $0.words.upperBound <= Self.nearestReach
    } ?? cue
  }

  /// How many words may lie between a verb and its direct object, a preposition and its object, and a preposition and
  /// the first of its examples: "trained on a mixture of public instruction datasets, including …".
  private static let nearestReach = 2
  private static let widestReach = 7
  private static let reachOverData = 11
  private static let farthestReach = 20

  private func introducesExamples(before word: Int) -> Bool {
    passage.has(.introducesExamples, in: max(sentence.lowerBound, word - 4)..<word)
      || (word > sentence.lowerBound && passage.words[word].followsColon)
  }

  /// Whether nothing stands within a wording but little words, and no other preposition between it and an unknown name:
  /// in "extracted from the site by Jane Doe" she is none.
  func isClose(_ cue: Cue, to name: NamedWords, isListed: Bool) -> Bool {
    if isListed || cue.isBehindObject { return true }
    guard isTight(cue) || cue.words.count <= Self.tightWording || cue.role == .gathered, !cue.isVague || cue.isUse
    else { return false }
    let between = cue.words.upperBound..<name.words.lowerBound
    return introducesExamples(before: name.words.lowerBound)
      || (!passage.has(.preposition, in: between) && !between.dropFirst().contains { passage.words[$0].followsComma })
  }

  private static let tightWording = 3

  /// Whether a wording says of any name behind it what it is: "trained on", not "trained with".
  func isTight(_ cue: Cue) -> Bool {
    guard !cue.isBehindObject, let role = cue.role else { return false }
    if cue.isDirect { return !cue.isUse }
    let last = cue.words.upperBound - 1
    if passage.bytes[passage.words[last].range.lowerBound] >= 0x80 { return true }
    switch role {
    case .training:
      return cue.words.count <= Self.tightWording && passage.is(.tightTraining, at: last)
        || passage.is(.lists, at: last)
    case .gathered: return passage.is(.tightGathered, at: last)
    case .weights: return passage.is(.tightWeights, at: last)
    case .outputs: return passage.is(.tightOutputs, at: last)
    }
  }

  /// What the words between a wording and a name call it: "on a mixture of instruction data, including …".
  ///
  /// In "data from X" and, where a dataset is described, in "the dataset contains X" the noun is another one's.
  func noun(between cue: Cue, and name: NamedWords, in kind: ArtefactKind) -> ArtefactKind? {
    guard !cue.isBehindObject, cue.words.upperBound <= name.words.lowerBound else { return nil }
    if passage.has(.dataNoun, in: cue.words.upperBound..<name.words.lowerBound) { return .dataset }
    let isSubject =
      passage.is(.dataNoun, at: cue.words.lowerBound)
      && (kind == .dataset || !passage.is(.lists, at: cue.words.upperBound - 1))
    if !isSubject, cue.role?.isOfData ?? true, passage.has(.dataNoun, in: cue.words) { return .dataset }
    // "started from the weights of X"
    let isOfWeights = cue.role.map { !$0.isOfData } ?? false
    return isOfWeights && passage.has(.weightsNoun, in: cue.words.lowerBound..<name.words.lowerBound) ? .model : nil
  }

  /// Whether the wording is negated, or says only what somebody may do.
  func denies(_ cue: Cue, _ name: NamedWords) -> Bool {
    // In a list, a wording behind its first object stands before the others: "A as the base, B and C".
    let isBehindName = cue.isBehindObject && name.words.lowerBound < cue.words.lowerBound
    let first = isBehindName ? name.words.lowerBound - 3 : cue.words.lowerBound - 4
    return passage.has(.negation, in: max(sentence.lowerBound, first)..<cue.words.upperBound)
      || passage.has(.possibility, in: max(sentence.lowerBound, cue.words.lowerBound - 3)..<cue.words.lowerBound)
      || passage.has(.plan, in: sentence.lowerBound..<max(sentence.lowerBound, cue.words.lowerBound))
  }

  /// Whether the words between two names only list the second behind the first.
  ///
  /// What stands between commas may be a name that nobody knows: "A, B 1, and C".
  func isEnumeration(_ end: Int, _ next: Int) -> Bool {
    guard end <= next, next < sentence.upperBound else { return false }
    if end == next { return passage.words[next].followsComma || isJoinedBySign(next) }
    let between = end..<next
    guard between.count <= Self.longestStep, !between.contains(where: { passage.words[$0].followsColon }),
      !passage.words[next].followsColon
    else { return false }
    if between.count <= 4, between.allSatisfy({ passage.is(.listWord, at: $0) }) { return true }
    let inBrackets = passage.words[end].followsBracket && behindBrackets(end) == next
    let hasComma = (end...next).contains { passage.words[$0].followsComma }
    return (hasComma || inBrackets)
      && (passage.is(.listWord, at: next - 1) || passage.words[next].followsComma)
      && !between.contains { passage.is(.clauseWord, at: $0) }
  }

  /// Words between two names of a list, or in brackets behind a name.
  private static let longestStep = 9

  private func isJoinedBySlash(_ word: Int) -> Bool {
    passage.isJoined(word) && passage.bytes[passage.words[word].range.lowerBound - 1] == UInt8(ascii: "/")
  }

  private func isJoinedBySign(_ word: Int) -> Bool {
    guard word > 0 else { return false }
    let between = passage.bytes[passage.words[word - 1].range.upperBound..<passage.words[word].range.lowerBound]
    return between.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }
  }

  /// "the weights were taken from X"
  func speaksOfWeights(before cue: Cue) -> Bool {
    passage.has(.weightsNoun, in: max(sentence.lowerBound, cue.words.lowerBound - 4)..<cue.words.upperBound)
  }

  /// "the Zephyr recipe", "the model card of Orca 2": the name only says which recipe, and nothing was taken.
  func isModifier(_ name: NamedWords) -> Bool {
    var end = name.words.upperBound
    // "in the Quill/Ink format"
    while end < sentence.upperBound, end - name.words.upperBound < Self.longestStep, isJoinedBySlash(end) { end += 1 }
    if isWrittenAbout(name) || isChineseModifier(name) { return true }
    func isModified(_ word: Int) -> Bool {
      word < sentence.upperBound && passage.is(.modified, at: word) && (passage.isNext(word) || passage.isJoined(word))
    }
    // "the Quill 2 model architecture"
    return isModified(end) || passage.is(.modelNoun, at: end) && passage.isNext(end) && isModified(end + 1)
  }

  /// "the model card of X", "the article X": what is written, and not X, is spoken of.
  private func isWrittenAbout(_ name: NamedWords) -> Bool {
    let start = name.words.lowerBound
    return passage.hits(in: max(sentence.lowerBound, start - 3)..<start).contains {
      $0.concept == .writtenAbout && $0.words.upperBound == start
        && (!name.mention.isKnown || $0.words.count > 1)
    }
  }

  /// "采用了 X 的目标函数", "和 X 一样的结构": what stands behind 的 is the object, unless it is X itself, its data or its
  /// weights.
  private func isChineseModifier(_ name: NamedWords) -> Bool {
    let end = name.words.upperBound
    guard end < sentence.upperBound, passage.isAdjacent(end) else { return false }
    if passage.is(.alike, at: end) { return true }
    guard passage.text(of: end..<(end + 1)) == "的" else { return false }
    let object = (end + 1)..<min(end + 1 + Self.longestStep, sentence.upperBound)
    let phrase = object.prefix { !passage.words[$0].followsComma && passage.isAdjacent($0) }
    return !phrase.isEmpty && !phrase.contains { passage.is(.headNoun, at: $0) }
  }

  /// "the Quill-2 datasets": data that is called after a model, and not its weights.
  func isCalledDataset(_ name: NamedWords) -> Bool {
    let end = name.words.upperBound
    guard name.mention.kind == .model, name.mention.family != nil, end < sentence.upperBound, passage.isNext(end),
      passage.is(.datasetNoun, at: end)
    else { return false }
    let noun = passage.text(of: end..<(end + 1)).lowercased()
    return noun.hasPrefix("dataset") || noun.hasPrefix("corp")
  }

  /// Whether what a name said is meant: its outputs stand behind it.
  func speaksOfOutputs(from end: Int) -> Bool {
    guard end < sentence.upperBound, passage.isNext(end) else { return false }
    if passage.is(.outputNoun, at: end) { return true }
    // "Mistral 7B on answers …": the answers are not Mistral's.
    return passage.isNext(end + 1) && !passage.is(.clauseWord, at: end) && !passage.is(.listWord, at: end)
      && passage.is(.outputNoun, at: end + 1)
  }
}
