import Diagnostics
import MarkupText

/// Cuts passages into sentences, and sentences into the items of the lists within them.
struct StatementReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var tokens: [Token] = []
  private(set) var statements: [Statement] = []
  /// By clause: the statement that is its heading.
  private(set) var headings: [Int?] = []
  private var tokenizer = Tokenizer()
  private var matcher: PhraseMatcher
  private let parties: PartyBook
  /// Last statement of each passage.
  private var lastOfPassage: [Int?] = []
  /// The first token of the passage that is being read.
  private var firstOfPassage = 0
  /// The last statement that is no item of a list within a sentence, for the items below it.
  private var lastOuter: Int?

  private static let deepestList = 3

  init(_ bytes: UnsafeBufferPointer<UInt8>, book: PhraseBook, parties: PartyBook) {
    self.bytes = bytes
    self.matcher = PhraseMatcher(book)
    self.parties = parties
  }

  /// Reads the headings and passages of an outline.
  mutating func read(_ outline: Outline) {
    let passages = outline.passages.map { tokenizer.tokens(bytes, $0.range) }
    let titles = outline.clauses.map { $0.headingRange.map { tokenizer.tokens(bytes, $0) } ?? [] }
    let (licensor, licensee) = (tokenizer.number(of: "licensor"), tokenizer.number(of: "licensee"))
    var names = PhraseMatcher(parties.book)
    names.learn(tokenizer.words)
    matcher.learn(tokenizer.words)
    let parties = PartyNames(bytes, passages, names, concepts: parties.concepts)
    var headed = 0
    for (passage, words) in zip(outline.passages, passages) {
      while headed <= passage.clause {
        addHeading(titles[headed], headed)
        headed += 1
      }
      add(passage, parties.replaced(in: words, bytes, licensor: licensor, licensee: licensee))
    }
    for clause in headed..<max(headed, titles.count) { addHeading(titles[clause], clause) }
  }

  private mutating func addHeading(_ title: [Token], _ clause: Int) {
    headings.append(title.isEmpty ? nil : statements.count)
    guard !title.isEmpty else { return }
    let range = tokens.count..<(tokens.count + title.count)
    tokens += title
    statements.append(
      Statement(
        tokens: range, clause: clause, passage: nil, suffix: "", lead: nil, isItem: false, isBullet: false,
        isOperative: false, hits: matcher.hits(tokens, range)))
  }

  private mutating func add(_ passage: Passage, _ words: [Token]) {
    let first = tokens.count
    firstOfPassage = first
    tokens += words
    let lead = passage.leadIn.flatMap { lastOfPassage[$0] }
    var start = first
    while start < tokens.count {
      let end = sentenceEnd(from: start)
      let isFirst = start == first
      add(start..<end, passage, lead: isFirst ? lead : nil, suffix: "", isItem: isFirst && lead != nil, depth: 0)
      start = end
    }
    lastOfPassage.append(statements.count > 0 && tokens.count > first ? lastOuter : nil)
  }

  private mutating func add(
    _ range: Range<Int>, _ passage: Passage, lead: Int?, suffix: String, isItem: Bool, depth: Int
  ) {
    guard !range.isEmpty else { return }
    let markers = depth < Self.deepestList ? InlineList.markers(bytes, tokens, range) : []
    let end = markers.first?.token ?? range.upperBound
    let statement = statements.count
    if range.lowerBound < end {
      if suffix.isEmpty { lastOuter = statement }
      statements.append(
        Statement(
          tokens: range.lowerBound..<end, clause: passage.clause, passage: lastOfPassage.count, suffix: suffix,
          lead: lead, isItem: isItem, isBullet: passage.isBullet && range.lowerBound == firstOfPassage,
          isOperative: passage.isOperative, hits: matcher.hits(tokens, range.lowerBound..<end)))
    }
    let governing = range.lowerBound < end ? statement : lead
    for (index, marker) in markers.enumerated() {
      let next = index + 1 < markers.count ? markers[index + 1].token : range.upperBound
      add(
        (marker.token + 1)..<next, passage, lead: governing, suffix: suffix + "(\(marker.printed))", isItem: true,
        depth: depth + 1)
    }
  }

  /// Behind the sentence that begins at `start`.
  private func sentenceEnd(from start: Int) -> Int {
    var index = start + 1
    while index < tokens.count {
      let marks = tokens[index].before
      if !marks.isDisjoint(with: [.stop, .question]), endsSentence(before: index) { return index }
      index += 1
    }
    return tokens.count
  }

  private func endsSentence(before index: Int) -> Bool {
    let next = bytes[Int(tokens[index].start)]
    let last = tokens[index - 1]
    if next >= 0x80 { return true }
    guard !Tokenizer.startsLow(bytes, Int(tokens[index].start), Int(tokens[index].end)),
      tokens[index].before.contains(.blank) || tokens[index].before.contains(.quote)
    else { return false }
    // `Inc. Platforms`, `e.g. Llama`, `No. 5`: the stop belongs to the word.
    let word = tokenizer.words[Int(last.word)]
    if word.count == 1, !word[0].isDigit, word[0] < 0x80 {
      return bytes[Int(last.start)] >= 0x61 && word[0] != UInt8(ascii: "e") && word[0] != UInt8(ascii: "g")
    }
    return !Self.abbreviations.contains(String(decoding: word, as: UTF8.self))
  }

  private static let abbreviations: Set<String> = [
    "inc", "ltd", "co", "corp", "no", "nos", "e.g", "i.e", "mr", "ms", "dr", "st", "vs", "sec", "art", "cf", "approx",
  ]
}
