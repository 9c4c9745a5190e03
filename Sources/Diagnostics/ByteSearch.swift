#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension [UInt8] {
  /// Start of the first occurrence of `needle` at or behind `start` that ends at or before `limit`; nil if there is none.
  public func firstRange(of needle: [UInt8], from start: Int = 0, before limit: Int = .max) -> Int? {
    firstRange(of: needle[...], from: start, before: limit)
  }

  /// The same for a needle that is part of other bytes.
  public func firstRange(of needle: ArraySlice<UInt8>, from start: Int = 0, before limit: Int = .max) -> Int? {
    guard let first = needle.first else { return start }
    let end = Swift.min(limit, count) - needle.count
    return withUnsafeBytes { bytes in
      needle.withUnsafeBytes { needle in
        guard let base = bytes.baseAddress, let sought = needle.baseAddress else { return nil }
        var position = start
        while position <= end {
          guard let found = memchr(base + position, Int32(first), end - position + 1) else { return nil }
          position = UnsafeRawPointer(found) - base
          if memcmp(found, sought, needle.count) == 0 { return position }
          position += 1
        }
        return nil
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the ASCII text `needle` stands at `index`.
  public func starts(with needle: StaticString, at index: Int) -> Bool {
    let length = needle.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    for offset in 0..<length where self[index + offset] != needle.utf8Start[offset] { return false }
    return true
  }

  /// Whether the ASCII text `needle`, in lower case, stands at `index` in any case.
  public func startsIgnoringCase(with needle: StaticString, at index: Int) -> Bool {
    let length = needle.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    for offset in 0..<length {
      if self[index + offset].lowercased != needle.utf8Start[offset] { return false }
    }
    return true
  }

  /// Whether the bytes end with the ASCII text `ending`, which is in lower case, in any case.
  public func hasSuffixIgnoringCase(_ ending: StaticString) -> Bool {
    startsIgnoringCase(with: ending, at: count - ending.utf8CodeUnitCount)
  }
}

extension StringProtocol {
  /// Whether `needle`, which is lower-case ASCII, occurs; the case of ASCII letters does not matter.
  public func containsIgnoringCase(_ needle: StaticString) -> Bool {
    let letters = Array(UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount))
    let bytes = utf8.map(\.lowercased)
    return bytes.firstRange(of: letters) != nil
  }
}
