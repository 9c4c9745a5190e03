import Diagnostics

/// Plain text taken out of markup, in which every byte knows where it came from.
public struct MappedText: Sendable {
  /// UTF-8 of the text.
  public private(set) var bytes: [UInt8] = []
  /// For each byte of the text its offset in the file.
  private var offsets: [Int32] = []

  public init() {}

  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The text, or its first `limit` bytes where it is longer.
  func opening(_ limit: Int) -> String { String(decoding: bytes.prefix(limit), as: UTF8.self) }

  public var isEmpty: Bool { bytes.isEmpty }

  /// Adds a byte that stands at `offset` in the file.
  public mutating func append(_ byte: UInt8, from offset: Int) {
    bytes.append(byte)
    offsets.append(Int32(offset))
  }

  /// Adds one blank unless the text is empty or ends with one.
  public mutating func appendSpace(from offset: Int) {
    guard let last = bytes.last, last != UInt8(ascii: " ") else { return }
    append(UInt8(ascii: " "), from: offset)
  }

  /// The range in the file that a range of the text came from.
  public func sourceRange(of range: Range<Int>) -> SourceRange {
    guard !offsets.isEmpty else { return SourceRange(0, 0) }
    let first = Int(offsets[min(range.lowerBound, offsets.count - 1)])
    guard range.upperBound > range.lowerBound else { return SourceRange(first, first) }
    let last = Int(offsets[min(range.upperBound, offsets.count) - 1]) + 1
    return SourceRange(first, max(first, last))
  }
}
