/// A short mark of a text, by which an answer that was given for it tells whether it has changed since.
public struct TextHash: Sendable, Hashable, CustomStringConvertible {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The mark of the texts in their order.
  public init(_ texts: some Sequence<String>) {
    for text in texts {
      for byte in text.utf8 { add(byte) }
      add(0)
    }
  }

  /// FNV-1a: texts change by accident, and nobody gains by forging one.
  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
