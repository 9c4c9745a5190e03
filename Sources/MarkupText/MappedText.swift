import Diagnostics

/// Plain text taken out of markup, in which every byte knows where it came from.
public struct MappedText: Sendable {
  /// UTF-8 of the text.
  public private(set) var bytes: [UInt8] = []
  /// Where the text stops to run beside the file; texts follow their files over long stretches.
  private var runs: [Run] = []

  /// A stretch of text.
  private struct Run: Sendable {
    /// Offset in the text of its first byte.
    let start: Int32
    /// Offset in the file of its first byte.
    let source: Int32
    /// Bytes of the file that each byte of the text stands for: 1, or 0 where the text was put in.
    let step: Int32
  }

  public init() {}

  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The text, or its first `limit` bytes where it is longer.
  func opening(_ limit: Int) -> String { String(decoding: bytes.prefix(limit), as: UTF8.self) }

  public var isEmpty: Bool { bytes.isEmpty }

  /// Makes room for so many bytes.
  public mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Adds a byte that stands at `offset` in the file.
  public mutating func append(_ byte: UInt8, from offset: Int) {
    follow(offset, step: 1)
    bytes.append(byte)
  }

  /// Adds bytes that stand in the file from `offset` on, one beside the other.
  public mutating func append(contentsOf slice: UnsafeBufferPointer<UInt8>, from offset: Int) {
    guard !slice.isEmpty else { return }
    follow(offset, step: 1)
    bytes.append(contentsOf: slice)
  }

  /// Puts in bytes that the file does not have, at `offset`.
  public mutating func insert(_ inserted: some Sequence<UInt8>, at offset: Int) {
    follow(offset, step: 0)
    bytes.append(contentsOf: inserted)
  }

  /// Adds one blank unless the text is empty or ends with one.
  public mutating func appendSpace(from offset: Int) {
    guard let last = bytes.last, last != UInt8(ascii: " ") else { return }
    append(UInt8(ascii: " "), from: offset)
  }

  private mutating func follow(_ offset: Int, step: Int32) {
    if let last = runs.last, last.step == step,
      Int(last.source) + (bytes.count - Int(last.start)) * Int(step) == offset
    {
      return
    }
    runs.append(Run(start: Int32(bytes.count), source: Int32(offset), step: step))
  }

  /// The offset in the file of a byte of the text, by bisection.
  public func sourceOffset(of index: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(runs[middle].start) <= index { low = middle } else { high = middle }
    }
    let run = runs[low]
    return Int(run.source) + (index - Int(run.start)) * Int(run.step)
  }

  /// The range in the file that a range of the text came from.
  public func sourceRange(of range: Range<Int>) -> SourceRange {
    guard !bytes.isEmpty else { return SourceRange(0, 0) }
    let first = sourceOffset(of: min(range.lowerBound, bytes.count - 1))
    guard range.upperBound > range.lowerBound else { return SourceRange(first, first) }
    let last = sourceOffset(of: min(range.upperBound, bytes.count) - 1) + 1
    return SourceRange(first, max(first, last))
  }
}
