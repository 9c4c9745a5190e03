extension [UInt8] {
  /// Start of the first occurrence of `needle` at or behind `start`; nil if there is none.
  public func firstRange(of needle: [UInt8], from start: Int = 0) -> Int? {
    guard !needle.isEmpty else { return start }
    guard count - start >= needle.count else { return nil }
    for position in start...(count - needle.count) where self[position] == needle[0] {
      if self[position..<(position + needle.count)].elementsEqual(needle) { return position }
    }
    return nil
  }
}
