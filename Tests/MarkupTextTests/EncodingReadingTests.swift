import Diagnostics
import MarkupText
import TestSupport
import Testing

@Suite struct EncodingReadingTests {
  private static let words = "One “two” ü 😀 three"
  private static let clean = "One \"two\" ü 😀 three"

  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: [
    ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(words.utf8), 3, 5),
    ("UTF-16, small end first", utf16(words, isBigEndian: false), 2, 10),
    ("UTF-16, big end first", utf16(words, isBigEndian: true), 2, 10),
  ])
  func `gives offsets in the file as read`(_ name: String, _ bytes: [UInt8], _ start: Int, _ length: Int) throws {
    let text = ReadableText.read(SourceFile(path: "LICENSE", bytes: bytes))
    #expect(text.text.string == Self.clean + "\n")
    #expect(text.text.sourceRange(of: 0..<1).lowerBound == start)
    let last = text.text.sourceRange(of: (Self.clean.utf8.count - 5)..<Self.clean.utf8.count)
    #expect(last == SourceRange(bytes.count - length, bytes.count))
    #expect(text.diagnostics.map(\.id) == [])
  }

  @Test func `reads bytes that are not UTF-8 as Windows-1252, and says so`() throws {
    let bytes = Array("a ".utf8) + [0x93, 0xFC, 0x94] + Array(" é".utf8)
    let text = ReadableText.read(SourceFile(path: "LICENSE", bytes: bytes))
    #expect(text.text.string == "a \"ü\" é\n")
    let word = text.text.sourceRange(of: 2..<6)
    #expect(word == SourceRange(2, 5))
    let message = try #require(text.diagnostics.first)
    #expect(message.place == "encoding-invalid-utf8 1:3")
    #expect(message.styleMistakes == [])
  }

  @Test func `reads a page in Latin-1 whatever encoding it declares`() {
    let page = Array("<html><meta charset=utf-8><body><p>caf".utf8) + [0xE9] + Array("</p>".utf8)
    #expect(ReadableText.read(SourceFile(path: "a.html", bytes: page)).shown == ["p0 café"])
  }

  @Test(arguments: [([0x50, 0x4B, 3, 4, 0, 0], "binary-file"), ([], "no-text"), ([0x20, 0x0A], "no-text")])
  func `says why there is no text`(_ bytes: [UInt8], _ id: String) {
    let text = ReadableText.read(SourceFile(path: "LICENSE", bytes: bytes))
    #expect(text.blocks.isEmpty)
    #expect(text.diagnostics.map(\.id) == [id])
    #expect(text.diagnostics.flatMap(\.styleMistakes) == [])
  }

  @Test func `reads the first part of a file that is too long`() {
    let text = ReadableText.read(SourceFile(path: "a", bytes: [UInt8](repeating: 0x61, count: (16 << 20) + 1)))
    #expect(text.text.bytes.count == (16 << 20) + 1)
    #expect(text.diagnostics.map(\.id) == ["file-too-long"])
    #expect(text.diagnostics.flatMap(\.styleMistakes) == [])
  }
}
