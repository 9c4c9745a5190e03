import MarkupText
import Obligations

/// Reads the sources that a sentence declares: names behind a wording that says how they were used.
struct SentenceReader {
  let release: ReleaseName
  /// What the release is.
  let kind: ArtefactKind
  let maker: SourceMaker

  /// The sources that a sentence of `block` names; `known` are the mentions in it.
  func sources(in sentence: Sentence, _ known: [Mention], of block: MarkdownBlock) -> [SourceStatement] {
    guard !sentence.isAside(for: kind) else { return [] }
    let cues = Cue.cues(in: sentence.words, for: kind)
    guard !known.isEmpty || !cues.isEmpty else { return [] }
    let written =
      sentence.isTold ? [] : NameFinder(block: block, taken: known.map(\.range)).mentions(in: sentence)
    let mentions = (known + written).sorted { $0.range.lowerBound < $1.range.lowerBound }
    var subjects = SentenceSubjects(
      sentence, known,
      isRelease: { release.isMeant(by: $0) || ($0.family == nil && release.isBegun(by: $0.id.words)) },
      isReleaseName: { release.isBegun(by: ArtefactID($0).words) })
    var sources: [SourceStatement] = []
    var inherited: Listed?
    /// Start of the last name that can be what a wording before it speaks about.
    var last: Int?
    var cuesBefore = 0
    for mention in mentions {
      let word = sentence.wordIndex(at: mention.range.lowerBound)
      while cuesBefore < cues.count, cues[cuesBefore].end < word { cuesBefore += 1 }
      let listed = inherited.flatMap { before in
        before.end <= word && Sentence.isEnumeration(sentence.words[before.end..<word]) ? before : nil
      }
      defer { if mention.isKnown { last = word } }
      var governing = Self.nearest(cues[..<cuesBefore], to: word, in: sentence)
      // Behind another name the cue only goes on in an enumeration.
      if let cue = governing, let last, last > cue.end { governing = nil }
      governing = governing ?? listed?.cue
      if let cue = governing,
        sentence.denies(cue)
          || (!mention.isKnown && !(sentence.isTight(cue) && (listed != nil || sentence.isDirect(cue, to: word))))
      {
        governing = nil
      }
      guard !release.isMeant(by: mention), !sentence.isModifier(mention) else { continue }
      let behind = sentence.wordIndex(at: mention.range.upperBound)
      if let cue = governing {
        guard
          let mention = mention.object(
            of: cue.role, sentence.preposition(of: cue), kind: listed?.kind ?? sentence.noun(in: cue.end..<word))
        else { continue }
        if cue.isUse, mention.kind != .dataset { continue }
        inherited = Listed(cue: cue, kind: mention.kind, end: behind)
        last = word
        subjects.add(object: mention)
        guard let child = child(before: cue, in: sentence, subjects, of: block) else { continue }
        let role = mention.kind == .model && sentence.speaksOfOutputs(from: behind) ? .outputs : cue.role
        let isCollective = child.artefact == nil && subjects.isCollective(before: cue.start)
        if let source = maker.source(
          mention, role: role, child: child.artefact, basis: .words(sentence.wording(of: cue)), in: block,
          certainty: isCollective || !mention.isSure ? .hinted : .stated)
        {
          sources.append(source)
        }
      } else if mention.isKnown, mention.kind == .model, word > 0, sentence.words[word - 1].text == "from",
        let dataset = known.last(where: {
          $0.kind == .dataset && sentence.wordIndex(at: $0.range.upperBound) == word - 1
        })
      {
        // "[helper-chat-1M](…) from Llama 3.3": the link is the dataset, the name who made it.
        let source = maker.source(
          mention, role: .outputs, child: .artefact(dataset.id, .dataset), basis: .words("from"), in: block)
        if let source { sources.append(source) }
      } else if mention.isKnown, mention.kind == .model,
        sentence.isPredicate(at: word, behind: behind) || sentence.isBase(before: behind)
      {
        // What the release is said to be is not whom the sentence goes on about.
        subjects.add(object: mention)
        if let source = maker.source(mention, role: .weights(.finetune), child: nil, basis: .words("is"), in: block) {
          sources.append(source)
        }
      } else if mention.isKnown, mention.kind == .model, sentence.isGenerator(before: behind),
        !Sentence.isNegated(sentence.words[max(0, word - 3)..<word])
      {
        if let source = maker.source(mention, role: .outputs, child: nil, basis: .words("generated"), in: block) {
          sources.append(source)
        }
      }
    }
    return sources
  }

  /// The name of a list that was read last.
  private struct Listed {
    /// The wording under which it stands.
    let cue: Cue
    /// What it names; what follows it in the list is of the same kind.
    let kind: ArtefactKind
    /// Index of the word behind it.
    let end: Int
  }

  /// The last of the cues, which all end before `word`, that reaches it.
  private static func nearest(_ cues: ArraySlice<Cue>, to word: Int, in sentence: Sentence) -> Cue? {
    let widest = sentence.introducesExamples(before: word) ? farthestReach : widestReach
    func reach(of cue: Cue) -> Int {
      if cue.start == cue.end { return nearestReach }
      // "on a dataset of 3,000 carefully curated GPT-4 answers"
      return sentence.noun(in: cue.end..<word) == .dataset ? max(widest, Self.reachOverData) : widest
    }
    for cue in cues.reversed() {
      if word - cue.end <= reach(of: cue) { return cue }
      if word - cue.end > farthestReach { return nil }
    }
    return nil
  }

  /// How many words may lie between a verb and its direct object, a preposition and its object, and a preposition and
  /// the first of its examples: "trained on a mixture of public instruction datasets, including …".
  private static let nearestReach = 2
  private static let widestReach = 7
  private static let reachOverData = 10
  private static let farthestReach = 18

  /// Whom the sentence speaks about; nil where it is somebody that the lineage has no use for.
  private func child(
    before cue: Cue, in sentence: Sentence, _ subjects: SentenceSubjects, of block: MarkdownBlock
  ) -> (artefact: StatementChild?, Void)? {
    if subjects.isAboutRelease(before: cue.start, in: sentence) { return (nil, ()) }
    if let subject = subjects.nearest(before: cue.start, in: sentence) {
      // "A that was further trained on B": what A became is the release.
      if case .training = cue.role, subjects.goesOn(from: subject, to: cue.start, in: sentence) { return (nil, ()) }
      return (.artefact(subject.id, subject.kind), ())
    }
    if subjects.hasStranger(before: cue.start) { return nil }
    return (block.isQuotedCard ? .original : nil, ())
  }
}
