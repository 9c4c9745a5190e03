import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite struct ScalarTests {
  typealias Style = YAMLNode.ScalarStyle

  @Test(
    arguments: [
      ("key: «no»", "no", .plain), ("key: «'no'»", "no", .singleQuoted), ("key: «\"no\"»", "no", .doubleQuoted),
      ("key: «1.0»  # a version", "1.0", .plain), ("key: «2024-05-01»", "2024-05-01", .plain),
      ("key: «012»", "012", .plain), ("key: «'it''s'»", "it's", .singleQuoted),
      ("key: «\"tab\\there\"»", "tab\there", .doubleQuoted), ("key: «a b\n  c»", "a b c", .plain),
      ("é: «MIT»", "MIT", .plain), ("😀😀: «\"MIT\"»", "MIT", .doubleQuoted), ("# ü\nkey: «größer»", "größer", .plain),
      ("{ naïve: yes, key: «[]»}", "", .plain),
    ] as [(String, String, Style)])
  func `keeps a value as written, with its style and its exact bytes`(
    _ text: String, _ value: String, _ style: Style
  ) throws {
    let marked = MarkedText(text)
    let document = YAMLDocument(reading: marked.file, limits: .strict)
    #expect(document.places == [])
    let node = try #require(document.root?.entries?.last?.value)
    #expect(node.range == marked.ranges[0], "\(node.location.place) is not \(marked.places[0])")
    if case .scalar(let found, let foundStyle) = node.content {
      #expect(found == value)
      #expect(foundStyle == style)
    } else {
      #expect(node.items?.isEmpty == true)
    }
  }

  @Test func `keeps the lines of a literal block and folds those of a folded one`() throws {
    let root = try #require(strict("literal: |\n  one\n  two\nfolded: >\n  one\n  two\n").root)
    guard case .scalar("one\ntwo\n", .literal) = root["literal"]?.content else {
      Issue.record("literal: \(String(describing: root["literal"]?.content))")
      return
    }
    guard case .scalar("one two\n", .folded) = root["folded"]?.content else {
      Issue.record("folded: \(String(describing: root["folded"]?.content))")
      return
    }
  }

  @Test(
    arguments: [
      ("yes", true), ("On", true), ("TRUE", true), ("no", false), ("off", false), ("False", false),
      ("'yes'", nil), ("\"no\"", nil), ("y", nil), ("1", nil), ("~", nil),
    ] as [(String, Bool?)])
  func `takes only unquoted words for truth values`(_ written: String, _ value: Bool?) throws {
    #expect(try #require(strict("key: \(written)").root?["key"]).bool == value)
  }

  @Test(
    arguments: [
      ("800000", 800_000), ("800_000", 800_000), ("-1", -1), ("'5'", nil), ("5.0", nil), ("5k", nil), ("", nil),
      ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func `reads whole numbers and nothing near them`(_ written: String, _ value: Int?) throws {
    #expect(try #require(strict("key: \(written)").root?["key"]).integer == value)
  }

  @Test(arguments: [
    ("key:", true), ("key: ~", true), ("key: null", true), ("key: NULL", true), ("key: 'null'", false),
    ("key: ''", false), ("key: nil", false), ("key: []", false),
  ])
  func `tells an absent value from an empty text`(_ text: String, _ isNull: Bool) throws {
    #expect(try #require(strict(text).root?["key"]).isNull == isNull)
  }

  @Test func `reads one value where a list may stand as a list of one`() throws {
    let root = try #require(strict("one: mit\nmany: [mit, gpl]\nnone:\nempty: []").root)
    #expect(root["one"]?.oneOrMany.map(\.text) == ["mit"])
    #expect(root["many"]?.oneOrMany.map(\.text) == ["mit", "gpl"])
    #expect(root["none"]?.oneOrMany.count == 0)
    #expect(root["empty"]?.oneOrMany.count == 0)
  }
}
