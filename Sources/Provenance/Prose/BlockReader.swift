import MarkupText
import Obligations

/// Reads one paragraph, item or row of a card: its label, its sentences, or the list that it is part of.
struct BlockReader {
  let block: MarkdownBlock
  let passage: WordedPassage
  let release: ReleaseName
  /// What the block speaks of.
  let kind: ArtefactKind
  let finder: MentionFinder
  let wordings: WordingReader
  let isCommon: (Int) -> Bool
  let maker: SourceMaker
  let mentions: [NamedWords]
  /// For each word, whether a known name takes it.
  private let isTaken: [Bool]

  init(
    block: MarkdownBlock, passage: WordedPassage, release: ReleaseName, kind: ArtefactKind, finder: MentionFinder,
    wordings: WordingReader, isCommon: @escaping (Int) -> Bool, maker: SourceMaker
  ) {
    self.block = block
    self.passage = passage
    self.release = release
    self.kind = kind
    self.finder = finder
    self.wordings = wordings
    self.isCommon = isCommon
    self.maker = maker
    mentions = finder.mentions(in: block).map { ($0, passage.words(in: $0.range)) }
      .filter { !$0.1.isEmpty && !passage.isOfWords($0.0, $0.1, links: block.links) }
    var isTaken = Array(repeating: false, count: passage.words.count)
    for (_, words) in mentions { for word in words { isTaken[word] = true } }
    self.isTaken = isTaken
  }

  /// The known names that begin within some words.
  func mentions(in words: Range<Int>) -> ArraySlice<NamedWords> {
    mentions[
      mentions.bisect {
        $0.words.lowerBound >= words.lowerBound
      }..<mentions.bisect { $0.words.lowerBound >= words.upperBound }]
  }

  /// The sources that the block names; `leadIn` is what the paragraph above its list makes of its names.
  func sources(leadIn: Label?) -> [SourceStatement] {
    switch block.kind {
    case .tableRow:
      return TableReader(
        block: block, passage: passage, release: release, kind: kind, wordings: wordings, maker: maker,
        mentions: mentions.map(\.mention)
      ).sources(lead: leadIn ?? headingLead)
    case .listItem, .paragraph: return prose(leadIn: leadIn) + badges
    case .heading, .code: return []
    }
  }

  private func prose(leadIn: Label?) -> [SourceStatement] {
    if let (label, end) = opening, let meaning = wordings.label(label, for: kind) {
      let labelled = named(behind: end, as: meaning)
      // "Based on the Fish dataset: see …" is a sentence.
      if kind != .dataset || !labelled.isEmpty { return labelled }
    }
    let found = passage.sentences.flatMap { sources(inSentence: $0) }
    // What an entry begins with is listed, whatever its sentences go on to say about it.
    let isAboutOpening = mentions.first.map { first in
      block.kind == .listItem && first.words.lowerBound <= 1
        && found.allSatisfy { $0.child == .artefact(first.mention.id, first.mention.kind) }
    }
    guard found.isEmpty || isAboutOpening ?? false, let lead = leadIn ?? headingLead else { return found }
    var names = isMostlyNames ? mentions.map(\.mention).filter { !release.isMeant(by: $0) } : []
    if !found.isEmpty { names = Array(names.prefix(1)) }
    if block.kind == .listItem || leadIn == nil { names += unknown(from: startOfNames, lead.role, besides: names) }
    return found + statements(names, lead)
  }

  private func sources(inSentence sentence: Range<Int>) -> [SourceStatement] {
    guard !isAside(sentence) else { return [] }
    let end = turn(of: sentence) ?? sentence.upperBound
    let clause = sentence.lowerBound..<end
    let cues = passage.cues(in: clause, for: kind)
    let known = Array(mentions(in: clause))
    guard !known.isEmpty || !cues.isEmpty else { return [] }
    let isTold = cues.isEmpty || passage.has(.told, in: sentence)
    let written = isTold ? [] : unknownNames(in: clause)
    guard !known.isEmpty || !written.isEmpty else { return [] }
    return SentenceReader(release: release, kind: kind, maker: maker)
      .sources(in: clause, of: passage, block, cues: cues, known: known, written: written)
  }

  private func unknownNames(in words: Range<Int>) -> [NamedWords] {
    NameFinder(passage: passage, isCommon: isCommon, isTaken: isTaken, links: links).mentions(in: words)
      .map { ($0, passage.words(in: $0.range)) }
  }

  private func isAside(_ sentence: Range<Int>) -> Bool { passage.has(.aside, in: sentence) }

  /// Where the sentence turns to others, "…, unlike X", or to how good something is. More than a number of things compares
  /// nothing.
  func turn(of sentence: Range<Int>) -> Int? {
    passage.hits(in: sentence).first { hit in
      hit.concept == .measure || hit.concept == .comparison && !passage.opensWithDigit(hit.words.upperBound)
    }?.words.lowerBound
  }

  private func statements(_ names: [Mention], _ label: Label) -> [SourceStatement] {
    names.compactMap { name in
      let role = wordings.role(of: name, under: label)
      return maker.source(
        name, role: role, child: nil, basis: .label(label.words), in: block,
        certainty: name.isSure && role == label.role ? .stated : .hinted)
    }
  }

  /// The names behind a label.
  private func named(behind end: Int, as label: Label) -> [SourceStatement] {
    let known = mentions.map(\.mention).filter { $0.range.lowerBound >= end && !release.isMeant(by: $0) }
    let all = known + unknown(from: end, label.role, besides: known)
    return statements(all.isEmpty ? loneValue(behind: end, label).map { [$0] } ?? [] : all, label)
  }

  /// The name in small letters that is all that stands behind the label `dataset:`.
  private func loneValue(behind end: Int, _ label: Label) -> Mention? {
    let words = passage.word(at: end)..<passage.words.count
    guard label.role.isOfData, !label.words.utf8.contains(UInt8(ascii: " ")),
      (1...Self.mostLoneWords).contains(words.count),
      words.dropFirst().allSatisfy({ passage.isJoined($0) }), !words.contains(where: { passage.is(.noName, at: $0) })
    else { return nil }
    let text = passage.text(of: words)
    guard ArtefactID.isHubID(text), text.count(where: \.isLetter) > 2, !Placeholder.isOne(text) else { return nil }
    return Mention(
      id: ArtefactID(text), kind: .dataset, range: passage.bytes(of: words), family: nil,
      standing: .written(noun: nil, isMarked: true, isAlone: true))
  }

  private static let mostLoneWords = 4

  /// Names that no catalogue knows at the start of an entry of a list of sources: "- Gigaword (news)".
  private func unknown(from start: Int, _ role: SourceRole, besides known: [Mention]) -> [Mention] {
    guard let sentence = passage.sentences.first, !isAside(sentence), !passage.has(.told, in: sentence),
      turn(of: sentence) == nil
    else { return [] }
    let first = passage.word(at: start)
    guard first < sentence.upperBound else { return [] }
    var end = first
    let listed = known.map { ($0, passage.words(in: $0.range)) }
    let view = SentenceView(passage: passage, sentence: sentence, names: listed, cues: [])
    return unknownNames(in: first..<sentence.upperBound).compactMap { name in
      guard name.words.lowerBound == end || (end > first && view.isEnumeration(end, name.words.lowerBound)),
        let object = name.mention.object(of: role, isTight: true, kind: role.isOfData ? nil : .model),
        !release.isMeant(by: object)
      else { return nil }
      end = name.words.upperBound
      return object
    }
  }

  /// The words of links that lead elsewhere than to the Hub.
  private var links: [Range<Int>] {
    block.links.filter { !$0.isImage && $0.destination.hasPrefix("http") }
      .map { passage.words(in: $0.range) }.filter { !$0.isEmpty && !isTaken[$0.lowerBound] }
  }

  private static let mostBadges = 32

  /// Badges that show a data set of the Hub: `[![Training data](…)](https://huggingface.co/datasets/…)`.
  private var badges: [SourceStatement] {
    guard kind == .model else { return [] }
    // A paragraph of badges shows pictures, and little else.
    let images = block.links.filter(\.isImage).prefix(Self.mostBadges)
    guard !images.isEmpty else { return [] }
    return mentions.filter { $0.mention.kind == .dataset && $0.mention.family == nil }.compactMap { name in
      guard images.contains(where: { name.mention.range.overlaps($0.range) || $0.range == name.mention.range }),
        let label = wordings.label(passage.text(of: name.words), for: kind), label.role == .training
      else { return nil }
      return maker.source(
        name.mention, role: .training, child: nil, basis: .label(label.words), in: block, certainty: .stated)
    }
  }
}

extension WordedPassage {
  /// Whether what is written as an id of the Hub is made of words: "audio that is permissive/non-copyrighted",
  /// "image-URL/caption pairs".
  fileprivate func isOfWords(_ mention: Mention, _ words: Range<Int>, links: [MarkdownBlock.Link]) -> Bool {
    guard mention.family == nil, mention.id.namespace != nil, !mention.id.text.contains(where: \.isNumber),
      !links.contains(where: { $0.range.overlaps(mention.range) })
    else { return false }
    let isPrefixed = words.contains { word in
      self.is(.wordPrefix, at: word) && isJoined(word + 1) && (word == words.lowerBound || startsPart(word))
    }
    return isPrefixed
      || isNext(words.upperBound) && self.is(.dataPlural, at: words.upperBound)
        && !self.is(.datasetNoun, at: words.upperBound)
  }

  /// Whether a slash stands before a word.
  private func startsPart(_ word: Int) -> Bool { bytes[words[word].range.lowerBound - 1] == UInt8(ascii: "/") }
}
