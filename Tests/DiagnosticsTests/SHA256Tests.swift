import Diagnostics
import TestSupport
import Testing

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4, and texts around the length of a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the digest of a text is the published one`(text: String, digest: String) {
    #expect(SHA256(text).description == digest)
  }

  @Test(arguments: [1, 55, 56, 63, 64, 65, 127, 128, 1000])
  func `a file read in pieces has the digest of its bytes`(length: Int) throws {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "weights.bin")
    #expect(try SHA256(of: OpenFile("\(folder.path)/weights.bin")) == SHA256(bytes))
    var hasher = SHA256.Hasher()
    for byte in bytes { hasher.add([byte]) }
    #expect(hasher.digest() == SHA256(bytes))
  }
}
