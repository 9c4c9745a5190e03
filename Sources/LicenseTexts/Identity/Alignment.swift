/// How a stretch of a text and a signature go together, word by word.
struct Alignment: Sendable {
  /// The words of the text from the first to the last that the signature has too.
  let text: Range<Int>
  /// Where they differ, in order.
  let edits: [Edit]
  /// Words that they share, in order.
  let matched: Int
}

/// A place in which a run of words of a text is one of the signature.
struct Anchor: Sendable {
  // Texts that repeat a phrase have very many of them.
  private let textPlace: UInt32
  private let signaturePlace: UInt32

  init(text: Int, signature: Int) {
    textPlace = UInt32(truncatingIfNeeded: text)
    signaturePlace = UInt32(truncatingIfNeeded: signature)
  }

  /// Where the run begins in the text.
  var text: Int { Int(textPlace) }
  /// Where it begins in the signature.
  var signature: Int { Int(signaturePlace) }
}

/// Lays a signature beside a text. Needs time in proportion to their sizes, however they differ.
struct Aligner {
  private let text: UnsafeBufferPointer<UInt16>
  private let signature: UnsafeBufferPointer<UInt16>
  private var runs: [Run] = []
  private var diff: BoundedDiff

  /// Words that both have in the same order.
  private struct Run {
    var text: Int
    var signature: Int
    var count: Int
  }

  init(text: UnsafeBufferPointer<UInt16>, signature: UnsafeBufferPointer<UInt16>) {
    self.text = text
    self.signature = signature
    self.diff = BoundedDiff(text: text, signature: signature)
  }

  /// Aligns the whole signature along the anchors, which are sorted by their place in the text.
  mutating func align(_ anchors: some RandomAccessCollection<Anchor>) -> Alignment? {
    if let offset = Self.majority(anchors), isCopy(at: offset) {
      return Alignment(text: offset..<(offset + signature.count), edits: [], matched: signature.count)
    }
    runs = []
    for anchor in AnchorChain.longest(anchors) { extend(anchor) }
    guard let start = runs.first, let end = runs.last else { return nil }
    let opening = head(before: start)
    var edits = opening
    for (run, next) in zip(runs, runs.dropFirst()) {
      let gap = Edit(
        text: (run.text + run.count)..<next.text, signature: (run.signature + run.count)..<next.signature)
      edits += difference(gap, depth: 0)
    }
    let closing = tail(behind: end)
    edits += closing
    return Alignment(
      text: (start.text - Self.length(of: start.signature, opening))..<(end.text + end.count
        + Self.length(of: signature.count - end.signature - end.count, closing)),
      edits: edits, matched: signature.count - edits.reduce(0) { $0 + $1.signature.count })
  }

  /// Words of the text that stand for so many of the signature with these edits.
  private static func length(of words: Int, _ edits: [Edit]) -> Int {
    edits.reduce(words) { $0 + $1.text.count - $1.signature.count }
  }

  /// How far behind the signature's words the text's stand for most of the anchors.
  private static func majority(_ anchors: some RandomAccessCollection<Anchor>) -> Int? {
    var offset = 0
    var lead = 0
    for anchor in anchors {
      let here = anchor.text - anchor.signature
      if lead == 0 { offset = here }
      lead += here == offset ? 1 : -1
    }
    return lead > 0 ? offset : nil
  }

  private func isCopy(at offset: Int) -> Bool {
    guard offset >= 0, offset + signature.count <= text.count else { return false }
    for index in 0..<signature.count where text[offset + index] != signature[index] { return false }
    return true
  }

  /// Makes a run of the words around an anchor, behind the run before.
  private mutating func extend(_ anchor: Anchor) {
    let (lowestText, lowestSignature) = runs.last.map { ($0.text + $0.count, $0.signature + $0.count) } ?? (0, 0)
    // Inside of the run before, on its way or beside it.
    guard anchor.text >= lowestText, anchor.signature >= lowestSignature else { return }
    var start = anchor
    while start.text > lowestText, start.signature > lowestSignature,
      text[start.text - 1] == signature[start.signature - 1]
    {
      start = Anchor(text: start.text - 1, signature: start.signature - 1)
    }
    var end = anchor
    while end.text < text.count, end.signature < signature.count, text[end.text] == signature[end.signature] {
      end = Anchor(text: end.text + 1, signature: end.signature + 1)
    }
    guard end.text > start.text else { return }
    runs.append(Run(text: start.text, signature: start.signature, count: end.text - start.text))
  }

  /// The edits of a gap between two runs.
  private mutating func difference(_ gap: Edit, depth: Int) -> [Edit] {
    if gap.text.isEmpty && gap.signature.isEmpty { return [] }
    if gap.text.isEmpty || gap.signature.isEmpty { return [gap] }
    if let edits = diff.edits(gap.text, gap.signature) { return edits }
    guard depth < 2 else { return [gap] }
    // Too many differences to count: words that stand together only once on both sides divide the gap.
    let anchors = AnchorChain.longest(
      UniqueRuns(length: depth == 0 ? 4 : 2).shared(text, gap.text, signature, gap.signature))
    guard !anchors.isEmpty else { return [gap] }
    var inner = Aligner(text: text, signature: signature)
    inner.runs = [Run(text: gap.text.lowerBound, signature: gap.signature.lowerBound, count: 0)]
    for anchor in anchors { inner.extend(anchor) }
    inner.cut(to: gap)
    var edits: [Edit] = []
    var last = inner.runs[0]
    for run in inner.runs.dropFirst() + [Run(text: gap.text.upperBound, signature: gap.signature.upperBound, count: 0)]
    {
      edits += difference(
        Edit(text: (last.text + last.count)..<run.text, signature: (last.signature + last.count)..<run.signature),
        depth: depth + 1)
      last = run
    }
    return edits
  }

  /// Shortens runs that reach behind a gap.
  private mutating func cut(to gap: Edit) {
    runs.removeAll { $0.text > gap.text.upperBound || $0.signature > gap.signature.upperBound }
    guard let last = runs.last else { return }
    runs[runs.count - 1].count = min(
      last.count, gap.text.upperBound - last.text, gap.signature.upperBound - last.signature)
  }

  /// What differs before the first run: the text may hold anything there, so only what is like counts.
  private mutating func head(before run: Run) -> [Edit] {
    guard run.signature > 0 else { return [] }
    let missing = 0..<run.signature
    let window = max(0, run.text - run.signature - Self.slack)..<run.text
    guard var edits = diff.edits(window, missing) else {
      return [Edit(text: run.text..<run.text, signature: missing)]
    }
    // What is added before everything else is not the licence's.
    if let first = edits.first, first.text.lowerBound == window.lowerBound, first.signature.lowerBound == 0 {
      edits.removeFirst()
      if !first.signature.isEmpty {
        let kept = min(first.text.count, first.signature.count)
        edits.insert(
          Edit(text: (first.text.upperBound - kept)..<first.text.upperBound, signature: first.signature), at: 0)
      }
    }
    return edits
  }

  /// What differs behind the last run.
  private mutating func tail(behind run: Run) -> [Edit] {
    let missing = (run.signature + run.count)..<signature.count
    guard !missing.isEmpty else { return [] }
    let start = run.text + run.count
    let window = start..<min(text.count, start + missing.count + Self.slack)
    guard var edits = diff.edits(window, missing) else {
      return [Edit(text: start..<start, signature: missing)]
    }
    if let last = edits.last, last.text.upperBound == window.upperBound, last.signature.upperBound == signature.count {
      edits.removeLast()
      if !last.signature.isEmpty {
        let kept = min(last.text.count, last.signature.count)
        edits.append(Edit(text: last.text.lowerBound..<(last.text.lowerBound + kept), signature: last.signature))
      }
    }
    return edits
  }

  /// Words by which a head or tail may be longer than the signature's.
  private static let slack = 12
}
