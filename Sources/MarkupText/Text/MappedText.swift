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
    /// Bytes of the file that each byte of the text stands for: 1 where it is the file's own, more where it
    /// replaces a longer character, 0 where it was put in.
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
    append(contentsOf: slice, from: offset, step: 1)
  }

  /// Adds bytes that stand from `offset` on, each of them for `step` bytes of the file.
  mutating func append(contentsOf slice: UnsafeBufferPointer<UInt8>, from offset: Int, step: Int) {
    guard !slice.isEmpty else { return }
    follow(offset, step: Int32(step))
    bytes.append(contentsOf: slice)
  }

  /// Puts in bytes that the file does not have, at `offset`.
  public mutating func insert(_ inserted: some Collection<UInt8>, at offset: Int) {
    guard !inserted.isEmpty else { return }
    follow(offset, step: 0)
    bytes.append(contentsOf: inserted)
  }

  /// Adds bytes that stand for a stretch of the file that is written in another way, such as `&amp;`.
  public mutating func append(_ replacement: some Collection<UInt8>, inPlaceOf source: Range<Int>) {
    guard !replacement.isEmpty else { return }
    insert(replacement.dropLast(), at: source.lowerBound)
    // The last byte stands for all of them, so that ranges which end with it take in the whole stretch.
    follow(source.lowerBound, step: Int32(source.count))
    bytes.append(contentsOf: replacement.suffix(1))
  }

  /// Takes the last bytes out.
  mutating func removeLast(_ count: Int) {
    bytes.removeLast(count)
    while let last = runs.last, Int(last.start) >= bytes.count { runs.removeLast() }
  }

  /// Takes everything out, and keeps the room for it.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  /// Adds one blank unless the text is empty or ends with one.
  public mutating func appendSpace(from offset: Int) {
    guard let last = bytes.last, last != UInt8(ascii: " ") else { return }
    append(UInt8(ascii: " "), from: offset)
  }

  /// A stretch of the text that runs beside the file.
  struct Stretch {
    /// Its bytes in the text.
    let range: Range<Int>
    /// Offset in the file of its first byte.
    let source: Int
    /// Bytes of the file that each of its bytes stands for.
    let step: Int
  }

  /// The stretches that make up a range of the text, in order; the first and the last may reach out of it.
  func stretches(in range: Range<Int>) -> some Sequence<Stretch> {
    let first = runs.isEmpty ? 0 : runIndex(of: range.lowerBound)
    return runs.indices[first...].lazy.map { index in
      let end = index + 1 < runs.count ? Int(runs[index + 1].start) : bytes.count
      return Stretch(
        range: Int(runs[index].start)..<end, source: Int(runs[index].source), step: Int(runs[index].step))
    }.prefix { $0.range.lowerBound < range.upperBound }
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
    guard !runs.isEmpty else { return 0 }
    let run = runs[runIndex(of: index)]
    return Int(run.source) + (index - Int(run.start)) * Int(run.step)
  }

  /// Which run holds a byte, in a text that has any.
  private func runIndex(of index: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(runs[middle].start) <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// The range in the file that a range of the text came from.
  public func sourceRange(of range: Range<Int>) -> SourceRange {
    guard !bytes.isEmpty else { return SourceRange(0, 0) }
    let first = sourceOffset(of: min(range.lowerBound, bytes.count - 1))
    guard range.upperBound > range.lowerBound else { return SourceRange(first, first) }
    let last = min(range.upperBound, bytes.count) - 1
    let end = sourceOffset(of: last) + max(Int(runs[runIndex(of: last)].step), 1)
    return SourceRange(first, max(first, end))
  }
}
