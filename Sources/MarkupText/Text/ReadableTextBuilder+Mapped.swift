extension ReadableTextBuilder {
  /// Adds text that was taken out of markup, cleaned; `strong` are the stretches of it that are set in bold, in order.
  mutating func append(_ mapped: MappedText, strong: [Range<Int>] = []) {
    var start = 0
    for stretch in strong {
      append(mapped, start..<max(start, stretch.lowerBound))
      setStrong(true)
      append(mapped, max(start, stretch.lowerBound)..<max(start, stretch.upperBound))
      setStrong(false)
      start = max(start, stretch.upperBound)
    }
    append(mapped, start..<mapped.bytes.count)
  }

  private mutating func append(_ mapped: MappedText, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    mapped.bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      for stretch in mapped.stretches(in: range) {
        let part = max(index, stretch.range.lowerBound)..<min(range.upperBound, stretch.range.upperBound)
        guard !part.isEmpty else { continue }
        if stretch.step == 1 {
          append(bytes, part) { stretch.source + $0 - stretch.range.lowerBound }
        } else {
          index = appendReplaced(mapped, bytes, part)
        }
      }
    }
  }

  /// Adds characters that the file writes in another way; the index behind the last, which may lie behind `range`.
  private mutating func appendReplaced(
    _ mapped: MappedText, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = min(index + Self.length(of: bytes[index]), bytes.count)
      let source = mapped.sourceRange(of: index..<end)
      append(UnsafeBufferPointer(rebasing: bytes[index..<end]), inPlaceOf: source.lowerBound..<source.upperBound)
      index = end
    }
    return index
  }
}
