/// A UUID that a document's own content decides, so that the same content always has the same one.
///
/// Of version 8 (RFC 9562, section 5.8): its bits are the document's FNV-1a hash of 128 bits.
struct ContentUUID: CustomStringConvertible {
  let description: String

  init(of content: some StringProtocol) {
    let prime = UInt128(1) << 88 + 0x13B
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in content.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
    hash = hash & ~(0xF << 76) | 8 << 76
    hash = hash & ~(0b11 << 62) | 0b10 << 62
    let digits = String(hash, radix: 16)
    var rest = (String(repeating: "0", count: 32 - digits.utf8.count) + digits)[...]
    let groups = [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return rest.prefix(length)
    }
    self.description = groups.joined(separator: "-")
  }

  /// The address of the document.
  var urn: String { "urn:uuid:\(description)" }
}
