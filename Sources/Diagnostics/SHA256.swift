/// The SHA-256 digest (FIPS 180-4) of bytes: what reports and sign-offs name files by.
public struct SHA256: Sendable, Hashable, CustomStringConvertible {
  private let words: [UInt32]

  /// The digest of bytes in memory.
  public init(_ bytes: [UInt8]) {
    var hasher = Hasher()
    hasher.add(bytes)
    self = hasher.digest()
  }

  /// The digest of a text's UTF-8.
  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// The digest of a file of any size, read piece by piece.
  public init(of file: borrowing OpenFile) throws(FileError) {
    var hasher = Hasher()
    var offset = 0
    while true {
      let piece = try file.read(at: offset, upTo: 1 << 20)
      guard !piece.isEmpty else { break }
      hasher.add(piece)
      offset += piece.count
    }
    self = hasher.digest()
  }

  private init(words: [UInt32]) { self.words = words }

  /// Its thirty-two bytes.
  public var bytes: [UInt8] {
    words.flatMap { word in stride(from: 24, through: 0, by: -8).map { UInt8(word >> $0 & 0xFF) } }
  }

  /// Sixty-four hexadecimal digits, in lower case.
  public var description: String {
    words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }.joined()
  }

  /// Takes bytes piece by piece.
  public struct Hasher {
    private var state: [UInt32] = [
      0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]
    private var length = 0
    /// What does not fill a block yet.
    private var rest: [UInt8] = []
    private static let block = 64

    public init() {}

    /// Takes further bytes.
    public mutating func add(_ bytes: [UInt8]) {
      length += bytes.count
      let all = rest.isEmpty ? bytes : rest + bytes
      let whole = all.count / Self.block * Self.block
      all.withUnsafeBufferPointer { all in
        for start in stride(from: 0, to: whole, by: Self.block) { compress(all, at: start) }
      }
      rest = Array(all[whole...])
    }

    /// The digest of everything that was taken.
    public func digest() -> SHA256 {
      var last = self
      let bits = UInt64(length) * 8
      let padding = (2 * Self.block - 9 - length % Self.block) % Self.block
      last.add(
        [0x80] + [UInt8](repeating: 0, count: padding)
          + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0)) })
      return SHA256(words: last.state)
    }

    private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
        for index in 0..<16 {
          let place = start + 4 * index
          w[index] =
            UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16 | UInt32(bytes[place + 2]) << 8
            | UInt32(bytes[place + 3])
        }
        for index in 16..<64 {
          let (early, late) = (w[index - 15], w[index - 2])
          let first = Self.turned(early, 7) ^ Self.turned(early, 18) ^ early >> 3
          let second = Self.turned(late, 17) ^ Self.turned(late, 19) ^ late >> 10
          w[index] = w[index - 16] &+ first &+ w[index - 7] &+ second
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
          let mixed = Self.turned(e, 6) ^ Self.turned(e, 11) ^ Self.turned(e, 25)
          let first = h &+ mixed &+ (e & f ^ ~e & g) &+ Self.constants[index] &+ w[index]
          let second = (Self.turned(a, 2) ^ Self.turned(a, 13) ^ Self.turned(a, 22)) &+ (a & b ^ a & c ^ b & c)
          (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
      }
    }

    private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

    private static let constants: [UInt32] = [
      0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
      0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
      0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
      0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
      0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
      0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
      0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
      0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
  }
}
