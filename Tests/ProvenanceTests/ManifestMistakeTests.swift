import Diagnostics
import Provenance
import TestSupport
import Testing

@Suite struct ManifestMistakeTests {
  private func messages(_ text: String) -> [Diagnostic] {
    var reader = ManifestReader()
    _ = reader.read(SourceFile(path: "pedigree.yaml", text: text))
    return reader.diagnostics
  }

  @Test(arguments: [
    ("pedigree: 1\nmodle: { name: a/b }", "yaml-unknown-key 2:1", "did you mean `model`?"),
    ("pedigree: 1\nmodel: { nmae: a/b }", "yaml-unknown-key 2:10", "did you mean `name`?"),
    ("pedigree: 1\nrelease: { comercial: yes }", "yaml-unknown-key 2:12", "did you mean `commercial`?"),
    ("pedigree: 1\nlicensee: { competes_with: [] }", "yaml-unknown-key 2:13", "did you mean `competes-with`?"),
    (
      "pedigree: 1\nsources: [{ model: a/b, relation: merge, sample: 1 }]", "yaml-unknown-key 2:42",
      "did you mean `samples`?"
    ),
    (
      "pedigree: 1\nattest: [{ obligation: a/b, statment: x, by: y, statement: z }]", "yaml-unknown-key 2:29",
      "did you mean `statement`?"
    ),
    (
      "pedigree: 1\nwaive: [{ finding: a/b, reason: risk-accepted, by: y, expire: 2026-01-01 }]",
      "yaml-unknown-key 2:55", "did you mean `expires`?"
    ),
  ])
  func `finds a misspelt key wherever it stands`(_ text: String, _ place: String, _ help: String) {
    let found = messages(text)
    #expect(found.map(\.place) == [place])
    #expect(found.first?.help == help)
  }

  @Test(arguments: [
    ("pedigree: 1\nsources: [{ model: a/b, relation: fintune }]", "yaml-unknown-word 2:35", "did you mean `finetune`?"),
    (
      "pedigree: 1\nsources: [{ model: a/b, relation: generated_by }]", "yaml-unknown-word 2:35",
      "did you mean `generated-by`?"
    ),
    ("pedigree: 1\nrelease: { how: [weight] }", "yaml-unknown-word 2:18", "did you mean `weights`?"),
    (
      "pedigree: 1\nsources: [{ model: a/b, relation: distilled, accepted-by: them }]", "yaml-unknown-word 2:59",
      "one of: us, upstream"
    ),
    (
      "pedigree: 1\nwaive: [{ finding: a/b, reason: licence-acquired, by: y }]", "yaml-unknown-word 2:33",
      "did you mean `license-acquired`?"
    ),
  ])
  func `finds a word that is none of the vocabulary`(_ text: String, _ place: String, _ help: String) {
    let found = messages(text)
    #expect(found.map(\.place) == [place])
    #expect(found.first?.help == help)
  }

  @Test(arguments: [
    ("licensee: { competes-with: [OpenIA] }", "2:29", "`OpenIA` is not a known maker", "did you mean `OpenAI`?"),
    ("licensee: { competes-with: '*' }", "2:28", "`*` is not a known maker", "write `other:*`"),
    ("licensee: { competes-with: [Acme] }", "2:29", "`Acme` is not a known maker", "write `other:Acme`"),
    ("licensee: { domicile: XX }", "2:23", "`XX` is not a known country", "ISO 3166-1"),
    ("release: { territories: [DE, Utopia] }", "2:30", "`Utopia` is not a known country", "ISO 3166-1"),
    (
      "sources: [{ model: gpt4all, relation: distilled, service: openai-apl }]", "2:59",
      "`openai-apl` is not a known service", "did you mean `openai-api`?"
    ),
    (
      "sources: [{ model: a/b, relation: distilled, terms: mit }]", "2:53",
      "`mit` is not a known version or series of a service's terms", "write `other:mit`"
    ),
    (
      "sources: [{ model: GTP-4, relation: distilled }]", "2:20", "`GTP-4` is not a known model",
      "did you mean `openai/gpt-4`?"
    ),
  ])
  func `a name that is not understood is an error, and never nobody`(
    _ line: String, _ place: String, _ summary: String, _ help: String
  ) {
    let found = messages("pedigree: 1\n\(line)")
    #expect(found.map { "\($0.location?.start.line ?? 0):\($0.location?.start.column ?? 0)" } == [place])
    #expect(found.first?.summary == summary)
    #expect(found.first?.help?.contains(help) == true)
    #expect(found.flatMap(\.styleMistakes) == [])
  }

  @Test(arguments: [
    "2025-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "01-02-2025", "2025/01/02", "yesterday", "2025-04-31",
    "[2025-01-01]", "2025-01-01T00:00:00",
  ])
  func `refuses what is no day`(_ day: String) {
    #expect(messages("pedigree: 1\nrelease: { date: \(day) }").map(\.place) == ["yaml-wrong-type 2:18"])
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "'2025-01-01'"])
  func `takes days that exist`(_ day: String) {
    #expect(messages("pedigree: 1\nrelease: { date: \(day) }").map(\.place) == [])
  }

  @Test(arguments: [
    ("", "manifest-empty 1:1"), ("# comment\n", "manifest-empty 1:1"), ("model: { name: a/b }", "yaml-missing-key 1:1"),
    ("pedigree: 2", "manifest-version 1:11"), ("pedigree: '1'", "manifest-version 1:11"),
    ("pedigree: 1\npedigree: 1", "yaml-duplicate-key 2:1"), ("pedigree: 1\na: &a x\nb: *a", "yaml-alias 3:4"),
    ("pedigree: 1\n---\npedigree: 1", "yaml-several-documents 2:1"), ("[pedigree]", "yaml-wrong-type 1:1"),
    ("pedigree: 1\nmodel: acme/x", "yaml-wrong-type 2:8"), ("pedigree: 1\nsources: acme/x", "yaml-wrong-type 2:10"),
    ("pedigree: 1\nmodel: { name: [a] }", "yaml-wrong-type 2:16"),
    ("pedigree: 1\nrelease: { commercial: maybe }", "yaml-wrong-type 2:24"),
    ("pedigree: 1\nrelease: { monthly-active-users: -1 }", "yaml-wrong-type 2:34"),
    ("pedigree: 1\nrelease: { annual-revenue-usd: 2M }", "yaml-wrong-type 2:32"),
    ("pedigree: 1\ncomplete: 1", "yaml-wrong-type 2:11"),
    ("pedigree: 1\ninterpret: { adapter-is-derivative: perhaps }", "yaml-wrong-type 2:37"),
    ("pedigree: 1\ndocuments: [{ file: README.md }]", "yaml-wrong-type 2:13"),
    ("pedigree: 1\nsources: [{ model: a/b }]", "yaml-missing-key 2:11"),
    ("pedigree: 1\nsources: [{ relation: merge }]", "manifest-source 2:11"),
    ("pedigree: 1\nsources: [{ model: a/b, dataset: c/d, relation: merge }]", "manifest-source 2:11"),
    (
      "pedigree: 1\nsources: [{ model: a/b, relation: distilled, from: 2024-02-01, to: 2024-01-01 }]",
      "manifest-dates 2:11"
    ),
    ("pedigree: 1\nattest: [{ obligation: a/b, by: y }]", "yaml-missing-key 2:10"),
    ("pedigree: 1\nmodel: { name: a/b }\ndataset: { name: a/c }", "manifest-subject 3:10"),
    ("pedigree: 1\nsources: [{ model: a/b, relation: merge, by: joe }]", "manifest-license-basis 2:46"),
    (
      "pedigree: 1\nsources: [{ model: a/b, relation: merge, license: mit, license-basis: dual, by: joe }]",
      "yaml-missing-key 2:11"
    ),
    (
      "pedigree: 1\nsources: [{ model: a/b, relation: merge, license-basis: dual, by: joe, evidence: letter }]",
      "manifest-license-basis 2:57"
    ),
    ("pedigree: 1\nlicensee: { domicile: worldwide }", "manifest-country 2:23"),
    ("pedigree: 1\nwaive: [{ finding: a/b, by: y }]", "yaml-missing-key 2:9"),
    ("pedigree: 1\nwaive: [{ reason: risk-accepted, by: y }]", "yaml-missing-key 2:9"),
  ])
  func `says what is wrong and where`(_ text: String, _ place: String) {
    let found = messages(text)
    #expect(found.map(\.place) == [place])
    #expect(found.allSatisfy { $0.severity == .error })
    #expect(found.flatMap(\.styleMistakes) == [])
  }

  @Test func `names the key that is missing`() {
    #expect(messages("pedigree: 1\nattest: [{ statement: x, by: y }]").first?.summary.contains("`obligation`") == true)
    let relation = messages("pedigree: 1\nsources: [{ model: a/b }]").first
    #expect(relation?.help?.contains("finetune") == true)
  }

  @Test func `reads sources nested as deep as anybody needs, and refuses deeper ones`() {
    func nested(_ levels: Int) -> String {
      let opening = (0..<levels).map { "{ model: a/m\($0), relation: merge, sources: [" }.joined()
      return "pedigree: 1\nsources: [\(opening)\(String(repeating: "] }", count: levels))]"
    }
    #expect(messages(nested(16)).map(\.id) == [])
    #expect(messages(nested(17)).map(\.id) == ["manifest-too-deep"])
    #expect(messages(nested(60)).map(\.id) == ["yaml-too-deep"])
  }
}
