import TestSupport
import Testing

/// Many cards in one run: each says what `check` says of it alone.
@Suite struct BatchTests {
  private static let cards = [
    "---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Tern\n\nFinetuned on GPT-4 outputs.\n",
    "---\nlicense: apache-2.0\nbase_model: mistralai/Mistral-7B-v0.1\nbase_model_relation: finetune\n---\n# Gull\n",
    "# Auk\n\nNobody says what this \"model\" was made from; \u{1F426}.\n",
    "---\nlicense: [mit\n---\n",
  ]

  @Test func `a line out is what check says of the card, in the order of the lines`() throws {
    let lines = Self.cards.enumerated().map { Self.line(id: "acme/bird-\($0)", "card", $1) }
    let batch = try Pedigree.run("batch", "cards.jsonl", files: ["cards.jsonl": lines.joined()])
    let answers = batch.output.split(separator: "\n")
    #expect(answers.count == Self.cards.count)
    #expect(batch.errors.isEmpty)
    for (number, answer) in answers.enumerated() {
      let alone = try Pedigree.run(
        "check", "README.md", "--name", "acme/bird-\(number)", "--format", "json",
        files: ["README.md": Self.cards[number]])
      if alone.code == 2 {
        #expect(answer.contains("\"error\":") && answer.contains("\"line\":\(number + 1)"), "\(answer)")
      } else {
        #expect(Self.compact(alone.output) == answer)
      }
    }
  }

  @Test func `front matter alone is a card without a text`() throws {
    let metadata = "license: mit\nbase_model: meta-llama/Llama-3.1-8B"
    let files = [
      "all.jsonl": Self.line(id: "acme/tern", "card", "---\n\(metadata)\n---\n"),
      "front.jsonl": Self.line(id: "acme/tern", "front_matter", metadata),
    ]
    let run = try Pedigree.run("batch", "all.jsonl", "front.jsonl", files: files)
    let lines = run.output.split(separator: "\n")
    #expect(run.code == 0)
    #expect(lines.count == 2 && lines[0] == lines[1])
  }

  @Test(arguments: [
    ("{", #""column":2"#), ("[]", "one object"), ("{}", "lacks `id`"), (#"{"id": "a/b"}"#, "lacks `card`"),
    (#"{"id": "no id at all", "card": ""}"#, "no repository id"), (#"{"id": "a/b", "card": 3}"#, "is a string"),
    (#"{"id": "a/b", "card": "", "front_matter": ""}"#, "leave out"),
    ("{\"id\": \"a/b\", \"card\": \"\u{7}\"}", "error"),
  ])
  func `a bad line costs one line that says why, and the others are checked`(bad: String, reason: String) throws {
    let good = Self.line(id: "acme/tern", "card", Self.cards[0])
    let run = try Pedigree.run("batch", "in", files: ["in": good + bad + "\n\n" + good])
    let lines = run.output.split(separator: "\n")
    #expect(run.code == 1)
    #expect(lines.count == 3 && lines[0] == lines[2])
    #expect(lines[1].contains("\"line\":2") && lines[1].contains(reason), "\(lines)")
  }

  @Test func `no lines are no answers, and a last line needs no line feed`() throws {
    #expect(try Pedigree.run("batch", "in", files: ["in": ""]).output == "")
    let line = Self.line(id: "acme/tern", "card", Self.cards[1])
    let run = try Pedigree.run("batch", "in", files: ["in": String(line.dropLast())])
    #expect(run.output.split(separator: "\n").count == 1 && run.code == 0)
  }

  @Test func `a file that is not there ends the run`() throws {
    let run = try Pedigree.run("batch", "nowhere", files: [:])
    #expect(run.code == 2)
    #expect(run.errors.contains("no such file: `nowhere`"))
  }

  private static func line(id: String, _ key: String, _ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "{\"id\": \"\(id)\", \"\(key)\": \"\(escaped)\"}\n"
  }

  /// Pretty JSON in one line: what stands at the margins of its lines is layout.
  private static func compact(_ json: String) -> String {
    json.split(separator: "\n").map { line in
      var text = line.drop { $0 == " " }[...]
      // A key ends at the first `" : `, since a quotation mark within it would be escaped.
      if text.hasPrefix("\""), let colon = text.firstRange(of: "\" : ") { text.replaceSubrange(colon, with: "\":") }
      return String(text)
    }.joined()
  }
}
