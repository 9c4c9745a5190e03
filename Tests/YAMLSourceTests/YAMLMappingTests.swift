import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite struct YAMLMappingTests {
  private enum Colour: String, CaseIterable { case red, green, blue }

  /// Opens `text` as "a thing", reads it, and gives back the messages with their help.
  private func messages(_ text: String, _ read: (inout YAMLMapping) -> Void) throws -> [String] {
    let root = try #require(strict(text).root)
    var mapping = YAMLMapping(root, as: "a thing")
    read(&mapping)
    return mapping.finish().map { "\($0.place): \($0.summary)" + ($0.help.map { "; \($0)" } ?? "") }
  }

  @Test func `finds a key that nothing reads and suggests the one that was meant`() throws {
    let found = try messages("name: a\nlisence: mit\n") { mapping in
      _ = mapping.string("name")
      _ = mapping.string("license")
    }
    #expect(found == ["yaml-unknown-key 2:1: unknown key `lisence` in a thing; did you mean `license`?"])
  }

  @Test func `lists the known keys where none is near`() throws {
    let found = try messages("é: 1\n😀 zzz: 2\n") { mapping in
      _ = mapping.string("name")
      _ = mapping.string("license")
      _ = mapping.string("é")
    }
    #expect(found == ["yaml-unknown-key 2:1: unknown key `😀 zzz` in a thing; known keys: license, name, é"])
  }

  @Test func `says which key is missing, once`() throws {
    let found = try messages("name:\n") { mapping in
      _ = mapping.requiredString("name")
    }
    #expect(found == ["yaml-missing-key 1:1: a thing lacks `name`"])
  }

  @Test(arguments: ["[a, b]", "word"])
  func `takes nothing but a mapping, and complains of no missing keys in something else`(_ text: String) throws {
    let found = try messages(text) { _ = $0.requiredString("name") }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("yaml-wrong-type 1:1: a thing must be a mapping, not a") == true)
  }

  @Test func `refuses a value of the wrong kind where it stands`() throws {
    let found = try messages("text: [a]\ncount: -1\nflag: maybe\nday: soon\ncolour: gren\nlist: [red, { a: b }]\n") {
      _ = $0.string("text")
      _ = $0.count("count")
      _ = $0.bool("flag")
      _ = $0.parsed("day", expecting: "a day") { $0 == "today" ? $0 : nil }
      let _: Colour? = $0.word("colour")
      let _: [Colour] = $0.words("list")
    }
    #expect(
      found == [
        "yaml-wrong-type 1:7: `text` must be text, not a list",
        "yaml-wrong-type 2:8: `count` must be a whole number, 0 or more",
        "yaml-wrong-type 3:7: `flag` must be yes or no",
        "yaml-wrong-type 4:6: `day` must be a day",
        "yaml-unknown-word 5:9: `gren` is not a valid colour; did you mean `green`?",
        "yaml-wrong-type 6:13: `list` must be text, not a mapping",
      ])
  }

  @Test func `lists a vocabulary where no word of it is near`() throws {
    let found = try messages("colour: octarine") { let _: Colour? = $0.word("colour") }
    #expect(found == ["yaml-unknown-word 1:9: `octarine` is not a valid colour; one of: red, green, blue"])
  }

  @Test func `refuses keys that are no words`() throws {
    let found = try messages("? [a, b]\n: c\n") { _ in }
    #expect(found == ["yaml-wrong-type 1:3: a key must be a single word"])
  }
}
