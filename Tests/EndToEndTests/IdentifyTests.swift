import TestSupport
import Testing

/// Runs `signature` and `identify` as a user does, over a licence of the tests' own.
@Suite struct IdentifyTests {
  private static let clauses = [
    "You may study the lighthouse, paint it and show the paintings to everybody who comes along the shore.",
    "You may not sell tickets for the lighthouse unless the keeper has given written consent beforehand.",
    "The keeper gives no warranty that the lamp burns at night, and is not liable for ships that run aground.",
  ]

  private static func text(_ clauses: [String]) -> String {
    (["Lighthouse Licence"] + clauses.enumerated().map { "\($0.offset + 1). \($0.element)" }).joined(separator: "\n\n")
      + "\n"
  }

  /// A folder with the licence, altered copies of it, and its signature.
  private static func folder() throws -> TemporaryFolder {
    let signature = try Pedigree.run(
      "signature", "lighthouse-1", "LICENSE", "--text-version", "1", files: ["LICENSE": text(clauses)])
    var freed = clauses
    freed[1] = freed[1].replacing("may not", with: "may")
    return try TemporaryFolder([
      "LICENSE": "Copyright (c) 2024 Jane Doe\n\n" + text(clauses).uppercased(), "FREED": text(freed),
      "SHORTER": text([clauses[0], clauses[2]]), "TWICE": text(clauses) + "\n" + text(clauses), "EMPTY": "",
      "known/signatures/lighthouse.yaml": signature.output,
    ])
  }

  @Test func `each file is told with its altered clauses`() throws {
    let folder = try Self.folder()
    let run = try Pedigree.run(
      "identify", "--licenses", "known", "LICENSE", "FREED", "SHORTER", "TWICE", "EMPTY", in: folder.path)
    #expect(run.code == 0)
    #expect(run.errors.hasPrefix("EMPTY:1:1: warning: no text was found"))
    #expect(
      run.output == """
        LICENSE:3-9: lighthouse-1: unaltered
        FREED:1-7: lighthouse-1: altered, 98.2 % alike
          2: changed at line 5 (1 word gone, 0 new)
        SHORTER:1-5: lighthouse-1: altered, 71.4 % alike
          2: missing (16 words), behind line 3
        TWICE:1-7: lighthouse-1: unaltered
        TWICE:9-15: lighthouse-1: unaltered
        EMPTY: unknown

        """)
  }

  @Test func `a text that only resembles a licence is told with it, in JSON with its likeness`() throws {
    let folder = try Self.folder()
    var other = Self.clauses
    other[2] = other[2].replacing("ships", with: "boats")
    let untitled = Self.text(other).split(separator: "\n", maxSplits: 1).last.map(String.init) ?? ""
    try folder.write(Array(untitled.utf8), to: "OTHER")
    let run = try Pedigree.run("identify", "--licenses", "known", "OTHER", in: folder.path)
    #expect(
      run.output == """
        OTHER:2-6: unknown, akin to lighthouse-1, 96.3 % alike
          3: changed at line 6 (1 word gone, 1 new)

        """)
    let json = try Pedigree.run("identify", "--licenses", "known", "--format", "json", "OTHER", in: folder.path)
    #expect(json.output.contains(#""kind" : "unknown""#))
    #expect(json.output.contains(#""nearest" : {"#))
  }

  @Test(.enabled(if: SchemaValidation.python != nil, "python3 with jsonschema and yaml is not here"))
  func `the JSON keeps to its schema`() throws {
    let texts = try Self.folder()
    let answer = try Pedigree.run(
      "identify", "--licenses", "known", "--format", "json", "LICENSE", "FREED", "SHORTER", "TWICE", "EMPTY",
      in: texts.path)
    let mistakes = try SchemaValidation.mistakes(["answer.json": answer.output], schema: "identity.schema.json")
    #expect(mistakes == "")
  }

  @Test func `a file that is missing does not keep the others from being told`() throws {
    let folder = try Self.folder()
    let run = try Pedigree.run("identify", "--licenses", "known", "NONE", "LICENSE", in: folder.path)
    #expect(run.code == 2)
    #expect(run.errors == "pedigree: no such file: `NONE`\n")
    #expect(run.output == "LICENSE:3-9: lighthouse-1: unaltered\n")
  }

  @Test func `a collection gives one file for ids that begin alike`() throws {
    let later = Self.text(Self.clauses + ["The keeper may end all of this with a notice of three days."])
    let folder = try TemporaryFolder([
      "texts/INDEX.tsv": "path\tid\tversion\tvariant\n1.txt\tlighthouse-1\t1\t0\n2.txt\tlighthouse-2\t2\t0\n",
      "texts/1.txt": Self.text(Self.clauses), "texts/2.txt": later,
    ])
    #expect(try Pedigree.run("signatures", "texts/INDEX.tsv", "known/signatures", in: folder.path).code == 0)
    #expect(Repository.entries(of: "\(folder.path)/known/signatures") == ["lighthouse.yaml"])
    let run = try Pedigree.run("identify", "--licenses", "known", "texts/1.txt", "texts/2.txt", in: folder.path)
    #expect(
      run.output == """
        texts/1.txt:1-7: lighthouse-1: unaltered
        texts/2.txt:1-9: lighthouse-2: unaltered

        """)
  }
}
