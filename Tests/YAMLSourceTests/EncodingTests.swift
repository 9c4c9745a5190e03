import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite struct EncodingTests {
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let place: String

    init(_ name: String, _ before: String, _ damage: [UInt8], _ behind: String, _ place: String) {
      self.testDescription = name
      self.bytes = Array(before.utf8) + damage + Array(behind.utf8)
      self.place = place
    }
  }

  @Test(arguments: [
    Damage("Latin-1 letter", "a: x\nb: caf", [0xE9], "\n", "encoding-invalid-utf8 2:7"),
    Damage("behind letters of several bytes", "é: 😀", [0xFF], "", "encoding-invalid-utf8 1:5"),
    Damage("cut off", "a: ", [0xE2, 0x82], "", "encoding-invalid-utf8 1:4"),
    Damage("surrogate", "a:\n  ", [0xED, 0xA0, 0x80], "", "encoding-invalid-utf8 2:3"),
    Damage("UTF-16, little end first", "", [0xFF, 0xFE, 0x61, 0x00], "", "encoding-utf16 1:1"),
    Damage("UTF-16, big end first", "", [0xFE, 0xFF, 0x00, 0x61], "", "encoding-utf16 1:1"),
    Damage("NUL", "a: x\nb: é", [0x00], "y\n", "yaml-syntax 2:5"),
    Damage("escape", "a: ", [0x1B], "[31m", "yaml-syntax 1:4"),
    Damage("delete", "a: x\r\nb: ", [0x7F], "", "yaml-syntax 2:4"),
    Damage("C1 control", "ü: ", [0xC2, 0x9B], "", "yaml-syntax 1:4"),
    Damage("byte order mark in the middle", "a: x\n", [0xEF, 0xBB, 0xBF, 0x00], "", "yaml-syntax 2:2"),
  ])
  func `names the line and column of the first character that can't be`(_ damage: Damage) {
    let document = YAMLDocument(reading: SourceFile(path: "a", bytes: damage.bytes), limits: .lenient)
    #expect(document.places == [damage.place])
    #expect(document.root == nil)
  }

  @Test func `counts from the start of the file where a part of it is damaged`() {
    let file = SourceFile(path: "a", bytes: Array("---\nü: ".utf8) + [0x07] + Array("\n---\n".utf8))
    let part = SourceRange(4, file.bytes.count - 5)
    #expect(YAMLDocument(reading: file, in: part, limits: .lenient).places == ["yaml-syntax 2:4"])
  }
}
