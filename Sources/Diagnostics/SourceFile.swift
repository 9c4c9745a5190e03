import Synchronization

/// The bytes of a file with the name under which messages show it. Immutable, so it is shared freely.
public final class SourceFile: Sendable {
  /// The path as the user wrote it, or relative to the project; never made absolute.
  public let path: String
  /// The file as read, byte for byte.
  public let bytes: [UInt8]
  /// Offset of the first byte of each line; lines end with LF, CRLF or a lone CR.
  /// Found when a position is first asked for: most files are read without.
  private let foundLineStarts = Mutex<[Int]?>(nil)

  /// Keeps `bytes` under the name `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  private var lineStarts: [Int] {
    foundLineStarts.withLock { found in
      if let found { return found }
      let starts = Self.lineStarts(of: bytes)
      found = starts
      return starts
    }
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == UInt8(ascii: "\n") {
          starts.append(index)
        } else if byte == UInt8(ascii: "\r"),
          index == buffer.count || buffer[index] != UInt8(ascii: "\n")
        {
          starts.append(index)
        }
      }
    }
    return starts
  }

  /// Keeps the UTF-8 of `text`; for text that does not come from a file, and for tests.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The whole file.
  public var range: SourceRange { SourceRange(0, bytes.count) }

  /// Line and column of a byte offset; offsets behind the end count as the end.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(offset, bytes.count)
    let lineStarts = lineStarts
    let line = Self.lineIndex(of: offset, in: lineStarts)
    var column = 1
    for byte in bytes[lineStarts[line]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: line + 1, column: column, offset: offset)
  }

  /// The text of a 1-based line without its line ending; damaged UTF-8 is repaired. Nil past the end.
  public func line(_ number: Int) -> String? {
    let lineStarts = lineStarts
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The text of a range; damaged UTF-8 is repaired.
  public func text(in range: SourceRange) -> String {
    String(decoding: bytes[range.lowerBound..<min(range.upperBound, bytes.count)], as: UTF8.self)
  }

  /// Index into `lineStarts` of the line that holds `offset`, by bisection.
  private static func lineIndex(of offset: Int, in lineStarts: [Int]) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// A place as people and editors name it.
public struct SourcePosition: Sendable, Hashable {
  /// 1-based line.
  public let line: Int
  /// 1-based column in Unicode code points.
  public let column: Int
  /// UTF-8 byte offset into the file as read.
  public let offset: Int
}
