import Compliance
import Diagnostics
import LicenseKnowledge
import Obligations
import Testing

/// A project says how it is checked, and how questions of law are taken; the report says so.
@Suite struct SettingsTests {
  private static func check(
    _ more: String, require: String = "{ never: yes }", when: String = "{ interpretation: adapter-is-derivative }"
  ) throws -> Report {
    let manifest = """
      model: { name: acme/thing-7b, license: MIT }
      release: { how: [weights] }
      sources: { model: lab/base, relation: finetune, license: own-1 }
      \(more)
      """
    let file = SourceFile(
      path: "own-1.yaml",
      text: """
        id: own-1
        title: Own License
        binds: artefact
        obligations:
          - { kind: pay, modality: must, clause: '1', summary: pay, when: \(when), require: \(require) }
        """)
    let library = Library(Knowledge(overlays: [KnowledgeOverlay(folder: "ours", files: [("own-1.yaml", file)])]))
    return try Scenario.check(manifest, library: library)
  }

  @Test(arguments: [
    ("", Status.undetermined), ("interpret: { otherwise: cautious }", .violated),
    ("interpret: { otherwise: customary }", .undetermined),
    ("interpret: { adapter-is-derivative: no, otherwise: cautious }", .notTriggered),
  ])
  func `a stance answers what the project leaves open, and nothing else`(stance: String, status: Status) throws {
    let report = try Self.check(stance)
    #expect(report.status("own-1/pay") == status)
    #expect(report.assumptions.isEmpty == (status != .violated))
  }

  @Test func `every question of law has a cautious answer, and says where practice is documented`() {
    for question in Knowledge().interpretations() {
      #expect(question.cautious != nil, "\(question.id)")
      if let practice = question.customary?.practice { #expect(practice.hasPrefix("https://"), "\(question.id)") }
    }
  }

  @Test(arguments: ["own-1", "pay", "own-1/pay"])
  func `what is ignored is left out, and counted as that`(name: String) throws {
    let report = try Self.check("settings: { ignore: \(name) }")
    #expect(report.findings("own-1/pay").isEmpty)
    #expect(report.leftOut == 1)
  }

  @Test func `only what is selected is reported`() throws {
    let report = try Self.check("settings: { select: [own-1/pay] }")
    #expect(Set(report.findings.map(\.id)) == ["own-1/pay"])
  }

  @Test func `a kind weighs what the project says`() throws {
    let report = try Self.check("settings: { severity: { pay: error } }")
    #expect(report.findings("own-1/pay").map(\.severity) == [.error])
    #expect(Gate(failsOn: .error).verdict(of: report) == .fail)
  }

  @Test(arguments: ["ignore: llama-3.1/name-prefx", "select: [no-such-license]", "severity: { no-such-kind: note }"])
  func `a name that means nothing is an error`(setting: String) throws {
    let report = try Self.check("settings: { \(setting) }")
    #expect(report.diagnostics.contains { $0.kind == .settingUnknown && $0.severity == .error })
  }

  @Test func `what is broken is told at any depth`() throws {
    let always = "{ reached-by: [derivative] }"
    #expect(try Self.check("settings: { max-depth: 0 }", when: always).status("own-1/pay") == .violated)
    let open = try Self.check("settings: { max-depth: 0 }", require: "{ attested: yes }", when: always)
    #expect(open.findings("own-1/pay").isEmpty)
    #expect(open.leftOut > 0)
  }
}
