import Diagnostics
import MarkupText
import Obligations

/// What came, went and changed between two versions of a text, obligation by obligation.
public struct ObligationComparison: Sendable {
  public let old: ParsedText
  public let new: ParsedText
  /// In the order of the new text; what went stands where it was among its neighbours.
  public let differences: [ObligationDifference]
  /// Obligations that both versions state in the same words.
  public let unchanged: Int

  /// Compares two texts. Obligations of one kind and modality are paired by how alike their words are.
  public init(old: ParsedText, new: ParsedText) {
    self.old = old
    self.new = new
    let oldWords = old.obligations.map { WordBag(old.text, $0.range) }
    let newWords = new.obligations.map { WordBag(new.text, $0.range) }
    let pairs = Self.pairs(old.obligations, oldWords, new.obligations, newWords)
    var differences: [ObligationDifference] = []
    var unchanged = 0
    var partner: [Int: Int] = [:]
    for (oldIndex, newIndex) in pairs { partner[newIndex] = oldIndex }
    let kept = Set(pairs.map(\.0))
    var nextOld = 0
    func goneUpTo(_ end: Int) {
      while nextOld < end {
        if !kept.contains(nextOld) { differences.append(.went(old.obligations[nextOld])) }
        nextOld += 1
      }
    }
    for (index, obligation) in new.obligations.enumerated() {
      guard let oldIndex = partner[index] else {
        differences.append(.came(obligation))
        continue
      }
      goneUpTo(oldIndex)
      let before = old.obligations[oldIndex]
      if oldWords[oldIndex] == newWords[index], before.triggers == obligation.triggers,
        before.threshold == obligation.threshold
      {
        unchanged += 1
      } else {
        differences.append(.changed(from: before, to: obligation))
      }
    }
    goneUpTo(old.obligations.count)
    self.differences = differences
    self.unchanged = unchanged
  }

  /// Likeness below which two obligations of a kind have nothing to do with each other.
  private static let leastLikeness = 0.3

  /// Most obligations of one kind that are compared each with each.
  private static let mostCompared = 400

  private struct Key: Hashable {
    let kind: ObligationKind
    let modality: Modality
  }

  /// Indices of obligations that are versions of one another, the most alike first.
  private static func pairs(
    _ old: [ParsedObligation], _ oldWords: [WordBag], _ new: [ParsedObligation], _ newWords: [WordBag]
  ) -> [(Int, Int)] {
    func grouped(_ obligations: [ParsedObligation]) -> [Key: [Int]] {
      Dictionary(grouping: obligations.indices) { Key(kind: obligations[$0].kind, modality: obligations[$0].modality) }
    }
    let newGroups = grouped(new)
    var pairs: [(Int, Int)] = []
    for (key, olds) in grouped(old) {
      var candidates: [(likeness: Double, old: Int, new: Int)] = []
      for oldIndex in olds.prefix(mostCompared) {
        for newIndex in (newGroups[key] ?? []).prefix(mostCompared) {
          let likeness = oldWords[oldIndex].likeness(to: newWords[newIndex])
          if likeness >= leastLikeness { candidates.append((likeness, oldIndex, newIndex)) }
        }
      }
      candidates.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
      var usedOld: Set<Int> = []
      var usedNew: Set<Int> = []
      for candidate in candidates where !usedOld.contains(candidate.old) && !usedNew.contains(candidate.new) {
        usedOld.insert(candidate.old)
        usedNew.insert(candidate.new)
        pairs.append((candidate.old, candidate.new))
      }
    }
    return pairs
  }
}

/// One obligation in which two versions differ.
public enum ObligationDifference: Sendable {
  /// Only the new version states it.
  case came(ParsedObligation)
  /// Only the old version states it.
  case went(ParsedObligation)
  /// Both state it, in other words, for other circumstances or above another number.
  case changed(from: ParsedObligation, to: ParsedObligation)
}

/// The words of a range of a text, without regard to case and punctuation.
private struct WordBag: Equatable {
  private let words: [UInt64]
  private let counts: [UInt64: Int]

  init(_ text: ReadableText, _ range: Range<Int>) {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    for byte in text.text.bytes[range] {
      let lower = byte | 0x20
      let isWord = lower.isLowercase || byte.isDigit || byte >= 0x80
      if isWord {
        hash = (hash ^ UInt64(byte < 0x80 ? lower : byte)) &* 0x100_0000_01b3 &+ 1
      } else if hash != 0 {
        words.append(hash)
        hash = 0
      }
    }
    if hash != 0 { words.append(hash) }
    self.words = words
    self.counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The share of words that both have, from 0 to 1.
  func likeness(to other: WordBag) -> Double {
    let total = words.count + other.words.count
    guard total > 0 else { return 1 }
    var shared = 0
    for (word, count) in counts { shared += min(count, other.counts[word] ?? 0) }
    return 2 * Double(shared) / Double(total)
  }

  static func == (left: WordBag, right: WordBag) -> Bool { left.words == right.words }
}
