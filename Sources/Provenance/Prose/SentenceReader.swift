import MarkupText
import Obligations

/// Reads the sources that a sentence declares: names behind a wording that says how they were used.
struct SentenceReader {
  let release: ReleaseName
  /// What the release is.
  let kind: ArtefactKind
  let maker: SourceMaker

  /// The sources that a sentence of `block` names.
  func sources(in sentence: Sentence, _ mentions: [Mention], of block: MarkdownBlock) -> [SourceStatement] {
    guard !sentence.isAside(for: kind) else { return [] }
    let cues = Cue.cues(in: sentence.words, for: kind)
    var subjects = SentenceSubjects(
      sentence, mentions.filter { !$0.isUnlisted },
      isRelease: { release.isMeant(by: $0) || ($0.family == nil && release.isBegun(by: $0.id.words)) },
      isReleaseName: { release.isBegun(by: ArtefactID($0).words) })
    var sources: [SourceStatement] = []
    var inherited: (cue: Cue, end: Int)?
    var cuesBefore = 0
    for (number, mention) in mentions.enumerated() {
      let word = sentence.wordIndex(at: mention.range.lowerBound)
      while cuesBefore < cues.count, cues[cuesBefore].end < word { cuesBefore += 1 }
      var governing = Self.nearest(cues[..<cuesBefore], to: word)
      if let cue = governing, sentence.denies(cue) { governing = nil }
      if let cue = governing,
        let between = mentions[..<number].last(where: { $0.range.upperBound <= mention.range.lowerBound }),
        sentence.wordIndex(at: between.range.lowerBound) > cue.end
      {
        // Behind another name the cue only goes on in an enumeration.
        let link = inherited.map { $0.end <= word && Sentence.isEnumeration(sentence.words[$0.end..<word]) } ?? false
        if !link { governing = nil }
      }
      guard !release.isMeant(by: mention), !sentence.isModifier(mention) else { continue }
      let behind = sentence.wordIndex(at: mention.range.upperBound)
      if let cue = governing {
        inherited = (cue, behind)
        subjects.add(object: mention)
        guard let child = child(before: cue, in: sentence, subjects, of: block),
          !mention.isUnlisted || sentence.takes(from: cue)
        else { continue }
        let role = mention.kind == .model && sentence.speaksOfOutputs(from: behind) ? .outputs : cue.role
        let isCollective = child.artefact == nil && subjects.isCollective(before: cue.start)
        if let source = maker.source(
          mention, role: role, child: child.artefact, basis: .words(sentence.wording(of: cue)), in: block,
          certainty: isCollective ? .hinted : .stated)
        {
          sources.append(source)
        }
      } else if mention.kind == .model,
        sentence.isPredicate(at: word, behind: behind) || sentence.isBase(before: behind)
      {
        if let source = maker.source(mention, role: .weights(.finetune), child: nil, basis: .words("is"), in: block) {
          sources.append(source)
        }
      } else if mention.kind == .model, sentence.isGenerator(before: behind),
        !Sentence.isNegated(sentence.words[max(0, word - 3)..<word])
      {
        if let source = maker.source(mention, role: .outputs, child: nil, basis: .words("generated"), in: block) {
          sources.append(source)
        }
      }
    }
    return sources
  }

  /// The last of the cues, which all end before `word`, that reaches it.
  private static func nearest(_ cues: ArraySlice<Cue>, to word: Int) -> Cue? {
    for cue in cues.reversed() {
      if word - cue.end <= reach(of: cue) { return cue }
      if word - cue.end > widestReach { return nil }
    }
    return nil
  }

  private static let widestReach = 7
  /// How many words may lie between a cue and its object.
  private static func reach(of cue: Cue) -> Int { cue.start == cue.end ? 2 : widestReach }

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
