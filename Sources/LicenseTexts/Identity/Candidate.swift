/// A signature laid beside a stretch of a text: what the text may be.
struct Candidate {
  /// Index of the signature.
  let signature: Int
  /// Words of the text.
  let text: Range<Int>
  /// Where they differ.
  let changes: [TextChange]
  /// Whether the text calls itself another version.
  let isOtherVersion: Bool
  /// How alike they are: 1 for a copy.
  let score: Double
  /// Words behind the terms that the text leaves out.
  private let omitted: Int
  /// What the text explains by it; alterations count double, so that two licences that stand side by
  /// side unaltered are worth more than one that was made from both.
  private let worth: Double

  init(signature: Int, text: Range<Int>, matched: Int, changes: [TextChange], isOtherVersion: Bool) {
    self.signature = signature
    self.text = text
    self.isOtherVersion = isOtherVersion
    // Most copies leave out how to apply a licence; of two licences the one that loses less fits better.
    self.omitted = changes.filter(\.isLostAppendix).reduce(0) { $0 + $1.missing }
    self.changes = changes.filter { !$0.isLostAppendix }
    let altered = self.changes.reduce(0) { $0 + $1.missing + $1.added }
    let matched = Double(matched)
    self.score = matched > 0 ? matched / (matched + Double(altered)) : 0
    self.worth = matched * score * score - Double(omitted) / 2
  }

  /// Whether nothing fits the text better.
  var isPerfect: Bool { changes.isEmpty && omitted == 0 }

  /// Words by which neighbours may overlap: where one ends and the next begins is not always clear.
  private static let overlap = 16

  /// The candidates, each apart from the others, that together are worth most, in the order of the
  /// text; those that fit a stretch equally well stand together, sorted by their ids.
  static func best(of candidates: [Candidate], ids: [String]) -> [[Candidate]] {
    let sorted = candidates.sorted {
      ($0.text.upperBound, $0.text.lowerBound, $1.worth, ids[$0.signature])
        < ($1.text.upperBound, $1.text.lowerBound, $0.worth, ids[$1.signature])
    }
    var groups: [[Candidate]] = []
    for candidate in sorted {
      if let twin = groups.last?.first, twin.text == candidate.text {
        // Of what stands in the same place, only the best counts.
        if twin.worth == candidate.worth { groups[groups.count - 1].append(candidate) }
      } else {
        groups.append([candidate])
      }
    }
    return heaviest(groups)
  }

  /// Weighted interval scheduling: `totals[n]` is the most that the first `n` groups can be worth.
  private static func heaviest(_ groups: [[Candidate]]) -> [[Candidate]] {
    var totals = [0.0]
    var befores: [Int] = []
    for (index, group) in groups.enumerated() {
      var low = 0
      var high = index
      while low < high {
        let middle = (low + high) / 2
        if groups[middle][0].text.upperBound <= group[0].text.lowerBound + overlap {
          low = middle + 1
        } else {
          high = middle
        }
      }
      befores.append(low)
      totals.append(max(totals[index], totals[low] + group[0].worth))
    }
    var chosen: [[Candidate]] = []
    var count = groups.count
    while count > 0 {
      if totals[count] > totals[count - 1] {
        chosen.append(groups[count - 1])
        count = befores[count - 1]
      } else {
        count -= 1
      }
    }
    return chosen.reversed()
  }
}
