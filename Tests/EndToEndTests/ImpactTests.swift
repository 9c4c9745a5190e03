import TestSupport
import Testing

/// Which terms changed, what that changes for a project, and whether what was signed still stands.
@Suite struct ImpactTests {
  /// A licence of the tests' own, whose second version forbids commercial use.
  private static func license(_ version: Int, date: String, forbids: Bool) -> String {
    """
    id: own-terms-\(date)
    title: Own Terms \(version)
    maker: lab
    date: \(date)
    series: own-terms
    source: https://example.org/terms/\(version)
    binds: artefact
    obligations:
      - kind: use
        modality: may
        triggers: [use]
        clause: "1"
        summary: you may use it
      - kind: \(forbids ? "commercial-use" : "misrepresent-origin")
        modality: must-not
        triggers: [always]
        clause: "2"
        summary: \(forbids ? "do not use it commercially" : "do not claim that you made it")
        when: { reached-by: [derivative]\(forbids ? ", commercial: yes" : "") }
        require: \(forbids ? "{ never: yes }" : "{ attested: yes }")

    """
  }

  private static let manifest = """
    pedigree: 1
    model: { name: acme/chat-7b, license: Apache-2.0 }
    release: { how: [weights], commercial: yes }
    sources:
      - { model: lab/base, relation: finetune, license: own-terms-2024-01-01 }
    complete: true
    """

  /// A release under the first version of the terms, with the knowledge of both versions.
  private static func folder() throws -> (release: TemporaryFolder, knowledge: TemporaryFolder) {
    let knowledge = try TemporaryFolder([
      "own-terms-2024-01-01.yaml": license(1, date: "2024-01-01", forbids: false),
      "own-terms-2025-01-01.yaml": license(2, date: "2025-01-01", forbids: true),
    ])
    return (try TemporaryFolder(["pedigree.yaml": manifest]), knowledge)
  }

  private static func run(_ arguments: String..., in folder: TemporaryFolder, _ knowledge: TemporaryFolder) throws
    -> ProgramRun
  {
    try ProgramRun(
      ProgramRun.built("pedigree"), arguments + ["--licenses", knowledge.path], in: folder.path,
      environment: ["NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1788220800"])
  }

  @Test func `two versions of terms differ term by term`() throws {
    let (release, knowledge) = try Self.folder()
    let run = try Self.run("impact", "own-terms-2024-01-01", "own-terms-2025-01-01", in: release, knowledge)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("1 came, 1 went, 0 changed, 1 unchanged"), "\(run.output)")
    #expect(run.output.contains("+ must-not commercial-use (2)"))
  }

  @Test func `a project learns what opens if the new terms govern`() throws {
    let (release, knowledge) = try Self.folder()
    let named = try Self.run("impact", "own-terms-2024-01-01", "own-terms-2025-01-01", ".", in: release, knowledge)
    #expect(named.code == 1)
    #expect(
      named.output.contains("none -> violated  own-terms-2025-01-01/commercial-use#2 of lab/base"), "\(named.output)")
    let since = try Self.run("impact", "--since", "2024-06-01", in: release, knowledge)
    #expect(since.output == named.output)
    let back = try Self.run("impact", "own-terms-2025-01-01", "own-terms-2024-01-01", ".", in: release, knowledge)
    #expect(back.code == 0 && back.output.contains("governs none of its sources"))
  }

  @Test func `terms that came before the day, or that concern nothing, change nothing`() throws {
    let (release, knowledge) = try Self.folder()
    let late = try Self.run("impact", "--since", "2025-01-01", ".", in: release, knowledge)
    #expect(late.code == 0 && late.output.contains("no terms of these sources are known to have changed"))
    let same = try Self.run("impact", "own-terms-2024-01-01", "own-terms-2024-01-01", ".", in: release, knowledge)
    #expect(same.code == 0 && same.output.contains("no finding changes"), "\(same.output)")
  }

  @Test func `a sign-off stands as long as the changed terms open nothing`() throws {
    let (release, knowledge) = try Self.folder()
    let report = try Self.run("check", "--format", "json", "--fail-on", "never", in: release, knowledge)
    try release.write(Array(report.output.utf8), to: "report.json")
    let signed = try Self.run(
      "signoff", "report.json", "--by", "Jane", "--role", "counsel", "-o", "signoff.json", in: release, knowledge)
    #expect(signed.code == 0, "\(signed.errors)")
    let none = try Self.run("impact", "--since", "2025-06-01", "--signoff", "signoff.json", in: release, knowledge)
    #expect(none.code == 0 && none.output.contains("the sign-off still stands"), "\(none.output)")
    let since = try Self.run("impact", "--since", "2024-06-01", "--signoff", "signoff.json", in: release, knowledge)
    #expect(since.code == 1 && since.output.contains("the sign-off no longer stands: the changed terms open findings"))
    guard SchemaValidation.python != nil else { return }
    let json = try Self.run(
      "impact", "--since", "2024-06-01", "--signoff", "signoff.json", "--format", "json", in: release, knowledge)
    #expect(try SchemaValidation.mistakes(["impact.json": json.output], schema: "impact.schema.json") == "")
  }

  @Test func `a file with a text stands for its terms`() throws {
    let folder = "\(Repository.root)/Tests/EndToEndTests/Texts"
    let run = try Pedigree.run("impact", "acme-model-license-1.0.txt", "acme-model-license-1.1.md", in: folder)
    #expect(run.code == 0 && run.output.contains("LicenseRef-acme-model-license-1.1.md"), "\(run.output)\(run.errors)")
  }

  @Test(arguments: [
    (["impact"], "OLD NEW"), (["impact", "MIT"], "OLD NEW"), (["impact", "MIT", "no-such-terms"], "no-such-terms"),
    (["impact", "MIT", "llama"], "llama"), (["impact", "--since", "2024-02-30"], "--since"),
    (["impact", "--since", "2024-01-01", ".", "MIT"], "--since"), (["impact", "MIT", "ISC", "nowhere"], "nowhere"),
    (["impact", "MIT", "ISC", "--signoff", "pedigree.yaml"], "is not a sign-off"),
  ])
  func `wrong usage ends with 2 and prints nothing`(arguments: [String], told: String) throws {
    let folder = try TemporaryFolder(["pedigree.yaml": Self.manifest])
    let run = try ProgramRun(ProgramRun.built("pedigree"), arguments, in: folder.path, environment: ["NO_COLOR": "1"])
    #expect(run.code == 2 && run.output == "")
    #expect(run.errors.contains(told), "\(run.errors)")
  }
}
