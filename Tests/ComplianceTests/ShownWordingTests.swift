import Compliance
import Testing

/// What counts as showing a wording, as naming, and as telling of changes.
@Suite struct ShownWordingTests {
  private static func status(
    _ require: String, card: String, name: String = "acme/thing-7b", more: [String: String] = [:]
  )
    throws -> Status?
  {
    let manifest = """
      model: { name: \(name), license: mit }
      release: { how: [weights] }
      sources: { model: lab/base, license: own-1, relation: finetune }
      documents: [README.md\(more.keys.sorted().map { ", \($0)" }.joined())]
      """
    let files = more.merging(["README.md": card]) { $1 }
    return try Scenario.check(manifest, files: files, library: OwnLicense(require: require).library)
      .status("own-1/pay")
  }

  @Test(arguments: [
    "# Thing\n\n**Made with Hare**\n", "# Thing\n\nThing is made with [Hare](https://hare.example).\n",
    "# Made with Hare\n", "# Thing\n\nThis is not a toy. Made with “Hare”.\n", "# Thing\n\n\"Made with Hare\"\n",
    "# Thing\n\nAttribution: “Made with Hare”\n", "# Thing\n\nMade with Hare – the fast one.\n",
  ]) func `a wording that stands by itself or is said of the release is shown`(card: String) throws {
    #expect(try Self.status("{ document-says: [\"Made with Hare\"] }", card: card) == .satisfied)
  }

  @Test(arguments: [
    "# Thing\n\nThis model is not Made with Hare.\n", "# Thing\n\nTODO: Made with Hare\n",
    "# Thing\n\nThe licence says that you must show \"Made with Hare\".\n", "# Thing\n\n```\nMade with Hare\n```\n",
    "# Thing\n\n## Changelog\n\n- Made with Hare\n", "# Thing\n\n<div style=\"display: none\">Made with Hare</div>\n",
    "# Thing\n\n<sub>Made with Hare</sub>\n", "# Thing\n\n[^1]: Made with Hare\n",
    "# Thing\n\n~~Made with Hare~~\n", "# Thing\n\n<del>Made with Hare</del>\n",
    "# Thing\n\n[//]: # (Made with Hare)\n",
    "# Thing\n\n<p style=\"font-size: 1px\">Made with Hare</p>\n", "# Thing\n\n<font size=1>Made with Hare</font>\n",
    "# Thing\n\nDie Lizenz verlangt „Made with Hare“.\n", "# Thing\n\nIs it Made with Hare?\n",
    "# Thing\n\nEarlier versions said \"Made with Hare\" at the top.\n", "# Thing\n\n<code>Made with Hare</code>\n",
  ]) func `a wording that is denied, demanded, hidden or an example is not shown`(card: String) throws {
    #expect(try Self.status("{ document-says: [\"Made with Hare\"] }", card: card) == .undetermined)
  }

  @Test(arguments: ["Made with Hare-Agent", "Made with Hare2", "Made with Hare-2"])
  func `a name that goes on may be another`(words: String) throws {
    #expect(try Self.status("{ document-says: [\"Made with Hare\"] }", card: "# Thing\n\n\(words)\n") == .undetermined)
  }

  @Test(arguments: ["app.py", "settings.json", "run.sh"])
  func `a program shows nobody what stands in it`(path: String) throws {
    let files = [path: "# Made with Hare\n"]
    #expect(
      try Self.status("{ document-says: [\"Made with Hare\"] }", card: "# Thing\n", more: files) == .undetermined)
  }

  @Test(arguments: ["Made with Harefield", "Made with Hares", "Homemade with Hare"])
  func `a longer word is another wording`(words: String) throws {
    #expect(try Self.status("{ document-says: [\"Made with Hare\"] }", card: "# Thing\n\n\(words)\n") == .violated)
    #expect(
      try Self.status("{ document-says: [\"Made with Hare 3\"] }", card: "# Thing\n\nMade with Hare 3.1\n") == .violated
    )
  }

  @Test(arguments: [
    ("Hare-3-Chat", Status.satisfied), ("Hare3-Chat", .satisfied), ("Hare 3", .satisfied), ("Hare-30B", .violated),
    ("Big-Hare-3", .violated), ("hare-3-chat", .undetermined), ("Hare-3.1-Chat", .undetermined),
  ]) func `a name starts with a word only where the word ends`(name: String, status: Status) throws {
    #expect(
      try Self.status("{ name-starts-with: [Hare 3] }", card: "# Thing\n", name: "\"acme/\(name)\"") == status)
  }

  @Test(arguments: [
    "# Thing\n\nThis model was fine-tuned from lab/base on poems.\n", "# Thing\n\nWe modified the tokenizer of base.\n",
    "# Thing\n\nThe weights of lab/base were quantized to 4 bits.\n",
  ]) func `a sentence that says what was changed states the changes`(card: String) throws {
    #expect(try Self.status("{ changes-stated: yes }", card: card) == .satisfied)
  }

  @Test(arguments: [
    "---\nbase_model: lab/base\n---\n# Thing\n\nHello.\n", "# Thing\n\nModified files must carry a notice.\n",
    "# Thing\n\nWe have not modified anything.\n", "# Thing\n\nThis model can be fine-tuned further.\n",
    "# Thing\n\nYou may fine-tune this model.\n", "# Thing\n\nWe compare it with fine-tuned models.\n",
    "# Thing\n\nOur data set was converted to JSON, a dataset of poems.\n",
  ]) func `a field, a demand and a denial state no changes`(card: String) throws {
    #expect(try Self.status("{ changes-stated: yes }", card: card) == .violated)
  }

  @Test(arguments: ["NOTICE", "CHANGES.md", "THIRD_PARTY_NOTICES.txt"])
  func `a notice or a list of changes states them too`(path: String) throws {
    let files = [path: "Modified by Acme: layers 3 to 5 retrained.\n"]
    #expect(try Self.status("{ changes-stated: yes }", card: "# Thing\n", more: files) == .satisfied)
  }

  @Test(arguments: [
    (["NOTICE": "Thing was made from base, modified by Acme.\n"], "# Thing\n", Status.satisfied),
    (["NOTICE": "Thing holds base.\n"], "# Thing\n\nWe fine-tuned base on poems.\n", .undetermined),
    (["NOTICE": "Thing holds base.\n"], "# Thing\n", .violated), ([:], "# Thing\n", .violated),
  ]) func `changes that a notice has to state are not stated elsewhere`(
    files: [String: String], card: String, status: Status
  ) throws {
    #expect(try Self.status("{ changes-stated: notice }", card: card, more: files) == status)
  }

  @Test(arguments: [OwnLicense.text, "see licences.example/own"])
  func `a clause that asks for the text or its address is met by either`(text: String) throws {
    let require = "{ any: [{ license-copy: yes }, { document-says: [licences.example/own] }] }"
    let path = text == OwnLicense.text ? "LICENSE" : "NOTICE"
    #expect(try Self.status(require, card: "# Thing\n", more: [path: text]) == .satisfied)
    #expect(try Self.status(require, card: "# Thing\n") == .violated)
  }
}
