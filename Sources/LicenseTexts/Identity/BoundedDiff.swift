/// A stretch in which a text and a signature differ; one side may be empty.
struct Edit: Sendable, Equatable {
  /// Words of the text.
  var text: Range<Int>
  /// Words of the signature.
  var signature: Range<Int>
}

/// The shortest way from one short run of words to another (Myers 1986), given up where it is long.
struct BoundedDiff {
  private let text: UnsafeBufferPointer<UInt16>
  private let signature: UnsafeBufferPointer<UInt16>
  /// Most words that may be added and missing together.
  static let limit = 64

  init(text: UnsafeBufferPointer<UInt16>, signature: UnsafeBufferPointer<UInt16>) {
    self.text = text
    self.signature = signature
  }

  /// The edits between two ranges, in order; nil where there are too many.
  func edits(_ textRange: Range<Int>, _ signatureRange: Range<Int>) -> [Edit]? {
    let width = textRange.count
    let height = signatureRange.count
    let most = min(Self.limit, width + height)
    guard abs(width - height) <= most else { return nil }
    let center = most + 1
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    var trace: [[Int]] = []
    for distance in 0...most {
      trace.append(furthest)
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        // On a diagonal, words of the text run ahead of the signature's by its number.
        let isDown =
          diagonal == -distance
          || (diagonal != distance && furthest[center + diagonal - 1] < furthest[center + diagonal + 1])
        var x = isDown ? furthest[center + diagonal + 1] : furthest[center + diagonal - 1] + 1
        var y = x - diagonal
        while x < width, y < height, y >= 0,
          text[textRange.lowerBound + x] == signature[signatureRange.lowerBound + y]
        {
          x += 1
          y += 1
        }
        furthest[center + diagonal] = x
        if x >= width, y >= height {
          return path(trace, center, textRange, signatureRange)
        }
      }
    }
    return nil
  }

  private func path(
    _ trace: [[Int]], _ center: Int, _ textRange: Range<Int>, _ signatureRange: Range<Int>
  ) -> [Edit] {
    var x = textRange.count
    var y = signatureRange.count
    var edits: [Edit] = []
    for distance in stride(from: trace.count - 1, to: 0, by: -1) {
      let furthest = trace[distance]
      let diagonal = x - y
      let isDown =
        diagonal == -distance
        || (diagonal != distance && furthest[center + diagonal - 1] < furthest[center + diagonal + 1])
      let fromX = isDown ? furthest[center + diagonal + 1] : furthest[center + diagonal - 1]
      let fromY = fromX - (isDown ? diagonal + 1 : diagonal - 1)
      let textStart = textRange.lowerBound + fromX
      let start = signatureRange.lowerBound + fromY
      let edit =
        isDown
        ? Edit(text: textStart..<textStart, signature: start..<(start + 1))
        : Edit(text: textStart..<(textStart + 1), signature: start..<start)
      if let next = edits.last, next.text.lowerBound == edit.text.upperBound,
        next.signature.lowerBound == edit.signature.upperBound
      {
        edits[edits.count - 1] = Edit(
          text: edit.text.lowerBound..<next.text.upperBound,
          signature: edit.signature.lowerBound..<next.signature.upperBound)
      } else {
        edits.append(edit)
      }
      x = fromX
      y = fromY
    }
    return edits.reversed()
  }
}
