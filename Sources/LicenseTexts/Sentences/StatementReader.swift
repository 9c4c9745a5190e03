import MarkupText

/// Cuts passages into sentences, and sentences into the items of the lists within them.
struct StatementReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var tokens: [Token] = []
  private(set) var statements: [Statement] = []
  private var tokenizer = Tokenizer()
  private var matcher: PhraseMatcher
  private let grammar: Grammar
  /// Last statement of each passage.
  private var lastOfPassage: [Int?] = []
  /// The last statement that is no item of a list within a sentence, for the items below it.
  private var lastOuter: Int?

  private static let deepestList = 3

  init(_ bytes: UnsafeBufferPointer<UInt8>, book: PhraseBook, grammar: Grammar) {
    self.bytes = bytes
    self.matcher = PhraseMatcher(book)
    self.grammar = grammar
  }

  /// Reads the passages of an outline.
  mutating func read(_ outline: Outline) {
    for passage in outline.passages {
      let first = tokens.count
      tokens += tokenizer.tokens(bytes, passage.range)
      matcher.learn(tokenizer.words)
      let lead = passage.leadIn.flatMap { lastOfPassage[$0] }
      var start = first
      var isFirst = true
      while start < tokens.count {
        let end = sentenceEnd(from: start)
        add(start..<end, passage, lead: isFirst ? lead : nil, suffix: "", isItem: isFirst && lead != nil, depth: 0)
        isFirst = false
        start = end
      }
      lastOfPassage.append(statements.count > 0 && tokens.count > first ? lastOuter : nil)
    }
  }

  /// Wordings in a heading.
  mutating func hits(inHeading heading: String) -> [Hit] {
    var heading = heading
    return heading.withUTF8 { buffer in
      let tokens = tokenizer.tokens(buffer, 0..<buffer.count)
      matcher.learn(tokenizer.words)
      return matcher.hits(tokens, 0..<tokens.count)
    }
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
          lead: lead, isItem: isItem,
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
    guard !(0x61...0x7A).contains(next), tokens[index].before.contains(.blank) || tokens[index].before.contains(.quote)
    else { return false }
    // `Inc. Platforms`, `e.g. Llama`, `No. 5`: the stop belongs to the word.
    let word = tokenizer.words[Int(last.word)]
    if word.count == 1, !(0x30...0x39).contains(word[0]), word[0] < 0x80 {
      return bytes[Int(last.start)] >= 0x61 && word[0] != UInt8(ascii: "e") && word[0] != UInt8(ascii: "g")
    }
    return !Self.abbreviations.contains(String(decoding: word, as: UTF8.self))
  }

  private static let abbreviations: Set<String> = [
    "inc", "ltd", "co", "corp", "no", "nos", "e.g", "i.e", "mr", "ms", "dr", "st", "vs", "sec", "art", "cf", "approx",
  ]
}
