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

  @Test func `a licence reaches a card through the cards of its ancestors, however far`() throws {
    let cards = [
      "acme/chick": "---\nlicense: mit\nbase_model: acme/hen\n---\n",
      "acme/hen": "---\nbase_model: acme/egg\n---\n",
      "acme/egg": "---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\n---\n",
    ]
    let lines = cards.sorted { $0.key < $1.key }.map { Self.line(id: $0.key, "card", $0.value) }
    let folder = try TemporaryFolder(["all.jsonl": lines.joined(), "chick.jsonl": lines[0]])
    let table = try Pedigree.run("batch", "--extract", "all.jsonl", in: folder.path)
    #expect(table.code == 0)
    try folder.write(Array(table.output.split(separator: "\n").sorted().map { "\($0)\n" }.joined().utf8), to: "parents")
    let alone = try Pedigree.run("batch", "chick.jsonl", in: folder.path)
    let amongAll = try Pedigree.run("batch", "chick.jsonl", "--parents", "parents", in: folder.path)
    #expect(!alone.output.contains("llama-3.1"))
    #expect(amongAll.output.contains("\"artefact\":\"acme/egg\"") && amongAll.output.contains("llama-3.1"))
  }

  @Test func `ancestors that go round in a circle are told, and end`() throws {
    let lines = [("acme/hen", "acme/egg"), ("acme/egg", "acme/hen"), ("acme/chick", "acme/hen")].map { id, base in
      Self.line(id: id, "front_matter", "base_model: \(base)")
    }
    let folder = try TemporaryFolder(["all.jsonl": lines.joined()])
    let table = try Pedigree.run("batch", "--extract", "all.jsonl", in: folder.path).output
    try folder.write(Array(table.split(separator: "\n").sorted().map { "\($0)\n" }.joined().utf8), to: "parents")
    let run = try Pedigree.run("batch", "all.jsonl", "--parents", "parents", in: folder.path)
    #expect(run.code == 0)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.contains("lineage-cycle") })
  }

  @Test func `a table that is not sorted, or of something else, ends the run`() throws {
    for table in ["{\"id\":\"b\"}\n{\"id\":\"a\"}\n", "{}\n"] {
      let run = try Pedigree.run("batch", "--parents", "table", "in", files: ["table": table, "in": ""])
      #expect(run.code == 2 && run.errors.contains("line \(table.count > 4 ? 2 : 1) of `table`"), "\(run.errors)")
    }
  }

  @Test func `a summary counts each card once`() throws {
    let lines = (Self.cards + [Self.cards[0]]).enumerated().map { Self.line(id: "acme/bird-\($0)", "card", $1) }
    let run = try Pedigree.run("batch", "--summary", "in", files: ["in": lines.joined() + "{}\n"])
    #expect(run.code == 1)
    #expect(run.output.contains("\"cards\" : 5,") && run.output.contains("\"unreadable\" : 1,"), "\(run.output)")
    #expect(run.output.contains("\"cards\" : 2,\n      \"license\" : \"MIT\""), "\(run.output)")
  }

  @Test func `a shard that is done is not done again, and one that broke off is`() throws {
    let line = Self.line(id: "acme/tern", "card", Self.cards[1])
    let folder = try TemporaryFolder(["a": line, "b": line, "out/a": "done\n", "out/b.part": "half"])
    let run = try Pedigree.run("batch", "--into", "out", "a", "b", in: folder.path)
    #expect(run.code == 0 && run.output.isEmpty && run.errors.contains("out/a is there already"))
    let answers = ["a", "b", "b.part"].map { Repository.bytes(of: "\(folder.path)/out/\($0)") }
    #expect(answers[0] == Array("done\n".utf8) && answers[2] == nil)
    #expect(answers[1].map { String(decoding: $0, as: UTF8.self).contains("acme/tern") } == true)
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
