import Diagnostics
import LicenseKnowledge
import Testing

@Suite struct OverlayTests {
  private static func license(_ id: String, title: String) -> String {
    """
    id: \(id)
    title: \(title)
    binds: artefact
    obligations: []
    """
  }

  private static func overlay(_ folder: String, _ files: [(String, String)]) -> KnowledgeOverlay {
    KnowledgeOverlay(folder: folder, files: files.map { ($0, SourceFile(path: "\(folder)/\($0)", text: $1)) })
  }

  @Test func `a folder adds licences to the embedded ones`() {
    let overlay = Self.overlay("ours", [("models/acme-1.yaml", Self.license("acme-1", title: "Acme License"))])
    let knowledge = Knowledge(overlays: [overlay])
    #expect(knowledge.resolve("Acme License") == .known("acme-1"))
    #expect(knowledge.license("acme-1")?.title == "Acme License")
    #expect(knowledge.origin(of: "acme-1") == .folder("ours"))
    #expect(knowledge.license("MIT")?.id == "MIT")
    #expect(knowledge.origin(of: "MIT") == .embedded)
  }

  @Test func `a folder that adds or replaces a file changes the digest`() {
    let file = Self.license("MIT", title: "Our MIT")
    let digests = [
      [], [("software/MIT.yaml", file)], [("software/acme.yaml", file)], [("software/MIT.yaml", file + "\n")],
    ].map { files in Knowledge(overlays: [Self.overlay("ours", files)]).digest }
    #expect(Set(digests).count == digests.count)
    #expect(Knowledge(overlays: [Self.overlay("elsewhere", [("software/MIT.yaml", file)])]).digest == digests[1])
  }

  @Test(arguments: ["software/MIT.yaml", "data/MIT.yaml", "services/MIT.yaml"])
  func `a folder replaces a licence by its id, in whichever folder it stands`(path: String) {
    let knowledge = Knowledge(overlays: [Self.overlay("ours", [(path, Self.license("MIT", title: "Our MIT"))])])
    #expect(knowledge.license("MIT")?.title == "Our MIT")
    #expect(knowledge.origin(of: "MIT") == .folder("ours"))
    #expect(knowledge.licenseIDs.count { $0 == "MIT" } == 1)
    #expect(knowledge.resolve("Our MIT") == .known("MIT"))
  }

  @Test func `a licence file at the top of a folder is read`() {
    let knowledge = Knowledge(overlays: [
      Self.overlay("ours", [("acme-1.yaml", Self.license("acme-1", title: "Acme License"))])
    ])
    #expect(knowledge.license("acme-1")?.title == "Acme License")
  }

  @Test func `the later of two folders counts`() {
    let knowledge = Knowledge(overlays: [
      Self.overlay("first", [("models/acme-1.yaml", Self.license("acme-1", title: "First"))]),
      Self.overlay("second", [("models/acme-1.yaml", Self.license("acme-1", title: "Second"))]),
    ])
    #expect(knowledge.license("acme-1")?.title == "Second")
    #expect(knowledge.origin(of: "acme-1") == .folder("second"))
  }

  @Test(arguments: [
    ("id: acme-1\ntitle: T\nbinds: nobody\nobligations: []\n", "`nobody` is not a valid binds"),
    ("id: acme-1\ntitle: T\nbinds: artefact\n", "a licence file lacks `obligations`"),
    ("id: acme-2\ntitle: T\nbinds: artefact\nobligations: []\n", "`acme-2` is in a file of another name"),
    (
      "id: acme-1\ntitle: T\nbinds: artefact\nobligatons: []\nobligations: []\n",
      "unknown key `obligatons` in a licence file"
    ),
    (
      "id: acme-1\ntitle: T\nbinds: artefact\nobligations:\n  - { kind: pay, modality: must, clause: '1', summary: s }\n",
      "a duty or prohibition needs `require`"
    ),
    (
      "id: acme-1\ntitle: T\nbinds: artefact\nobligations:\n"
        + "  - { kind: pay, modality: must, clause: '1', summary: s, require: { never: yes, attested: yes } }\n",
      "a requirement has exactly one key, this one has 2"
    ),
  ])
  func `a broken licence file is reported at its line`(text: String, summary: String) throws {
    let broken = Knowledge(overlays: [Self.overlay("ours", [("models/acme-1.yaml", text)])]).lint()
    let diagnostic = try #require(broken.first { $0.summary == summary }, "\(broken.map(\.summary))")
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.location?.path == "ours/models/acme-1.yaml")
  }
}
