extension StringProtocol {
  /// Letters and digits in lower case: how names of licences, makers, services and places are compared.
  public var nameKey: String {
    String(decoding: utf8.compactMap { $0.inNameKey }, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var inNameKey: UInt8? {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: self
    // `openrail++` is another licence than `openrail`.
    case UInt8(ascii: "+"): self
    default: nil
    }
  }
}
