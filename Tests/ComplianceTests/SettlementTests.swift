import Compliance
import Diagnostics
import Obligations
import Testing

/// A warning asks only for what the author can do; everything else that is open is a note.
@Suite struct SettlementTests {
  /// The finding about `id`, under the test's own licence, of a release of `acme`'s.
  private static func finding(
    _ id: String, _ sources: String, when: String = "{ reached-by: [derivative] }", require: String = "{ never: yes }",
    files: [String: String] = [:]
  ) throws -> Finding? {
    let manifest = """
      model: { name: acme/thing-7b, license: MIT }
      release: { how: [weights] }
      sources: \(sources)
      """
    let library = OwnLicense(when: when, require: require).library
    return try Scenario.check(manifest, files: files, library: library).findings(id).first
  }

  private static let base = "{ model: lab/base, relation: finetune, license: own-1 }"

  @Test(arguments: [
    ("{ never: yes }", "{ commercial: yes }", Settler.you, Severity.warning),
    ("{ never: yes }", "{ licensee: { competes-with: Lab } }", .you, .warning),
    ("{ notice-file: any }", "{ reached-by: [derivative] }", .you, .warning),
    ("{ attested: yes }", "{ reached-by: [derivative] }", .conduct, .note),
    ("{ attested: yes }", "{ commercial: yes }", .conduct, .note),
    ("{ never: yes }", "{ interpretation: own-question }", .law, .note),
    ("{ attested: yes }", "{ interpretation: own-question }", .law, .note),
    ("{ never: yes }", "{ commercial: yes, interpretation: own-question }", .law, .note),
  ])
  func `what is missing says who can settle it`(require: String, when: String, settler: Settler, severity: Severity)
    throws
  {
    let finding = try #require(try Self.finding("own-1/pay", Self.base, when: when, require: require))
    #expect(finding.status == .undetermined)
    #expect(finding.settler == settler)
    #expect(finding.severity == severity)
  }

  @Test(arguments: [
    // The author took it.
    ("{ model: lab/base, relation: finetune }", "lab/base", Settler.you),
    // The author says in the manifest what it was made from.
    (
      "{ model: lab/base, relation: finetune, license: MIT, sources: { model: else/first, relation: finetune } }",
      "else/first", .you
    ),
  ])
  func `whoever declares a source can find out its licence`(sources: String, source: String, settler: Settler) throws {
    let manifest = "model: { name: acme/thing-7b, license: MIT }\nsources: \(sources)"
    let finding = try #require(
      try Scenario.check(manifest).findings("unknown-license").first { $0.source == source })
    #expect(finding.settler == settler)
    #expect(finding.severity == .warning)
  }

  @Test func `what only somebody upstream knows is a note`() throws {
    let card =
      "---\nlicense: mit\nbase_model: lab/tuned\n---\n# lab/tuned\n\nlab/tuned was fine-tuned from else/first.\n"
    let report = try Scenario.check(nil, files: ["README.md": card])
    for finding in report.findings where finding.settler == .upstream { #expect(finding.severity == .note) }
  }

  @Test func `what follows from a name only is a note, and says on which guess it rests`() throws {
    let manifest = """
      model: { name: acme/thing-7b, license: MIT }
      sources: { model: lab/my-llama-3.1-8b-tuned, relation: finetune }
      """
    let guessed = try Scenario.check(manifest).findings.filter { $0.root != nil && $0.isOpen }
    #expect(!guessed.isEmpty)
    for finding in guessed { #expect(finding.severity == .note, "\(finding.id)") }
  }

  @Test func `what is broken is an error however far away its source is`() throws {
    let sources = """
      { model: lab/tuned, relation: finetune, license: MIT, sources: {
        model: lab/first, relation: finetune, license: MIT, sources: \(Self.base) } }
      """
    let finding = try #require(try Self.finding("own-1/pay", sources))
    #expect(finding.status == .violated)
    #expect(finding.severity == .error)
    #expect(finding.settler == .you)
  }

  @Test func `what is settled has nobody to settle it`() throws {
    let report = try Scenario.check("model: { name: acme/thing-7b, license: MIT }\nsources: \(Self.base)")
    for finding in report.findings where !finding.isOpen {
      #expect(finding.settler == nil)
      #expect(finding.severity == .note)
    }
  }
}
