import MarkupText

/// Finds the numbers of a list within a sentence: `(a) …; (b) … and (c) …`.
enum InlineList {
  /// A number of a list.
  struct Marker {
    /// The token that it is.
    let token: Int
    let printed: String
    let reading: ClauseLabel.Reading
  }

  /// The numbers of the outermost list in `range`; empty where there is none.
  static func markers(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token], _ range: Range<Int>) -> [Marker] {
    var open: [Marker] = []
    for index in range {
      guard let (printed, readings) = number(bytes, tokens, index, range) else { continue }
      if let last = open.last {
        if let next = readings.first(where: {
          $0.list == open[0].reading.list && $0.ordinal == last.reading.ordinal + 1
        }) {
          open.append(Marker(token: index, printed: printed, reading: next))
        }
      } else if let first = readings.first(where: { $0.ordinal == 1 }) {
        open.append(Marker(token: index, printed: printed, reading: first))
      }
    }
    return open.count > 1 ? open : []
  }

  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token], _ index: Int, _ range: Range<Int>
  ) -> (String, [ClauseLabel.Reading])? {
    let token = tokens[index]
    let start = Int(token.start)
    guard token.range.count <= 5, Int(token.end) < bytes.count, bytes[Int(token.end)] == UInt8(ascii: ")") else {
      return nil
    }
    let opens = start > 0 && bytes[start - 1] == UInt8(ascii: "(")
    // `1)` within a sentence counts as well, but only behind punctuation.
    guard opens || (index > range.lowerBound && !token.before.isDisjoint(with: [.comma, .semicolon, .colon])) else {
      return nil
    }
    let printed = String(decoding: bytes[token.range], as: UTF8.self)
    let label = "(\(printed))"
    var readings: [ClauseLabel.Reading] = []
    var copy = label
    copy.withUTF8 { buffer in
      if let label = ClauseLabel(buffer, 0..<buffer.count), case .numbered(_, _, let found) = label.kind {
        readings = found
      }
    }
    return readings.isEmpty ? nil : (printed, readings)
  }
}
