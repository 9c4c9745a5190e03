/// A stretch in which a text and a signature differ; one side may be empty.
struct Edit: Sendable, Equatable {
  /// Words of the text.
  let text: Range<Int>
  /// Words of the signature.
  let signature: Range<Int>
}

/// The shortest way from one short run of words to another (Myers 1986), given up where it is long.
struct BoundedDiff {
  private let text: UnsafeBufferPointer<UInt16>
  private let signature: UnsafeBufferPointer<UInt16>
  /// How far each diagonal led after each round: that of round `d` holds diagonals -d, -d + 2, … d.
  private var rounds: [Int32] = []

  /// Most words that may be added and missing together.
  private static let limit = 64

  init(text: UnsafeBufferPointer<UInt16>, signature: UnsafeBufferPointer<UInt16>) {
    self.text = text
    self.signature = signature
  }

  /// The edits between two ranges, in order; nil where there are too many.
  mutating func edits(_ textRange: Range<Int>, _ signatureRange: Range<Int>) -> [Edit]? {
    let width = textRange.count
    let height = signatureRange.count
    let most = min(Self.limit, width + height)
    guard abs(width - height) <= most else { return nil }
    rounds.removeAll(keepingCapacity: true)
    for round in 0...most {
      for diagonal in stride(from: -round, through: round, by: 2) {
        var x = round == 0 ? 0 : step(to: diagonal, in: round).x
        // On a diagonal, the text's words run ahead of the signature's by its number.
        while x < width, x - diagonal < height,
          text[textRange.lowerBound + x] == signature[signatureRange.lowerBound + x - diagonal]
        {
          x += 1
        }
        rounds.append(Int32(truncatingIfNeeded: x))
        if x >= width, x - diagonal >= height { return path(round, textRange, signatureRange) }
      }
    }
    return nil
  }

  /// How the round before leads to a diagonal: by a word missing from the text, or by one added to it.
  private func step(to diagonal: Int, in round: Int) -> (x: Int, isMissing: Bool) {
    let missing = diagonal == round ? -1 : reached(diagonal + 1, in: round - 1)
    let added = diagonal == -round ? -1 : reached(diagonal - 1, in: round - 1) + 1
    return missing >= added ? (missing, true) : (added, false)
  }

  private func reached(_ diagonal: Int, in round: Int) -> Int {
    Int(rounds[round * (round + 1) / 2 + (diagonal + round) / 2])
  }

  private func path(_ last: Int, _ textRange: Range<Int>, _ signatureRange: Range<Int>) -> [Edit] {
    var diagonal = textRange.count - signatureRange.count
    var edits: [Edit] = []
    for round in stride(from: last, to: 0, by: -1) {
      let from = step(to: diagonal, in: round)
      let start = textRange.lowerBound + (from.isMissing ? from.x : from.x - 1)
      let place = signatureRange.lowerBound + (from.isMissing ? from.x - diagonal - 1 : from.x - diagonal)
      let edit = Edit(
        text: start..<(from.isMissing ? start : start + 1), signature: place..<(from.isMissing ? place + 1 : place))
      if let next = edits.last, next.text.lowerBound == edit.text.upperBound,
        next.signature.lowerBound == edit.signature.upperBound
      {
        edits[edits.count - 1] = Edit(
          text: edit.text.lowerBound..<next.text.upperBound,
          signature: edit.signature.lowerBound..<next.signature.upperBound)
      } else {
        edits.append(edit)
      }
      diagonal += from.isMissing ? 1 : -1
    }
    return edits.reversed()
  }
}
