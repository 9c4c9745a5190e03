/// Some columns of a line.
public struct LineExcerpt: Sendable {
  /// The columns; damaged UTF-8 is repaired.
  public let text: String
  /// Whether the line goes on behind them.
  public let isCut: Bool
}

extension SourceFile {
  /// The columns of a line around the place at `offset`: at most `width`, of which `before` stand before the place.
  ///
  /// No more of the line is read, for some files are one line.
  public func excerpt(around offset: Int, before: Int, width: Int) -> LineExcerpt {
    var start = min(offset, bytes.count)
    var left = before
    while left > 0, start > 0, !Self.endsLine(bytes[start - 1]) {
      start -= 1
      if Self.beginsCharacter(bytes[start]) { left -= 1 }
    }
    var end = start
    var columns = 0
    while end < bytes.count, !Self.endsLine(bytes[end]) {
      if Self.beginsCharacter(bytes[end]) { columns += 1 }
      if columns > width { break }
      end += 1
    }
    return LineExcerpt(
      text: String(decoding: bytes[start..<end], as: UTF8.self),
      isCut: end < bytes.count && !Self.endsLine(bytes[end]))
  }

  private static func beginsCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
