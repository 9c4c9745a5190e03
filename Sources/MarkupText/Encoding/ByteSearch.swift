extension UnsafeBufferPointer<UInt8> {
  /// Whether the ASCII text `needle` stands at `index`.
  func starts(with needle: StaticString, at index: Int) -> Bool {
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
      let byte = self[index + offset]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != needle.utf8Start[offset] { return false }
    }
    return true
  }
}
