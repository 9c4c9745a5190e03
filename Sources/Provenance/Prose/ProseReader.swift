import Diagnostics
import MarkupText
import Obligations

/// Reads what a card's prose declares about where the release came from.
///
/// A source counts where a sentence, a label, a table or a list says how it was used; a name alone
/// does not, and sentences that compare, evaluate or instruct are left out.
struct ProseReader {
  private let release: ReleaseName
  /// What the release is.
  private let kind: ArtefactKind
  private let finder: MentionFinder
  private let maker: SourceMaker
  private let sentences: SentenceReader

  init(file: SourceFile, release: ReleaseName, kind: ArtefactKind, finder: MentionFinder) {
    self.release = release
    self.kind = kind
    self.finder = finder
    self.maker = SourceMaker(file: file, release: self.release, kind: kind, kindOfID: finder.kindOfID)
    self.sentences = SentenceReader(release: self.release, kind: kind, maker: maker)
  }

  /// Longer paragraphs are nobody's prose, and are left out: each sentence is weighed as a whole.
  static let longestBlock = 16 << 10
  /// Most sources that a card's prose may name.
  static let mostSources = 1_000

  /// The sources that the body names, in the order of the text.
  func sources(in body: Markdown) -> [SourceStatement] {
    var sources: [SourceStatement] = []
    var leadIn: LeadIn?
    for block in body.blocks
    where block.kind != .code && block.text.bytes.count <= Self.longestBlock && sources.count < Self.mostSources {
      let mentions = finder.mentions(in: block).filter { !release.isMeant(by: $0) || block.kind != .tableRow }
      switch block.kind {
      case .tableRow:
        sources += TableReader(release: release, kind: kind, finder: finder, maker: maker)
          .sources(in: block, mentions, lead: leadIn ?? headingLead(of: block))
      case .listItem, .paragraph: sources += self.sources(inProse: block, mentions, leadIn: leadIn)
      case .heading, .code: break
      }
      leadIn = nextLeadIn(after: block, current: leadIn)
    }
    return sources
  }

  private func sources(inProse block: MarkdownBlock, _ mentions: [Mention], leadIn: LeadIn?) -> [SourceStatement] {
    if let label = label(of: block), let role = Cue.role(ofLabel: label.text, for: kind) {
      let known = mentions.filter { $0.range.lowerBound >= label.end && !release.isMeant(by: $0) }
      let labelled = (known + listed(in: block, from: label.end, role, known)).compactMap {
        maker.source(
          $0, role: role, child: nil, basis: .label(label.text), in: block, certainty: $0.isSure ? .stated : .hinted)
      }
      // "Based on the Fish dataset: see …" is a sentence.
      if kind != .dataset || !labelled.isEmpty { return labelled }
    }
    var sources: [SourceStatement] = []
    var rest = mentions[...]
    for sentence in Sentence.sentences(of: block.text.bytes) {
      let inside = Array(rest.prefix { $0.range.lowerBound < sentence.range.upperBound })
      rest = rest.dropFirst(inside.count)
      sources += sentences.sources(in: sentence, inside, of: block)
    }
    // What an entry begins with is listed, whatever its sentences go on to say about it.
    let isAboutOpening = mentions.first.map { first in
      block.kind == .listItem && first.range.lowerBound <= 4
        && sources.allSatisfy { $0.child == .artefact(first.id, first.kind) }
    }
    guard sources.isEmpty || isAboutOpening ?? false, let lead = leadIn ?? headingLead(of: block) else {
      return sources
    }
    var named = isMostlyNames(block, mentions) ? mentions.filter { !release.isMeant(by: $0) } : []
    if !sources.isEmpty { named = Array(named.prefix(1)) }
    if block.kind == .listItem || leadIn == nil {
      named += listed(in: block, from: startOfNames(in: block), lead.role, named)
    }
    return sources
      + named.compactMap {
        maker.source(
          $0, role: lead.role, child: nil, basis: .label(lead.words), in: block,
          certainty: $0.isSure ? .stated : .hinted)
      }
  }

  /// Names that no catalogue knows at the start of an entry of a list of sources: "- Gigaword (news)".
  private func listed(in block: MarkdownBlock, from start: Int, _ role: Cue.Role, _ known: [Mention]) -> [Mention] {
    let finder = NameFinder(block: block, taken: known.map(\.range))
    guard let sentence = Sentence.sentences(of: block.text.bytes).first, !sentence.isAside(for: kind), !sentence.isTold
    else {
      return []
    }
    var end = sentence.wordIndex(at: start)
    return finder.mentions(in: sentence).compactMap { mention in
      let word = sentence.wordIndex(at: mention.range.lowerBound)
      guard mention.range.lowerBound >= start, word >= end,
        let object = mention.object(of: role, role.isOfData ? "on" : "of", kind: role.isOfData ? nil : .model),
        sentence.words[end..<word].allSatisfy({ Sentence.isListWord($0.text) }), !release.isMeant(by: object)
      else { return nil }
      end = sentence.wordIndex(at: mention.range.upperBound)
      return object
    }
  }

  /// The words before a colon near the start of a block.
  private func label(of block: MarkdownBlock) -> (text: String, end: Int)? {
    let bytes = block.text.bytes
    guard let colon = bytes.prefix(64).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 == bytes.count || bytes[colon + 1] == UInt8(ascii: " ")
    else { return nil }
    return (String(decoding: bytes[..<colon], as: UTF8.self), colon + 1)
  }

  /// The role that a paragraph ending in a colon gives to the list below it.
  private func nextLeadIn(after block: MarkdownBlock, current: LeadIn?) -> LeadIn? {
    switch block.kind {
    case .listItem: return current
    case .paragraph:
      if current != nil, isMostlyNames(block, finder.mentions(in: block)) { return current }
      guard block.text.bytes.last == UInt8(ascii: ":"),
        let sentence = Sentence.sentences(of: block.text.bytes).last, !sentence.isAside(for: kind)
      else { return nil }
      let words = sentence.words.map(\.text)
      if words.contains(where: { word in Self.mergeStems.contains { word.hasPrefix($0) } }) {
        return LeadIn(role: .weights(.merge), words: words.suffix(Self.leadInReach).joined(separator: " "))
      }
      if let cue = Cue.cues(in: sentence.words, for: kind).last(where: { !$0.isUse }),
        cue.end >= sentence.words.count - Self.leadInReach
      {
        return LeadIn(role: cue.role, words: sentence.wording(of: cue))
      }
      if kind == .dataset, words.contains(where: Self.generators.contains),
        words.contains(where: { word in Self.generation.contains { word.hasPrefix($0) } })
      {
        return LeadIn(role: .outputs, words: words.suffix(Self.leadInReach).joined(separator: " "))
      }
      let label = String(block.text.string.dropLast())
      return Cue.role(ofLabel: label, for: kind).map { LeadIn(role: $0, words: label) }
    case .tableRow: return current
    default: return nil
    }
  }

  /// How many words may stand between a cue and the colon behind which its objects are listed.
  private static let leadInReach = 8

  /// Words with which a dataset's card introduces the list of the models that wrote or judged it.
  private static let generators: Set<String> = ["models", "llms"]
  private static let generation = ["pool", "generat", "sampl", "annotat", "respon", "complet", "produc", "quer"]

  /// Words with which a card introduces the list of what it was put together from.
  private static let mergeStems = ["merg", "compris", "consist", "combin", "expert"]

  private func headingLead(of block: MarkdownBlock) -> LeadIn? {
    guard let heading = block.headings.last, !block.isQuotedCard, !finder.namesSomething(heading) else { return nil }
    return Cue.role(ofLabel: heading, for: kind).map { LeadIn(role: $0, words: heading) }
  }

  /// Where the names of an entry begin: behind "Commercial models:" in a dataset's list of what wrote it.
  private func startOfNames(in block: MarkdownBlock) -> Int { kind == .dataset ? label(of: block)?.end ?? 0 : 0 }

  /// Whether the block says little more than names, as an entry of a list of sources does.
  private func isMostlyNames(_ block: MarkdownBlock, _ mentions: [Mention]) -> Bool {
    let start = startOfNames(in: block)
    guard let first = mentions.first(where: { $0.range.lowerBound >= start }), first.range.lowerBound <= start + 16
    else { return false }
    let named = mentions.reduce(0) { $0 + $1.range.count }
    return named * 2 >= block.text.bytes.count - start
      || block.kind == .listItem && first.range.lowerBound <= start + 4
  }
}
