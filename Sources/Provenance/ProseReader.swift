import Diagnostics
import MarkupText
import Obligations

/// Reads what a card's prose declares about where the release came from.
///
/// A source counts where a sentence, a label, a table or a list says how it was used; a name alone
/// does not, and sentences that compare, evaluate or instruct are left out.
struct ProseReader {
  let file: SourceFile
  let release: ArtefactID
  private let finder: MentionFinder

  init(file: SourceFile, release: ArtefactID, names: KnownNames) {
    self.file = file
    self.release = release
    self.finder = MentionFinder(names: names)
  }

  /// The sources that the body names, in the order of the text.
  func sources(in body: Markdown) -> [ProseSource] {
    var sources: [ProseSource] = []
    var leadIn: Cue.Role?
    for block in body.blocks where block.kind != .code {
      let mentions = finder.mentions(in: block).filter { !isRelease($0) || block.kind != .tableRow }
      if !mentions.isEmpty {
        switch block.kind {
        case .tableRow: sources += self.sources(inRow: block, mentions)
        case .listItem, .paragraph: sources += self.sources(inProse: block, mentions, leadIn: leadIn)
        case .heading, .code: break
        }
      }
      leadIn = nextLeadIn(after: block, current: leadIn)
    }
    return sources
  }

  private func sources(inProse block: MarkdownBlock, _ mentions: [Mention], leadIn: Cue.Role?) -> [ProseSource] {
    if let label = label(of: block), let role = Cue.role(ofLabel: label.text) {
      return mentions.filter { $0.range.lowerBound >= label.end && !isRelease($0) }.compactMap {
        source($0, role: role, child: nil, isLabelled: true, in: block)
      }
    }
    var sources: [ProseSource] = []
    for sentence in Sentence.sentences(of: block.text.bytes) {
      let inside = mentions.filter { sentence.range.contains($0.range.lowerBound) }
      if !inside.isEmpty { sources += self.sources(in: sentence, inside, of: block) }
    }
    guard sources.isEmpty, let role = leadIn ?? headingRole(of: block), isMostlyNames(block, mentions) else {
      return sources
    }
    return mentions.filter { !isRelease($0) }.compactMap {
      source($0, role: role, child: nil, isLabelled: true, in: block)
    }
  }

  private func sources(in sentence: Sentence, _ mentions: [Mention], of block: MarkdownBlock) -> [ProseSource] {
    guard !Self.isAside(sentence) else { return [] }
    let cues = Cue.cues(in: sentence.words)
    var sources: [ProseSource] = []
    var inherited: (cue: Cue, end: Int)?
    for mention in mentions {
      let word = sentence.wordIndex(at: mention.range.lowerBound)
      var governing = cues.last {
        $0.end < word && word - $0.end <= Self.reach(of: $0) && !Self.isNegated($0, in: sentence)
      }
      if let cue = governing, let between = mentions.last(where: { $0.range.upperBound <= mention.range.lowerBound }),
        sentence.wordIndex(at: between.range.lowerBound) > cue.end
      {
        // Behind another name the cue only goes on in an enumeration.
        let link = inherited.map { Self.isEnumeration(sentence.words[$0.end..<word]) } ?? false
        if !link { governing = nil }
      }
      guard !isRelease(mention) else { continue }
      let behind = sentence.wordIndex(at: mention.range.upperBound)
      if let cue = governing {
        inherited = (cue, behind)
        guard let child = child(before: cue, in: sentence, mentions, of: block) else { continue }
        let role = mention.kind == .model && Self.speaksOfOutputs(sentence, from: behind) ? .outputs : cue.role
        let isCollective = child.artefact == nil && Self.isCollective(sentence.words[..<cue.start])
        if let source = source(
          mention, role: role, child: child.artefact, isLabelled: false, in: block,
          certainty: isCollective ? .hinted : .stated)
        {
          sources.append(source)
        }
      } else if mention.kind == .model, Self.isPredicate(mention, at: word, behind: behind, in: sentence) {
        if let source = source(mention, role: .weights(.finetune), child: nil, isLabelled: false, in: block) {
          sources.append(source)
        }
      } else if mention.kind == .model, Self.isGeneratedBy(sentence, from: behind) {
        // "GPT-4 generated data": the name itself carries the cue.
        if let source = source(mention, role: .outputs, child: nil, isLabelled: false, in: block) {
          sources.append(source)
        }
      }
    }
    return sources
  }

  /// How many words may lie between a cue and its object.
  private static func reach(of cue: Cue) -> Int { cue.start == cue.end ? 2 : 7 }

  private static func isEnumeration(_ words: ArraySlice<Sentence.Word>) -> Bool {
    words.count <= 4
      && words.allSatisfy {
        [",", "and", "or", "&", "the", "plus", "with", "as", "well", "model", "models"].contains($0.text)
      }
  }

  private static func speaksOfOutputs(_ sentence: Sentence, from index: Int) -> Bool {
    sentence.words[min(index, sentence.words.count)...].prefix(2).contains {
      MentionFinder.outputWords.contains($0.text)
    }
  }

  private static func isGeneratedBy(_ sentence: Sentence, from index: Int) -> Bool {
    let words = sentence.words[min(index, sentence.words.count)...].prefix(2).map(\.text)
    guard let first = words.first else { return false }
    return ["generated", "synthesized", "distilled", "labeled", "annotated"].contains(first)
      || (words.count == 2 && ["outputs", "responses", "completions"].contains(first))
  }

  /// "It is a Llama 3.2 model": the name says what the release is.
  private static func isPredicate(_ mention: Mention, at word: Int, behind: Int, in sentence: Sentence) -> Bool {
    let words = sentence.words
    guard word >= 3, behind < words.count, ["a", "an"].contains(words[word - 1].text), words[word - 2].text == "is",
      ["model", "variant", "finetune", "fine-tune", "derivative", "merge", "quant"].contains(words[behind].text)
    else { return false }
    return words[..<(word - 2)].contains { ["it", "this", "which"].contains($0.text) }
  }

  /// Whether a sentence speaks of several models at once, of which the release may be any.
  private static func isCollective(_ subject: ArraySlice<Sentence.Word>) -> Bool {
    subject.contains { ["models", "checkpoints", "variants", "versions", "series", "family"].contains($0.text) }
  }

  /// Sentences that compare, evaluate, instruct or give examples declare nothing.
  private static func isAside(_ sentence: Sentence) -> Bool {
    sentence.words.contains { word in
      asideWords.contains(word.text) || asideStems.contains { word.text.hasPrefix($0) }
    }
  }

  private static let asideWords: Set<String> = [
    "vs", "versus", "than", "unlike", "inspired", "omitted", "compatible", "you", "your", "e.g", "instead", "template",
    "mt-bench", "alpacaeval", "leaderboard", "thanks", "thank", "acknowledge", "acknowledgements", "cite",
    "architecture",
  ]
  private static let asideStems = [
    "outperform", "surpass", "compar", "benchmark", "evaluat", "rival", "similar", "exceed", "acknowledg", "beats",
  ]

  private static func isNegated(_ cue: Cue, in sentence: Sentence) -> Bool {
    sentence.words[max(0, cue.start - 3)...cue.end].contains {
      ["not", "no", "never", "without", "isn't", "wasn't", "neither"].contains($0.text)
    }
  }

  /// Whom the sentence speaks about; nil where it is somebody that the lineage has no use for.
  private func child(
    before cue: Cue, in sentence: Sentence, _ mentions: [Mention], of block: MarkdownBlock
  ) -> (artefact: ProseChild?, Void)? {
    let start = sentence.words[cue.start].range.lowerBound
    let subjects = mentions.filter { $0.range.upperBound <= start }
    if subjects.contains(where: { isRelease($0) || ($0.family == nil && isReleaseName($0.id.words)) }) {
      return (nil, ())
    }
    let others = sentence.words[..<cue.start].filter { word in
      Self.isNameLike(word.text) && !subjects.contains { $0.range.overlaps(word.range) }
    }
    if others.contains(where: { isReleaseName(ArtefactID($0.text).words) }) { return (nil, ()) }
    // The nearest name before the cue is its subject, unless it is itself the object of an earlier one.
    if let subject = subjects.last { return (.artefact(subject.id, subject.kind), ()) }
    if !others.isEmpty { return nil }
    return (isQuotedCard(block) ? .original : nil, ())
  }

  /// Whether a word looks like a model's name: letters, digits and a hyphen.
  private static func isNameLike(_ word: String) -> Bool {
    word.utf8.count >= 5 && word.contains("-") && word.contains { $0.isNumber } && word.contains { $0.isLetter }
  }

  private func isRelease(_ mention: Mention) -> Bool {
    mention.id == release || mention.family?.matches(release.text) == true
      || (mention.family == nil && mention.id.words == release.words)
  }

  /// Whether the words name the release, or begin its name.
  private func isReleaseName(_ words: [String]) -> Bool {
    words.count >= 2 && release.words.starts(with: words)
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
  private func nextLeadIn(after block: MarkdownBlock, current: Cue.Role?) -> Cue.Role? {
    switch block.kind {
    case .listItem: return current
    case .paragraph:
      if current != nil, isMostlyNames(block, finder.mentions(in: block)) { return current }
      guard block.text.bytes.last == UInt8(ascii: ":"),
        let sentence = Sentence.sentences(of: block.text.bytes).last, !Self.isAside(sentence)
      else { return nil }
      let words = sentence.words.map(\.text)
      if words.contains(where: { word in Self.mergeStems.contains { word.hasPrefix($0) } }) { return .weights(.merge) }
      return Cue.role(ofLabel: String(block.text.string.dropLast()))
    default: return nil
    }
  }

  /// Words with which a card introduces the list of what it was put together from.
  private static let mergeStems = ["merg", "compris", "consist", "combin", "expert"]

  private func headingRole(of block: MarkdownBlock) -> Cue.Role? {
    guard let heading = block.headings.last, !isQuotedCard(block) else { return nil }
    return Cue.role(ofLabel: heading)
  }

  /// Whether the block says little more than names, as an entry of a list of sources does.
  private func isMostlyNames(_ block: MarkdownBlock, _ mentions: [Mention]) -> Bool {
    guard let first = mentions.first, first.range.lowerBound <= 16 else { return false }
    let named = mentions.reduce(0) { $0 + $1.range.count }
    return named * 2 >= block.text.bytes.count || block.kind == .listItem && first.range.lowerBound <= 4
  }

  private func sources(inRow block: MarkdownBlock, _ mentions: [Mention]) -> [ProseSource] {
    var sources: [ProseSource] = []
    for mention in mentions {
      guard let column = block.cells.firstIndex(where: { $0.contains(mention.range.lowerBound) }) else { continue }
      let role: Cue.Role?
      if block.cells.count == 2, column == 1, let label = cell(0, of: block).flatMap({ Cue.role(ofLabel: $0) }) {
        role = label
      } else if column < block.header.count, let named = Cue.role(ofLabel: block.header[column]),
        isRow(block, about: column)
      {
        role = named
      } else {
        role = nil
      }
      if let role, let source = source(mention, role: role, child: nil, isLabelled: true, in: block) {
        sources.append(source)
      }
    }
    return sources
  }

  /// Whether another cell of the row names the release.
  private func isRow(_ block: MarkdownBlock, about column: Int) -> Bool {
    block.cells.indices.contains { index in
      index != column && (cell(index, of: block).map { ArtefactID($0).words == release.words } ?? false)
    }
  }

  private func cell(_ index: Int, of block: MarkdownBlock) -> String? {
    guard index < block.cells.count else { return nil }
    return String(decoding: block.text.bytes[block.cells[index]], as: UTF8.self)
  }

  /// Whether the block belongs to the original's card, which converters quote below their own.
  private func isQuotedCard(_ block: MarkdownBlock) -> Bool {
    block.headings.contains { heading in
      heading.containsIgnoringCase("original model card") || heading.containsIgnoringCase("original readme")
        || heading.containsIgnoringCase("original model's card")
    }
  }

  private func source(
    _ mention: Mention, role: Cue.Role, child: ProseChild?, isLabelled: Bool, in block: MarkdownBlock,
    certainty: Certainty = .stated
  ) -> ProseSource? {
    guard !isVariantOfRelease(mention) else { return nil }
    let child = child ?? (isQuotedCard(block) ? .original : nil)
    let childIsDataset: Bool
    if case .artefact(_, .dataset) = child { childIsDataset = true } else { childIsDataset = false }
    let relation: Relation
    switch (role, mention.kind) {
    case (.weights(let word), .model):
      // What is itself quantized is offered beside the release, and is not what it was made from.
      if word == .quantized, Self.isQuantized(mention.id) { return nil }
      relation = childIsDataset ? .generatedBy : word
    case (.outputs, .model): relation = childIsDataset ? .generatedBy : .distilled
    case (.training, .model):
      // Trained on a model: its weights are the start. An id in a list of data names a dataset.
      if isLabelled, mention.family == nil {
        return ProseSource(
          id: mention.id, kind: .dataset, relation: .trainedOn, child: child, certainty: certainty,
          location: SourceLocation(file, block.text.sourceRange(of: mention.range)))
      }
      relation = .finetune
    case (.gathered, .model): relation = childIsDataset ? .generatedBy : .distilled
    case (.weights, .dataset), (.training, .dataset), (.gathered, .dataset), (.outputs, .dataset):
      relation = childIsDataset ? .derivedFrom : .trainedOn
    default: return nil
    }
    return ProseSource(
      id: mention.id, kind: mention.kind, relation: relation, child: child, certainty: certainty,
      location: SourceLocation(file, block.text.sourceRange(of: mention.range)))
  }

  /// Whether a name goes on from the release's own: its quantized and converted siblings.
  private func isVariantOfRelease(_ mention: Mention) -> Bool {
    let words = release.words
    return words.count >= 2 && mention.id.words.count > words.count && mention.id.words.starts(with: words)
  }

  private static func isQuantized(_ id: ArtefactID) -> Bool {
    id.words.contains { ["gguf", "ggml", "gptq", "awq", "exl"].contains($0) }
  }
}
