extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes end with `ending`, which is lower-case ASCII; the case of ASCII letters does not matter.
  func hasSuffixIgnoringCase(_ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard count >= length else { return false }
    for offset in 0..<length {
      let byte = self[count - length + offset]
      guard ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == ending.utf8Start[offset] else { return false }
    }
    return true
  }
}

extension String {
  /// The same for the bytes of a text.
  func hasSuffixIgnoringCase(_ ending: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { $0.hasSuffixIgnoringCase(ending) }
  }
}
