import Diagnostics
import Testing

@Suite struct UTF8ValidationTests {
  @Test(arguments: ["", "ascii", "é", "\u{7FF}\u{800}", "\u{D7FF}\u{E000}", "😀", "\u{10FFFF}", "\u{FEFF}a\0b"])
  func `finds nothing wrong in valid text`(_ text: String) {
    #expect(Array(text.utf8)[...].firstInvalidUTF8 == nil)
  }

  @Test(
    arguments: [
      ([0x61, 0x80], 1), ([0x61, 0xFF, 0x62], 1),
      // Characters written longer than needed.
      ([0xC0, 0xAF], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x80, 0xAF], 0), ([0xF0, 0x80, 0x80, 0xAF], 0),
      // Surrogates, and code points behind the last one.
      ([0x61, 0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
      // Cut off in the middle of a character.
      ([0xC3, 0xA9, 0xE2, 0x82], 2), ([0xC3], 0), ([0xF0, 0x9F, 0x98], 0), ([0xE2, 0x28, 0xA1], 0),
    ] as [([UInt8], Int)])
  func `finds the first damaged byte`(_ bytes: [UInt8], _ place: Int) {
    #expect(bytes[...].firstInvalidUTF8 == place)
  }

  @Test func `counts in the array that a slice belongs to`() {
    let bytes: [UInt8] = [0x80, 0x61, 0x62, 0xFF]
    #expect(bytes[1...].firstInvalidUTF8 == 3)
    #expect(bytes[1..<3].firstInvalidUTF8 == nil)
  }
}
