import Diagnostics
import MarkupText

/// Splits paragraphs that hold several clauses: `… following terms. a. Attribution. If You … b. Use. You …`.
enum InlineClauses {
  /// Shorter paragraphs are never split.
  private static let shortest = 400

  /// The blocks, with such paragraphs taken apart.
  static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ blocks: [TextBlock]) -> [ClauseBlock] {
    var result: [ClauseBlock] = []
    result.reserveCapacity(blocks.count)
    let titles = TitleRules(bytes)
    for block in blocks {
      let starts = block.kind == .paragraph || block.kind == .item ? starts(bytes, titles, block.range) : []
      var start = block.range.lowerBound
      for next in starts + [block.range.upperBound] {
        let part = bytes.withoutBlanks(start..<next)
        if !part.isEmpty { result.append(ClauseBlock(bytes, block, range: part)) }
        start = next
      }
    }
    return result
  }

  /// Where clauses begin within a paragraph; empty unless a list counts at least to two.
  private static func starts(
    _ bytes: UnsafeBufferPointer<UInt8>, _ titles: TitleRules, _ range: Range<Int>
  ) -> [Int] {
    guard range.count >= shortest else { return [] }
    var found: [(start: Int, reading: ClauseLabel.Reading, style: OutlineNumber.Style)] = []
    var open: [(reading: ClauseLabel.Reading, style: OutlineNumber.Style)] = []
    var decimals: [Int] = []
    var index = range.lowerBound + 2
    while index + 3 < range.upperBound {
      defer { index += 1 }
      guard isBehindSentence(bytes, index),
        let label = ClauseLabel(bytes, index..<min(index + 120, range.upperBound)),
        case .numbered(let path, let style, let readings) = label.kind, path.count > 1 || style != .bare,
        titles.runIn(label.end..<range.upperBound, strong: [], plainWords: 5) != nil
      else { continue }
      if path.count > 1 {
        decimals.append(index)
        continue
      }
      if let level = open.lastIndex(where: { last in
        last.style == style
          && readings.contains { $0.list == last.reading.list && $0.ordinal == last.reading.ordinal + 1 }
      }), let reading = readings.first(where: { $0.list == open[level].reading.list }) {
        open.removeSubrange(level...)
        open.append((reading, style))
        found.append((index, reading, style))
      } else if let reading = readings.first(where: { $0.ordinal == 1 }), open.count < 3 {
        open.append((reading, style))
        found.append((index, reading, style))
      }
    }
    // A first number that no second follows is none.
    let counted = found.filter { entry in
      entry.reading.ordinal > 1
        || found.contains {
          $0.style == entry.style && $0.reading.list == entry.reading.list && $0.reading.ordinal == 2
        }
    }.map(\.start)
    return decimals.count < fewestDecimals ? counted : (counted + decimals).sorted()
  }

  /// `2.1 Title.` counts where a paragraph holds several of its kind.
  private static let fewestDecimals = 3

  /// Whether a sentence ends before `index`; pages that were saved carelessly have no blank there before a figure.
  private static func isBehindSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let ends = [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "\"")]
    if bytes[index - 1] == 0x20 { return ends.contains(bytes[index - 2]) }
    let isDigit = bytes[index].isDigit
    return isDigit && ends.contains(bytes[index - 1]) && bytes[index - 2].isLowercase
  }
}
