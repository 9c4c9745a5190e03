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

  init(file: SourceFile, release: ArtefactID, finder: MentionFinder) {
    self.file = file
    self.release = release
    self.finder = finder
  }

  /// Longer paragraphs are nobody's prose, and are left out: each sentence is weighed as a whole.
  static let longestBlock = 16 << 10
  /// Most sources that a card's prose may name.
  static let mostSources = 1_000

  /// The sources that the body names, in the order of the text.
  func sources(in body: Markdown) -> [ProseSource] {
    var sources: [ProseSource] = []
    var leadIn: Cue.Role?
    for block in body.blocks
    where block.kind != .code && block.text.bytes.count <= Self.longestBlock && sources.count < Self.mostSources {
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
    var rest = mentions[...]
    for sentence in Sentence.sentences(of: block.text.bytes) {
      let inside = Array(rest.prefix { $0.range.lowerBound < sentence.range.upperBound })
      rest = rest.dropFirst(inside.count)
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
    guard !sentence.isAside else { return [] }
    let cues = Cue.cues(in: sentence.words)
    var subjects = SentenceSubjects(
      sentence, mentions, isRelease: { isRelease($0) || ($0.family == nil && isReleaseName($0.id.words)) },
      isReleaseName: { isReleaseName(ArtefactID($0).words) })
    var sources: [ProseSource] = []
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
      guard !isRelease(mention), !Self.isModifier(mention, in: sentence) else { continue }
      let behind = sentence.wordIndex(at: mention.range.upperBound)
      if let cue = governing {
        inherited = (cue, behind)
        subjects.add(object: mention)
        guard let child = child(before: cue, in: sentence, subjects, of: block) else { continue }
        let role = mention.kind == .model && Self.speaksOfOutputs(sentence, from: behind) ? .outputs : cue.role
        let isCollective = child.artefact == nil && subjects.isCollective(before: cue.start)
        if let source = source(
          mention, role: role, child: child.artefact, isLabelled: false, in: block,
          certainty: isCollective ? .hinted : .stated)
        {
          sources.append(source)
        }
      } else if mention.kind == .model,
        Self.isPredicate(mention, at: word, behind: behind, in: sentence) || Self.isBase(sentence, from: behind)
      {
        if let source = source(mention, role: .weights(.finetune), child: nil, isLabelled: false, in: block) {
          sources.append(source)
        }
      } else if mention.kind == .model, Self.isGeneratedBy(sentence, from: behind),
        !Sentence.isNegated(sentence.words[max(0, word - 3)..<word])
      {
        // "GPT-4 generated data": the name itself carries the cue.
        if let source = source(mention, role: .outputs, child: nil, isLabelled: false, in: block) {
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

  private static func speaksOfOutputs(_ sentence: Sentence, from index: Int) -> Bool {
    let words = sentence.words[min(index, sentence.words.count)...].prefix(2).map(\.text)
    guard let first = words.first else { return false }
    if MentionFinder.outputWords.contains(first) { return true }
    // "Mistral 7B on answers …": the answers are not Mistral's.
    return words.count == 2 && !linkWords.contains(first) && MentionFinder.outputWords.contains(words[1])
  }

  /// Words that end what is said about a name.
  private static let linkWords: Set<String> = [
    "on", "with", "using", "from", "by", "via", "for", "in", "to", "and", "or", ",", ":", "plus",
  ]

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

  /// "the Zephyr recipe", "the Orca 2 paper": the name only says which recipe, and nothing was taken.
  private static func isModifier(_ mention: Mention, in sentence: Sentence) -> Bool {
    let words = sentence.words
    let behind = sentence.wordIndex(at: mention.range.upperBound)
    guard mention.kind == .model, behind < words.count else { return false }
    return modified.contains { words[behind].text.hasPrefix($0) }
  }

  private static let modified = [
    "paper", "recipe", "tokenizer", "template", "format", "prompt", "architecture", "script", "code", "repo", "author",
    "team", "library", "licen", "blog", "benchmark", "leaderboard", "style", "vocab", "blueprint", "approach", "method",
    "config",
  ]

  /// "Llama 2 and Code Llama as base models", "a Llama-2 based model".
  private static func isBase(_ sentence: Sentence, from behind: Int) -> Bool {
    let words = sentence.words.dropFirst(behind).prefix(8).map(\.text)
    if words.first == "based" || words.first == "-based" { return words.dropFirst().contains { $0.hasPrefix("model") } }
    return (0..<max(0, words.count - 1)).contains { index in
      words[index] == "as"
        && words[(index + 1)...].prefix(4).contains { ["base", "backbone", "foundation"].contains($0) }
    }
  }

  /// Whom the sentence speaks about; nil where it is somebody that the lineage has no use for.
  private func child(
    before cue: Cue, in sentence: Sentence, _ subjects: SentenceSubjects, of block: MarkdownBlock
  ) -> (artefact: ProseChild?, Void)? {
    if subjects.isAboutRelease(before: cue.start, in: sentence) { return (nil, ()) }
    if let subject = subjects.nearest(before: cue.start, in: sentence) {
      // "A that was further trained on B": what A became is the release.
      if case .training = cue.role, subjects.goesOn(from: subject, to: cue.start, in: sentence) { return (nil, ()) }
      return (.artefact(subject.id, subject.kind), ())
    }
    if subjects.hasStranger(before: cue.start) { return nil }
    return (isQuotedCard(block) ? .original : nil, ())
  }

  private func isRelease(_ mention: Mention) -> Bool {
    mention.id == release || mention.id.words == release.words
      || (mention.family?.matches(release.text) == true && isReleaseName(mention.id.words))
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
        let sentence = Sentence.sentences(of: block.text.bytes).last, !sentence.isAside
      else { return nil }
      let words = sentence.words.map(\.text)
      if words.contains(where: { word in Self.mergeStems.contains { word.hasPrefix($0) } }) { return .weights(.merge) }
      if let cue = Cue.cues(in: sentence.words).last, cue.end >= sentence.words.count - Self.leadInReach {
        return cue.role
      }
      return Cue.role(ofLabel: String(block.text.string.dropLast()))
    default: return nil
    }
  }

  /// How many words may stand between a cue and the colon behind which its objects are listed.
  private static let leadInReach = 8

  /// Words with which a card introduces the list of what it was put together from.
  private static let mergeStems = ["merg", "compris", "consist", "combin", "expert"]

  private func headingRole(of block: MarkdownBlock) -> Cue.Role? {
    guard let heading = block.headings.last, !isQuotedCard(block), !finder.namesSomething(heading) else { return nil }
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
    let own = block.cells.indices.filter { index in
      cell(index, of: block).map { ArtefactID($0).words == release.words } ?? false
    }
    var column = 0
    for mention in mentions {
      while column < block.cells.count, block.cells[column].upperBound <= mention.range.lowerBound { column += 1 }
      guard column < block.cells.count, block.cells[column].contains(mention.range.lowerBound) else { continue }
      let role: Cue.Role?
      if block.cells.count == 2, column == 1, let label = cell(0, of: block).flatMap({ Cue.role(ofLabel: $0) }) {
        role = label
      } else if column < block.header.count, let named = Cue.role(ofLabel: block.header[column]),
        // Another cell of the row names the release.
        own.count > 1 || own.first.map({ $0 != column }) ?? false
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

  /// The text of a cell that is short enough to be a name or a label.
  private func cell(_ index: Int, of block: MarkdownBlock) -> String? {
    guard index < block.cells.count, block.cells[index].count <= 256 else { return nil }
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
      if mention.family == nil, isLabelled || finder.kind(of: mention.id) != .model {
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
    guard words.count >= 2, mention.id.words.starts(with: words) else { return false }
    let rest = mention.id.words.dropFirst(words.count)
    return !rest.isEmpty && (Self.isQuantized(mention.id) || rest.allSatisfy { $0.utf8.count <= 4 })
  }

  private static func isQuantized(_ id: ArtefactID) -> Bool {
    id.isQuantized
  }
}
