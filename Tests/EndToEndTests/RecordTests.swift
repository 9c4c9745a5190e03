import Foundation
import TestSupport
import Testing

/// `pedigree record` writes down what was used, and loses nothing that stands in the declaration.
@Suite struct RecordTests {
  private static let base =
    #"{"pedigree": 1, "sources": [{"model": "a/b", "relation": "finetune", "revision": "abc"}]}"#

  /// A declaration, a record, and what becomes of the declaration.
  struct Layout: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: String
    var record = base
    let after: String
  }

  private static let layouts = [
    Layout(
      testDescription: "a list in blocks, with comments",
      before: "pedigree: 1\nsources:\n- model: c/d  # old\n  relation: merge  # why\n\n# the end\ncomplete: no\n",
      after:
        "pedigree: 1\nsources:\n- model: c/d  # old\n  relation: merge  # why\n- model: a/b\n  relation: finetune\n  revision: abc\n\n# the end\ncomplete: no\n"
    ),
    Layout(
      testDescription: "no list", before: "pedigree: 1 # format",
      after: "pedigree: 1 # format\nsources:\n  - model: a/b\n    relation: finetune\n    revision: abc"),
    Layout(
      testDescription: "an empty list", before: "pedigree: 1\nsources: [] # none yet\ncomplete: no\n",
      after:
        "pedigree: 1\nsources: # none yet\n  - model: a/b\n    relation: finetune\n    revision: abc\ncomplete: no\n"),
    Layout(
      testDescription: "nothing behind the key", before: "sources:\npedigree: 1\n",
      after: "sources:\n  - model: a/b\n    relation: finetune\n    revision: abc\npedigree: 1\n"),
    Layout(
      testDescription: "a list in brackets",
      before: "pedigree: 1\nsources: [\n  { model: c/d, relation: merge }, # one\n]\n",
      after:
        "pedigree: 1\nsources: [\n  { model: c/d, relation: merge }, { model: a/b, relation: finetune, revision: abc }, # one\n]\n"
    ),
    Layout(
      testDescription: "a document in braces", before: "{ pedigree: 1 }\n",
      after: "{ pedigree: 1, sources: [{ model: a/b, relation: finetune, revision: abc }] }\n"),
    Layout(
      testDescription: "a single source", before: "pedigree: 1\nsources:\n  model: c/d\n  # how\n  relation: merge\n",
      after:
        "pedigree: 1\nsources:\n  - model: c/d\n    # how\n    relation: merge\n  - model: a/b\n    relation: finetune\n    revision: abc\n"
    ),
    Layout(
      testDescription: "line ends of Windows",
      before: "pedigree: 1\r\nsources:\r\n  - { model: c/d, relation: merge }\r\n",
      after:
        "pedigree: 1\r\nsources:\r\n  - { model: c/d, relation: merge }\r\n  - model: a/b\r\n    relation: finetune\r\n    revision: abc\r\n"
    ),
    Layout(
      testDescription: "a byte order mark", before: "\u{FEFF}pedigree: 1\n",
      after: "\u{FEFF}pedigree: 1\nsources:\n  - model: a/b\n    relation: finetune\n    revision: abc\n"),
    Layout(
      testDescription: "the same source without its revision",
      before: "pedigree: 1\nsources:\n  - model: a/b\n    relation: finetune # yes\nlicensee: { name: Acme }\n",
      after:
        "pedigree: 1\nsources:\n  - model: a/b\n    relation: finetune # yes\n    revision: abc\nlicensee: { name: Acme }\n"
    ),
    Layout(
      testDescription: "the same source at another revision",
      before: "pedigree: 1\nsources: [{ model: a/b, relation: finetune, revision: old }]\n",
      after:
        "pedigree: 1\nsources: [{ model: a/b, relation: finetune, revision: old }, { model: a/b, relation: finetune, revision: abc }]\n"
    ),
    Layout(
      testDescription: "everything is said",
      before: "pedigree: 1\nsources: [{ relation: finetune, model: a/b, revision: 'abc', own: no }]\n",
      after: "pedigree: 1\nsources: [{ relation: finetune, model: a/b, revision: 'abc', own: no }]\n"),
    Layout(
      testDescription: "more outputs on other days",
      before:
        "pedigree: 1\nsources:\n  - model: x/y\n    relation: distilled\n    from: 2024-05-15 # first\n    to: 2024-05-15\n    samples: 1_000\n",
      record:
        #"{"pedigree": 1, "sources": [{"model": "x/y", "relation": "distilled", "from": "2024-06-01", "to": "2024-06-02", "samples": 20, "accepted-by": "us"}]}"#,
      after:
        "pedigree: 1\nsources:\n  - model: x/y\n    relation: distilled\n    from: 2024-05-15 # first\n    to: 2024-06-02\n    samples: 1020\n    accepted-by: us\n"
    ),
    Layout(
      testDescription: "a source of a source",
      before: "pedigree: 1\nsources:\n  - dataset: c/d\n    relation: trained-on\n    # whose words?\n",
      record:
        #"{"pedigree": 1, "sources": [{"dataset": "c/d", "relation": "trained-on", "sources": [{"model": "x/y", "relation": "generated-by"}]}]}"#,
      after:
        "pedigree: 1\nsources:\n  - dataset: c/d\n    relation: trained-on\n    sources:\n      - model: x/y\n        relation: generated-by\n    # whose words?\n"
    ),
    Layout(
      testDescription: "what is released", before: "# ours\npedigree: 1\nsources: []\n",
      record: #"{"pedigree": 1, "model": {"name": "acme/yes"}, "sources": []}"#,
      after: "# ours\npedigree: 1\nsources: []\nmodel:\n  name: acme/yes\n"),
  ]

  @Test(arguments: layouts) func `a source is added in the style of what is there`(layout: Layout) throws {
    let folder = try TemporaryFolder(["pedigree.yaml": layout.before])
    let run = try Self.record(layout.record, in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(Self.text(in: folder) == layout.after)
    #expect(try Pedigree.run("graph", "pedigree.yaml", "--format", "json", in: folder.path).code == 0)
  }

  @Test(arguments: layouts) func `what is recorded again is there once`(layout: Layout) throws {
    let folder = try TemporaryFolder(["pedigree.yaml": layout.before])
    // Numbers of outputs are those that came in addition.
    guard !layout.record.contains("samples") else { return }
    _ = try Self.record(layout.record, in: folder)
    let run = try Self.record(layout.record, in: folder)
    #expect(run.output == "pedigree.yaml says so already\n", "\(run.errors)")
    #expect(Self.text(in: folder) == layout.after)
  }

  @Test(arguments: Repository.sampleNames) func `no line of a sample's declaration is lost`(sample: String) throws {
    guard let bytes = Repository.bytes(of: "\(Repository.samples)/\(sample)/pedigree.yaml") else { return }
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "pedigree.yaml")
    let run = try Self.record(Self.base, in: folder)
    #expect(run.code == 0, "\(run.errors)")
    let before = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let after = try #require(Self.text(in: folder)).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(after.difference(from: before).removals.isEmpty && after.count == before.count + 3)
  }

  @Test func `where nothing is declared, the record is the declaration`() throws {
    let folder = try TemporaryFolder()
    let record =
      #"{"pedigree": 1, "model": {"name": "acme/thing"}, "sources": [{"model": "a/b", "relation": "adapter"}]}"#
    #expect(try Self.record(record, in: folder).output == "wrote pedigree.yaml\n")
    #expect(
      Self.text(in: folder)
        == "pedigree: 1\nmodel:\n  name: acme/thing\nsources:\n  - model: a/b\n    relation: adapter\n")
  }

  /// Records and declarations that can't be used, with words of the message.
  private static let broken = [
    (base, "pedigree: 1\nsuorces: []\n", "pedigree.yaml:2:1"), (base, "pedigree: [\n", "pedigree.yaml"),
    (base, "", "pedigree.yaml"), ("", "pedigree: 1\n", "the manifest is empty"),
    (#"{"pedigree": 1, "sources": [{"model": "a/b"}]}"#, "pedigree: 1\n", "-:1:29"),
  ]

  @Test(arguments: broken)
  func `what can't be read is told, and the file stays as it was`(record: String, before: String, names: String) throws
  {
    let folder = try TemporaryFolder(["pedigree.yaml": before])
    let run = try Self.record(record, in: folder)
    #expect(run.code == 2 && run.errors.contains(names), "\(run.errors)")
    #expect(Self.text(in: folder) == before)
    #expect(Repository.entries(of: folder.path) == ["pedigree.yaml"])
  }

  @Test func `a link is not written through`() throws {
    let folder = try TemporaryFolder(["elsewhere.yaml": "pedigree: 1\n"])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/pedigree.yaml", withDestinationPath: "elsewhere.yaml")
    #expect(try Self.record(Self.base, in: folder).code == 2)
    #expect(Repository.bytes(of: "\(folder.path)/elsewhere.yaml") == Array("pedigree: 1\n".utf8))
  }

  @Test func `of records at the same time none is lost`() async throws {
    let folder = try TemporaryFolder()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          _ = try Self.record(
            #"{"pedigree": 1, "sources": [{"model": "a/b\#(number)", "relation": "merge"}]}"#, in: folder)
        }
      }
      try await group.waitForAll()
    }
    let text = try #require(Self.text(in: folder))
    for number in 0..<8 { #expect(text.contains("- model: a/b\(number)\n"), "\(text)") }
  }

  private static func record(_ record: String, in folder: TemporaryFolder) throws -> ProgramRun {
    try ProgramRun(ProgramRun.built("pedigree"), ["record"], in: folder.path, input: record)
  }

  private static func text(in folder: TemporaryFolder) -> String? {
    Repository.bytes(of: "\(folder.path)/pedigree.yaml").map { String(decoding: $0, as: UTF8.self) }
  }
}
