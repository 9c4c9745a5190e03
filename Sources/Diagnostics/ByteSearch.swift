#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension [UInt8] {
  /// Start of the first occurrence of `needle` that ends at or before `limit`; nil if there is none.
  public func firstRange(of needle: [UInt8], before limit: Int) -> Int? {
    withUnsafeBytes { bytes in
      needle.withUnsafeBytes { needle in
        guard let start = bytes.baseAddress, let sought = needle.baseAddress else { return nil }
        let end = Swift.min(limit, bytes.count) - needle.count
        var position = 0
        while position <= end {
          guard let found = memchr(start + position, Int32(needle[0]), end - position + 1) else { return nil }
          position = UnsafeRawPointer(found) - start
          if memcmp(found, sought, needle.count) == 0 { return position }
          position += 1
        }
        return nil
      }
    }
  }

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

extension StringProtocol {
  /// Whether `needle`, which is lower-case ASCII, occurs; the case of ASCII letters does not matter.
  public func containsIgnoringCase(_ needle: StaticString) -> Bool {
    let letters = Array(UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount))
    let bytes = utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return bytes.firstRange(of: letters) != nil
  }
}
