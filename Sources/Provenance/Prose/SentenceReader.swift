import MarkupText
import Obligations

/// Reads the sources that a sentence declares: names beside a wording that says how they were used.
struct SentenceReader {
  let release: ReleaseName
  /// What the release is.
  let kind: ArtefactKind
  let maker: SourceMaker

  /// The sources that a sentence of `block` names; `known` are the mentions in it, and `written` the unknown names.
  func sources(
    in sentence: Range<Int>, of passage: WordedPassage, _ block: MarkdownBlock, cues: [Cue], known: [NamedWords],
    written: [NamedWords]
  ) -> [SourceStatement] {
    let names = (known + written).sorted { $0.words.lowerBound < $1.words.lowerBound }
    let view = SentenceView(passage: passage, sentence: sentence, names: names, cues: cues)
    var subjects = SentenceSubjects(
      passage, sentence, known,
      isRelease: { release.isMeant(by: $0) || ($0.family == nil && release.isBegun(by: $0.id.words)) },
      isReleaseName: { release.isBegun(by: ArtefactID($0).words) })
    let behind = view.cuesBehindNames()
    var sources: [SourceStatement] = []
    var listed: Listed?
    /// Start of the last name that can be what a wording before it speaks about.
    var last: Int?
    for (index, name) in names.enumerated() {
      let mention =
        view.isCalledDataset(name) ? name.mention.asDataset(called: passage.text(of: name.words)) : name.mention
      let before = listed.flatMap { view.isEnumeration($0.end, name.words.lowerBound) ? $0 : nil }
      defer { if mention.isKnown, !release.isMeant(by: mention) { last = name.words.lowerBound } }
      guard !release.isMeant(by: mention), !view.isModifier(name) else { continue }
      var governing = behind[index] ?? view.nearestCue(before: name.words.lowerBound)
      // Behind another name the cue only goes on in an enumeration.
      if let cue = governing, !cue.isBehindObject, let last, last >= cue.words.upperBound { governing = nil }
      governing = governing ?? before?.cue
      if let cue = governing,
        view.denies(cue, name) || !(mention.isKnown || view.isClose(cue, to: name, isListed: before != nil))
      {
        governing = nil
      }
      if let cue = governing {
        guard let role = cue.role else {
          listed = Listed(cue: cue, kind: mention.kind, end: name.words.upperBound)
          last = name.words.lowerBound
          continue
        }
        let noun = before?.kind ?? view.noun(between: cue, and: name, in: kind)
        let isTight = view.isTight(cue) || (cue.isBehindObject && !role.isOfData)
        guard let object = mention.object(of: role, isTight: isTight, kind: noun) else { continue }
        if cue.isUse, object.kind != .dataset { continue }
        listed = Listed(cue: cue, kind: object.kind, end: name.words.upperBound)
        last = name.words.lowerBound
        subjects.add(object: object)
        guard case .child(let child) = child(of: cue, subjects) else { continue }
        let isHeld = role == .gathered && object.kind == .model && view.speaksOfWeights(before: cue)
        let isTaught = object.kind == .model && view.speaksOfOutputs(from: name.words.upperBound)
        let isCollective = child == nil && subjects.isCollective(before: cue.words.lowerBound)
        let source = maker.source(
          object, role: isHeld ? .weights(.initialised) : isTaught ? .outputs : role, child: child,
          basis: .words(passage.wording(of: cue.words)), in: block,
          certainty: isCollective || !object.isSure ? .hinted : .stated)
        if let source { sources.append(source) }
      } else if let (role, words) = view.apposition(ofName: index) {
        // What the release is said to be is not whom the sentence goes on about.
        if case .weights = role { subjects.add(object: mention) }
        let child: StatementChild? = words.child.map { .artefact($0.id, $0.kind) }
        let source = maker.source(
          mention, role: role, child: child, basis: .words(words.text), in: block,
          certainty: mention.isKnown ? .stated : .hinted)
        if let source { sources.append(source) }
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

  private enum Subject {
    /// The release, or an artefact with a name of its own.
    case child(StatementChild?)
    /// Somebody that the lineage has no use for.
    case stranger
  }

  /// Whether a wording only opens the next entry of a list: "trained on X, Y, and a subset of Z".
  private func goesOnAList(_ cue: Cue, _ subjects: SentenceSubjects) -> Bool {
    guard cue.role == .gathered, cue.words.lowerBound > 1 else { return false }
    return subjects.isListed(at: cue.words.lowerBound)
  }

  /// Whom the sentence speaks about.
  private func child(of cue: Cue, _ subjects: SentenceSubjects) -> Subject {
    let word = cue.words.lowerBound
    guard !cue.isBehindObject else { return .child(nil) }
    // "Other people fine-tuned X."
    if cue.isDirect, subjects.isOfOthers(before: word) { return .stranger }
    if subjects.isAboutRelease(before: word) || goesOnAList(cue, subjects) { return .child(nil) }
    if let subject = subjects.nearest(before: word) {
      // "A that was further trained on B": what A became is the release.
      if cue.role == .training, subjects.goesOn(from: subject, to: word) { return .child(nil) }
      return .child(.artefact(subject.id, subject.kind))
    }
    return subjects.hasStranger(before: word) ? .stranger : .child(nil)
  }
}

/// A name with the words that it takes.
typealias NamedWords = (mention: Mention, words: Range<Int>)
