import Diagnostics
import MarkupText

/// Says which licences a text holds, and how they were altered.
public struct LicenseIdentifier: Sendable {
  private let signatures: [LicenseSignature]
  private let index: SignatureIndex

  /// An identifier that knows the licences with these signatures.
  public init(_ signatures: [LicenseSignature]) {
    self.signatures = signatures
    self.index = SignatureIndex(signatures)
  }

  /// Identifies a text. Needs time in proportion to its size.
  public func identify(_ text: ReadableText) -> Identification {
    identify(WordSequence(text))
  }

  /// Identifies a text whose words were taken before.
  public func identify(_ words: WordSequence) -> Identification {
    answer(Candidate.best(of: candidates(words), ids: signatures.map(\.id)), in: words)
  }

  /// The stretches of some words in which a licence stands.
  func stretches(in words: [UInt16]) -> [Range<Int>] {
    Candidate.best(of: candidates(WordSequence(hashes: words)), ids: signatures.map(\.id)).compactMap { $0.first?.text }
  }

  /// A stretch in which a text shares runs with a signature.
  private struct Region {
    let signature: Int
    let anchors: [Anchor]
    /// What the shared runs let expect of the worth.
    let expectation: Int
    let text: Range<Int>
  }

  /// The least share of a licence's words by which it is recognised.
  private static let leastShare = 0.5
  /// Most signatures that are laid beside one stretch of a text.
  private static let mostRivals = 8

  private func candidates(_ words: WordSequence) -> [Candidate] {
    words.hashes.withUnsafeBufferPointer { text in
      let hits = index.hits(of: text)
      var regions: [Region] = []
      for (signature, anchors) in hits.enumerated() where !anchors.isEmpty {
        regions += self.regions(signature, anchors, words.count)
      }
      regions.sort {
        ($1.expectation, $0.signature, $0.text.lowerBound) < ($0.expectation, $1.signature, $1.text.lowerBound)
      }
      var rivals = RangeValues(count: words.count)
      var settled = RangeValues(count: words.count)
      return regions.compactMap { region -> Candidate? in
        // Beside a copy, only what may be one too is worth looking at.
        guard rivals.least(in: region.text) < Self.mostRivals, settled.least(in: region.text) <= region.expectation
        else { return nil }
        rivals.add(region.text)
        guard let candidate = candidate(region, words, text) else { return nil }
        if candidate.isPerfect { settled.raise(candidate.text, to: region.expectation) }
        return candidate
      }
    }
  }

  /// The stretches in which enough of a signature's runs stand at about the distance that they have in it.
  private func regions(_ signature: Int, _ anchors: [Anchor], _ count: Int) -> [Region] {
    let size = signatures[signature].words.count
    let least = max(2, index.samples[signature] * 3 / 10)
    guard anchors.count >= least else { return [] }
    // Copies stand apart by their size at least, so that a window of two thirds of it holds one.
    let step = max(size / 3, 1)
    func bucket(_ anchor: Anchor) -> Int { (anchor.text - anchor.signature + size) / step }
    var votes = [Int](repeating: 0, count: (count + size) / step + 2)
    for anchor in anchors where !signatures[signature].isLeavable(anchor.signature) { votes[bucket(anchor)] += 1 }
    func pair(_ start: Int) -> Int {
      start < 0 || start + 1 >= votes.count ? 0 : votes[start] + votes[start + 1]
    }
    var regions: [Region] = []
    for start in 0..<(votes.count - 1) {
      let hits = pair(start)
      guard hits >= least, hits > pair(start - 1), hits >= pair(start + 1) else { continue }
      let near = Self.slice(anchors, from: start * step - size, to: (start + 2) * step + size)
      let aligned = near.filter { (start...(start + 1)).contains(bucket($0)) }
      guard let first = aligned.first, let last = aligned.last else { continue }
      regions.append(
        Region(
          signature: signature, anchors: aligned,
          expectation: (2 * hits - index.samples[signature]) * 8,
          text: first.text..<(last.text + Shingles.length)))
    }
    return regions
  }

  private static func slice(_ anchors: [Anchor], from: Int, to: Int) -> ArraySlice<Anchor> {
    let start = anchors.bisect { $0.text < from }
    return anchors[start..<max(start, anchors.bisect { $0.text < to })]
  }

  private func candidate(
    _ region: Region, _ words: WordSequence, _ text: UnsafeBufferPointer<UInt16>
  ) -> Candidate? {
    let signature = signatures[region.signature]
    let alignment = signature.words.withUnsafeBufferPointer { held in
      var aligner = Aligner(text: text, signature: held)
      return aligner.align(region.anchors)
    }
    guard let alignment, Double(alignment.matched) >= Self.leastShare * Double(signature.mandatoryCount) else {
      return nil
    }
    let (edits, range) = trimmed(alignment, signature)
    let grouping = ChangeGrouping(signature: signature, text: words)
    let candidate = Candidate(
      signature: region.signature, text: range, matched: alignment.matched, changes: grouping.changes(edits),
      isOtherVersion: grouping.isOtherVersion(edits))
    return candidate.score >= Self.leastShare ? candidate : nil
  }

  /// An alignment without the words that stand before or behind the text where a copy left out a title or an appendix.
  private func trimmed(_ alignment: Alignment, _ signature: LicenseSignature) -> ([Edit], Range<Int>) {
    var edits = alignment.edits
    var range = alignment.text
    if let first = edits.first, first.signature.lowerBound == 0, !first.signature.isEmpty,
      first.signature.allSatisfy(signature.isLeavable)
    {
      edits[0] = Edit(text: first.text.upperBound..<first.text.upperBound, signature: first.signature)
      range = first.text.upperBound..<range.upperBound
    }
    if let last = edits.last, last.signature.upperBound == signature.words.count, !last.signature.isEmpty,
      last.signature.allSatisfy(signature.isLeavable)
    {
      edits[edits.count - 1] = Edit(text: last.text.lowerBound..<last.text.lowerBound, signature: last.signature)
      range = range.lowerBound..<max(range.lowerBound, last.text.lowerBound)
    }
    return (edits, range)
  }

  private func answer(_ chosen: [[Candidate]], in words: WordSequence) -> Identification {
    let all = chosen.filter { !$0.isEmpty }.map { (words: $0[0].text, match: match($0[0], of: $0, in: words)) }
    let copies = all.filter { isCopy($0.match) }
    let rest =
      copies.isEmpty ? [0..<words.count].filter { !$0.isEmpty } : riders(in: words, beside: copies.map(\.words))
    return Identification(
      matches: copies.map(\.match), kin: all.filter { !isCopy($0.match) }.map(\.match),
      rest: rest.map(words.textRange), restCount: rest.reduce(0) { $0 + $1.count },
      surroundings: riders(in: words, beside: all.map(\.words)).map(words.textRange))
  }

  /// What says something beside some stretches of the words, which are in order.
  private func riders(in words: WordSequence, beside stretches: [Range<Int>]) -> [Range<Int>] {
    var rest: [Range<Int>] = []
    var end = 0
    for stretch in stretches {
      rest.append(end..<max(end, stretch.lowerBound))
      end = max(end, stretch.upperBound)
    }
    rest.append(end..<max(end, words.count))
    return rest.flatMap(Remainder(words: words).riders)
  }

  private func match(_ best: Candidate, of candidates: [Candidate], in words: WordSequence) -> IdentityMatch {
    let signature = signatures[best.signature]
    let names = candidates.flatMap { [signatures[$0.signature].id] + signatures[$0.signature].also }
    return IdentityMatch(
      signature: signature, also: Set(names).subtracting([signature.id]).sorted(),
      range: words.textRange(of: best.text), score: best.score, changes: best.changes,
      title: best.isOtherVersion ? .other : words.title(of: signature, nearStartOf: best.text))
  }

  /// Whether a stretch is a copy of the licence: word for word, or under the licence's own title. What is worded
  /// otherwise and goes by no title, or by another, only resembles it: it may be a licence that nobody here knows.
  private func isCopy(_ match: IdentityMatch) -> Bool { !match.isAltered || match.isTitled }
}
