import Compliance
import Foundation
import Provenance
import Reporting
import Testing

/// A project that is assessed once can be weighed under any answers, as if it had declared them.
@Suite struct AssessmentTests {
  private static let sources = [
    "{ model: lab/base, relation: finetune, license: llama-3.1 }",
    "{ model: lab/part, relation: adapter, license: CC-BY-NC-4.0 }",
    "{ model: lab/chat, relation: distilled, service: openai-api, terms: openai-business-terms, accepted-by: us }",
    "{ dataset: lab/talk, relation: trained-on, license: CC-BY-SA-4.0 }",
  ]

  /// A manifest whose sources stand at the same places whatever it answers beside them.
  private static func manifest(license: String, _ answers: String, sources: [String] = sources) -> String {
    let license = license.isEmpty ? "" : ", license: \(license)"
    return """
      model: { name: acme/thing-7b\(license)\(String(repeating: " ", count: 40 - license.count))}
      sources: [\(sources.joined(separator: ", "))]
      complete: yes
      \(answers)
      """
  }

  private static let answers: [(license: String, answers: String)] = [
    ("mit", ""), ("llama-3.1", ""), ("cc-by-nc-4.0", ""), ("", "release: { how: [weights] }"),
    ("mit", "release: { how: [hosted] }"), ("mit", "release: { how: [internal] }"),
    ("mit", "release: { how: [product], commercial: yes, date: 2024-06-01, monthly-active-users: 800000000 }"),
    ("gemma", "interpret: { adapter-is-derivative: yes }"), ("mit", "interpret: { adapter-is-derivative: no }"),
    ("mit", "licensee: { domicile: DE, competes-with: [OpenAI] }"), ("mit", "licensee: { competes-with: [] }"),
    ("mit", "attest: { obligation: llama-3.1/comply-with-policy, statement: s, by: jane }"),
  ]

  /// What a report says, but for the folder and the files that it was made from.
  private static func report(_ report: Report) throws -> String {
    let json = try ReportJSON(Gate(failsOn: .error), includesNotTriggered: true).render(report)
    var object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    object["inputs"] = nil
    object["folder"] = nil
    return String(decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
  }

  @Test(arguments: answers) func `other answers give what a fresh check of them gives`(
    license: String, answers: String
  ) throws {
    let assessment = Assessment(try Scenario.project(Self.manifest(license: "mit", "")), library: Scenario.embedded)
    let declaring = try Scenario.project(Self.manifest(license: license, answers))
    let checker = Checker(library: Scenario.embedded, today: nil)
    let expected = try Self.report(checker.check(declaring))
    #expect(try Self.report(checker.report(on: assessment.answering(Answers(of: declaring)))) == expected)
  }

  @Test func `a maker's licence under which a release goes out tells of a source, and another one does not`() throws {
    let sources = [Self.sources[3]]
    let plain = try Scenario.project(Self.manifest(license: "mit", "", sources: sources))
    let makers = try Scenario.project(Self.manifest(license: "llama-3.1", "", sources: sources))
    let checker = Checker(library: Scenario.embedded, today: nil)
    let assessment = Assessment(plain, library: Scenario.embedded).answering(Answers(of: makers))
    #expect(checker.report(on: assessment).findings.contains { $0.license == "llama-3.1" })
    let back = assessment.answering(Answers(of: plain))
    #expect(try Self.report(checker.report(on: back)) == Self.report(checker.check(plain)))
  }

  @Test func `a project with a card alone can be asked as if it had declared something`() throws {
    let files = ["README.md": "---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Thing\n"]
    let card = try Scenario.project(nil, files: files)
    let declaring = try Scenario.project("release: { how: [internal] }", files: files)
    let checker = Checker(library: Scenario.embedded, today: nil)
    let answered = Assessment(card, library: Scenario.embedded).answering(Answers(of: declaring))
    #expect(try Self.report(checker.report(on: answered)) == Self.report(checker.check(declaring)))
  }
}
