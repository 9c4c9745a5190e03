import LicenseKnowledge
import LicenseTexts
import Testing

@Suite struct HeldSignatureTests {
  private static let files = Knowledge().signatureFiles

  @Test(arguments: files.map(\.path)) func `a signature file is as the program writes it`(path: String) throws {
    let file = try #require(Self.files.first { $0.path == path })
    let read = try #require(SignatureFile(reading: file.bytes))
    #expect(read.yaml == String(decoding: file.bytes, as: UTF8.self))
    let name = try #require(path.split(separator: "/").last)
    for signature in read.signatures { #expect("\(SignatureFile.stem(of: signature.id)).yaml" == name) }
  }
}
