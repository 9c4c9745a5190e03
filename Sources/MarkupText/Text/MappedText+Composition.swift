extension MappedText {
  /// The same text, seen through `origin`: offsets into that text become the offsets of the file that it came from.
  func composed(with origin: MappedText) -> MappedText {
    var composed = MappedText()
    composed.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { buffer in
      for stretch in stretches(in: 0..<bytes.count) {
        let part = UnsafeBufferPointer(rebasing: buffer[stretch.range])
        switch stretch.step {
        case 0: composed.insert(part, at: origin.sourceOffset(of: stretch.source))
        case 1: composed.append(part, from: stretch.source, in: origin)
        default:
          for (index, byte) in part.enumerated() {
            let start = stretch.source + index * stretch.step
            let source = origin.sourceRange(of: start..<(start + stretch.step))
            composed.append(CollectionOfOne(byte), inPlaceOf: source.lowerBound..<source.upperBound)
          }
        }
      }
    }
    return composed
  }

  /// Adds bytes that stand in `origin` from `offset` on.
  private mutating func append(_ part: UnsafeBufferPointer<UInt8>, from offset: Int, in origin: MappedText) {
    let range = offset..<(offset + part.count)
    for stretch in origin.stretches(in: range) {
      let shared = max(range.lowerBound, stretch.range.lowerBound)..<min(range.upperBound, stretch.range.upperBound)
      guard !shared.isEmpty else { continue }
      append(
        contentsOf: UnsafeBufferPointer(rebasing: part[(shared.lowerBound - offset)..<(shared.upperBound - offset)]),
        from: stretch.source + (shared.lowerBound - stretch.range.lowerBound) * stretch.step, step: stretch.step)
    }
  }

  /// The same text at offsets that are greater by `distance`.
  func moved(by distance: Int) -> MappedText {
    guard distance != 0 else { return self }
    var moved = MappedText()
    moved.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { buffer in
      for stretch in stretches(in: 0..<bytes.count) {
        moved.append(
          contentsOf: UnsafeBufferPointer(rebasing: buffer[stretch.range]), from: stretch.source + distance,
          step: stretch.step)
      }
    }
    return moved
  }
}
