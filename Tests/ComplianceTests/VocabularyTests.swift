import Compliance
import Diagnostics
import LicenseKnowledge
import Obligations
import TestSupport
import Testing

/// Everything that pedigree can report has one name, says what it is, and is documented.
@Suite struct VocabularyTests {
  @Test func `no two things that can be reported share a name`() {
    let names = FindingKind.allCases.map(\.rawValue) + DiagnosticID.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: FindingKind.allCases)
  func `a kind is found by its name`(kind: FindingKind) {
    #expect(FindingKind(rawValue: kind.rawValue) == kind)
    #expect(MessageStyle.complaint(about: kind.summary) == nil)
  }

  @Test(arguments: ProjectRule.allCases)
  func `a licence file can't ask for what only a project's files can break`(rule: ProjectRule) {
    let text = """
      id: acme-1
      title: Acme License
      binds: artefact
      obligations:
        - { kind: \(rule.rawValue), modality: may, clause: '1', summary: anything }
      """
    let file = SourceFile(path: "ours/acme-1.yaml", text: text)
    let knowledge = Knowledge(overlays: [KnowledgeOverlay(folder: "ours", files: [("acme-1.yaml", file)])])
    let errors = knowledge.lint().filter { $0.location?.file === file }
    #expect(errors.map(\.kind).contains(.yamlUnknownWord))
  }
}
