import Diagnostics
import MarkupText

/// Finds the headings of a text, by markup or by their look.
struct HeadingFinder {
  /// Levels of headings that are told by their look; those by markup are 1 to 6.
  private static let boldLevel = 7
  private static let plainLevel = 8
  private static let firstItemLevel = 10
  /// The level of titles that are run into paragraphs.
  static let runInLevel = 1_000

  /// Levels of headings that bullets begin.
  static let itemLevels = firstItemLevel..<runInLevel

  /// The level of a heading that a bullet begins.
  static func itemLevel(_ block: ClauseBlock) -> Int { firstItemLevel + min(block.indent, 100) }

  /// A line this long is no title, so that what follows it may be the rest of its sentence.
  static let longestTitleLine = 60

  /// More short lines in a row than this are a list of names, and head nothing.
  private static let longestRun = 2

  /// The level of each block that is a heading; numbers in headings have one as well.
  static func levels(_ bytes: UnsafeBufferPointer<UInt8>, _ blocks: [ClauseBlock]) -> [Int?] {
    let titles = TitleRules(bytes)
    var levels = blocks.indices.map { level(bytes, titles, blocks, $0) }
    dropRuns(&levels, blocks)
    return levels
  }

  private static func level(
    _ bytes: UnsafeBufferPointer<UInt8>, _ titles: TitleRules, _ blocks: [ClauseBlock], _ index: Int
  ) -> Int? {
    let block = blocks[index]
    guard index + 1 < blocks.count || index == 0, block.label == nil || block.headingLevel != nil else { return nil }
    if let level = block.headingLevel {
      return block.range.count > 250 || titles.isNote(block.range) || !bytes.hasWords(block.range) ? nil : level
    }
    guard !block.isQuoted, titles.isTitle(block.range) else { return nil }
    switch block.kind {
    case .paragraph:
      if block.isAllStrong { return boldLevel }
      // A short line behind the middle of a sentence goes on with it.
      let above = index > 0 ? blocks[index - 1] : nil
      let isRest =
        above.map {
          // Bullets often end without a stop.
          $0.headingLevel == nil && $0.kind != .item
            && ($0.range.count >= longestTitleLine || bytes.endsWithStop(block.range))
            && !bytes.endsSentence($0.range)
        } ?? false
      return isRest ? nil : plainLevel
    case .item:
      // A bullet is a heading where paragraphs or bullets stand below it; a colon makes it a lead-in.
      let next = blocks[index + 1 < blocks.count ? index + 1 : index]
      let isLeadIn = bytes[block.range.upperBound - 1] == UInt8(ascii: ":") && !block.isAllStrong
      return next.indent > block.indent && !isLeadIn ? itemLevel(block) : nil
    case .heading, .row, .code: return nil
    }
  }

  /// Names below each other are no headings; at the beginning of a text they are lines of its title.
  private static func dropRuns(_ levels: inout [Int?], _ blocks: [ClauseBlock]) {
    var start = 0
    while start < levels.count {
      guard levels[start] == plainLevel else {
        start += 1
        continue
      }
      var end = start
      while end < levels.count, levels[end] == plainLevel { end += 1 }
      if start == 0 {
        for index in (start + 1)..<max(end - 1, start + 1) { levels[index] = nil }
      } else if end - start > longestRun {
        for index in start..<end { levels[index] = nil }
      }
      start = end
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the range ends with a mark that ends sentences, or with an address; marks of other scripts all count.
  func endsSentence(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return true }
    return self[last] >= 0x80 || Self.sentenceEnds.contains(self[last]) || endsWithAddress(range)
  }

  private static var sentenceEnds: [UInt8] { [".", ":", ";", "!", "?", "\"", ")"].map { UInt8(ascii: $0) } }

  fileprivate func endsWithStop(_ range: Range<Int>) -> Bool {
    range.last.map { self[$0] == UInt8(ascii: ".") } ?? false
  }

  /// Whether there is more in it than figures and punctuation.
  fileprivate func hasWords(_ range: Range<Int>) -> Bool {
    self[range].contains { $0 >= 0x80 || $0.isLetter }
  }
}
