import TestSupport
import Testing

/// A person signs a report off; later anybody can tell what has changed since.
@Suite struct SignoffTests {
  private static let manifest = """
    pedigree: 1
    model: { name: acme/chat-7b, license: Apache-2.0 }
    release: { how: [weights], commercial: no }
    sources:
      - { model: lab/base, relation: finetune, license: MIT }
    complete: true
    """

  /// A folder with a release, its report and its sign-off.
  private static func signed() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "pedigree.yaml": manifest, "model.safetensors": "weights", "data/part.bin": "more", ".git/HEAD": "ref",
    ])
    let report = try Pedigree.run("check", "--format", "json", "--fail-on", "never", in: folder.path)
    try folder.write(Array(report.output.utf8), to: "report.json")
    let signoff = try Pedigree.run(
      "signoff", "report.json", "--by", "Jane Doe", "--role", "counsel", "-o", "signoff.json", in: folder.path)
    #expect(signoff.errors == "" && signoff.code == 0)
    return folder
  }

  private static func verify(_ folder: TemporaryFolder) throws -> ProgramRun {
    try Pedigree.run("verify", "signoff.json", ".", in: folder.path)
  }

  private static func text(_ path: String, in folder: TemporaryFolder) -> String {
    String(decoding: Repository.bytes(of: "\(folder.path)/\(path)") ?? [], as: UTF8.self)
  }

  @Test func `the statement names the release's files, and holds while nothing changes`() throws {
    let folder = try Self.signed()
    let statement = Self.text("signoff.json", in: folder)
    for name in ["pedigree.yaml", "model.safetensors", "data/part.bin"] {
      #expect(statement.contains("\"name\" : \"\(name)\""), "\(name)")
    }
    #expect(!statement.contains("HEAD") && !statement.contains(folder.path))
    let run = try Self.verify(folder)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("the sign-off holds"))
  }

  @Test(arguments: [
    ("model.safetensors", "other weights", "changed since: model.safetensors"),
    ("new.bin", "new", "not covered by it: new.bin"),
    ("pedigree.yaml", manifest + "\nwaive: []\n", "changed since: pedigree.yaml"),
  ])
  func `a file that changes or comes is told`(name: String, text: String, told: String) throws {
    let folder = try Self.signed()
    try folder.write(Array(text.utf8), to: name)
    let run = try Self.verify(folder)
    #expect(run.code == 1)
    #expect(run.output.contains(told), "\(run.output)")
  }

  @Test func `what a change of the declaration opens is told`() throws {
    let folder = try Self.signed()
    let other = Self.manifest.replacing("license: MIT", with: "license: llama-3.1")
    try folder.write(Array(other.utf8), to: "pedigree.yaml")
    let run = try Self.verify(folder)
    #expect(run.code == 1)
    #expect(run.output.contains("open now") && run.output.contains("llama-3.1/"), "\(run.output)")
  }

  @Test func `terms that have changed are told by their name`() throws {
    let folder = try Self.signed()
    let license = String(
      decoding: Repository.bytes(of: "\(Repository.licenses)/software/MIT.yaml") ?? [], as: UTF8.self)
    let more = try TemporaryFolder(["MIT.yaml": license + "\n"])
    let run = try Pedigree.run("verify", "signoff.json", ".", "--licenses", more.path, in: folder.path)
    #expect(run.output.contains("terms that changed: MIT"), "\(run.output)")
    #expect(run.code == 0)
  }

  @Test func `a report that no longer fits its files is not signed`() throws {
    let folder = try Self.signed()
    let report = Self.text("report.json", in: folder)
    for broken in ["{}", "[]", "", report.replacing("\"version\" : 1", with: "\"version\" : 9")] {
      try folder.write(Array(broken.utf8), to: "report.json")
      let run = try Pedigree.run("signoff", "report.json", "--by", "a", "--role", "b", in: folder.path)
      #expect(run.code == 2 && run.output == "", "\(broken.prefix(20))")
    }
  }

  @Test(arguments: [["--by", "", "--role", "b"], ["--by", "a", "--role", " "], ["--by", "a"]])
  func `nobody signs without name and role`(arguments: [String]) throws {
    let folder = try Self.signed()
    let run = try ProgramRun(
      ProgramRun.built("pedigree"), ["signoff", "report.json"] + arguments, in: folder.path, environment: [:])
    #expect(run.code == 2)
  }

  // MARK: Test vectors

  private static let vectors = "\(Repository.root)/Tests/EndToEndTests/SignoffVectors"

  @Test(arguments: Repository.entries(of: vectors))
  func `the program and the schema take the same statements`(vector: String) throws {
    let isValid = vector.hasPrefix("valid-")
    let bytes = try #require(Repository.bytes(of: "\(Self.vectors)/\(vector)"))
    let folder = try TemporaryFolder(["pedigree.yaml": Self.manifest, "README.md": "# Thing"])
    let statement = try TemporaryFolder()
    try statement.write(bytes, to: vector)
    let run = try Pedigree.run("verify", "\(statement.path)/\(vector)", ".", in: folder.path)
    #expect(run.code == (isValid ? 1 : 2), "\(run.errors)")
    guard SchemaValidation.python != nil else { return }
    let mistakes = try SchemaValidation.mistakes(
      ["statement.json": String(decoding: bytes, as: UTF8.self)], schema: "signoff.schema.json")
    #expect((mistakes == "") == isValid, "\(mistakes)")
  }

  @Test(.enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"))
  func `statements and baselines keep to their schemas`() throws {
    let folder = try Self.signed()
    #expect(
      try SchemaValidation.mistakes(["a.json": Self.text("signoff.json", in: folder)], schema: "signoff.schema.json")
        == "")
    let run = try Pedigree.run(
      "check", "--baseline", "baseline.json", "--write-baseline", "--fail-on", "note", in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      try SchemaValidation.mistakes(["a.json": Self.text("baseline.json", in: folder)], schema: "baseline.schema.json")
        == "")
  }
}
