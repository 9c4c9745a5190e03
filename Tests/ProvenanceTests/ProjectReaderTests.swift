import Diagnostics
import Obligations
import Provenance
import TestSupport
import Testing

@Suite struct ProjectReaderTests {
  private let manifest = "pedigree: 1\nmodel: { name: acme/helper-7b }\n"

  @Test func `draws the declared sources, and the sources of those, into one graph`() throws {
    let project = try ScratchProject([
      "pedigree.yaml": manifest + """
        sources:
          - { model: acme/base-7b, relation: finetune }
          - dataset: acme/data
            relation: trained-on
            sources:
              - { model: openai/gpt-4o, relation: generated-by, accepted-by: upstream, samples: 5 }
        """
    ]).read()
    #expect(
      project.lineage.shown == [
        "acme/helper-7b < finetune acme/base-7b", "acme/helper-7b < trained-on acme/data",
        "acme/data < generated-by openai/gpt-4o",
      ])
    #expect(project.lineage.edges.allSatisfy { $0.certainty == .declared })
    #expect(project.lineage.edges.last?.acquisition.acceptedBy == .upstream)
    #expect(project.nameLocation?.start.line == 2)
  }

  @Test(arguments: [
    ("sources: [{ model: acme/Helper-7B, relation: finetune }]", "lineage-cycle 3:20"),
    (
      "sources: [{ model: a/b-1, relation: merge, sources: [{ model: c/d, relation: merge, sources: [{ model: a/b-1, relation: merge }] }] }]",
      "lineage-cycle 3:104"
    ),
    (
      "sources: [{ model: a/b-1, relation: merge, sources: [{ model: acme/helper-7b@main, relation: merge }] }]",
      "lineage-cycle 3:63"
    ),
  ])
  func `refuses a source that is its own ancestor`(_ sources: String, _ place: String) throws {
    #expect(try ScratchProject(["pedigree.yaml": manifest + sources]).mistakes() == [place])
  }

  @Test func `takes a source that several others share for no circle`() throws {
    let project = try ScratchProject([
      "pedigree.yaml": manifest + """
        sources:
          - { model: a/one, relation: merge, sources: [{ model: a/base, relation: finetune }] }
          - { model: a/two, relation: merge, sources: [{ model: a/base, relation: finetune }] }
        """
    ]).read()
    #expect(project.lineage.nodes.map(\.id.text) == ["acme/helper-7b", "a/one", "a/base", "a/two"])
  }

  @Test(arguments: ["/etc/hostname", "../README.md", "docs/../../secret.md", "./../x", "docs/.."])
  func `reads no document outside the project`(_ document: String) throws {
    let project = try ScratchProject([
      "pedigree.yaml": manifest + "documents: [\(document)]\n", "docs/a.md": "x",
    ]).read()
    #expect(project.diagnostics.map(\.place) == ["document-outside 3:13"])
    #expect(!project.documents.contains { $0.file.path.contains("..") || $0.file.path.hasPrefix("/") })
  }

  @Test func `says which document is missing`() throws {
    let project = try ScratchProject(["pedigree.yaml": manifest + "documents: [NOTICE]\n"]).read()
    #expect(project.diagnostics.map(\.place) == ["document-missing 3:13"])
  }

  @Test func `reads the texts of a folder and of the folders in it, and the well-known ones at the top`() throws {
    let project = try ScratchProject([
      "pedigree.yaml": manifest + "documents: [./docs//, NOTICE]\n", "README.md": "# Card", "LICENSE": "text",
      "NOTICE": "text", "docs/a.md": "x", "docs/deep/b.txt": "x", "docs/logo.png": "x", "docs/c.html": "<p>x</p>",
      "other.md": "x", "license.yaml": "x: y",
    ]).read()
    #expect(project.diagnostics.map(\.place) == [])
    #expect(
      Set(project.documents.map(\.file.path)) == [
        "README.md", "LICENSE", "NOTICE", "docs/a.md", "docs/deep/b.txt", "docs/c.html",
      ])
    #expect(project.documents.count == 6)
    #expect(project.documentsAreComplete)
  }

  @Test func `finds the card by its name, or by what the manifest says`() throws {
    let found = try ScratchProject(["pedigree.yaml": manifest, "ReadMe.md": "# Card"]).read()
    #expect(found.card?.file.path == "ReadMe.md")
    let named = try ScratchProject([
      "pedigree.yaml": "pedigree: 1\nmodel: { name: a/b, card: cards/x.md }", "README.md": "no", "cards/x.md": "yes",
    ]).read()
    #expect(named.card?.file.path == "cards/x.md")
  }

  @Test func `does with a card alone, named by the command line`() throws {
    let folder = try ScratchProject(["README.md": "---\nlicense: mit\nbase_model: a/b-1\n---\n"])
    for file in [nil, "README.md"] {
      let project = try folder.read(file, name: "acme/x")
      #expect(project.lineage.shown == ["acme/x < finetune a/b-1"])
      #expect(project.declaredLicenses.map(\.name) == ["mit"])
      #expect(!project.documentsAreComplete)
    }
    #expect(try !folder.read().isNamed)
  }

  @Test func `holds the manifest's licence above the card's`() throws {
    let project = try ScratchProject([
      "pedigree.yaml": "pedigree: 1\nmodel: { name: a/b, license: mit }", "README.md": "---\nlicense: gpl-3.0\n---\n",
    ]).read()
    #expect(project.declaredLicenses.map(\.name) == ["mit"])
  }

  @Test func `decides nothing on a declaration that is broken`() throws {
    #expect(try ScratchProject(["pedigree.yaml": "pedigree: 1\nfoo: bar"]).mistakes() == ["yaml-unknown-key 2:1"])
    let missing = "pedigree: 1\nmodel: { name: a/b, card: gone.md }"
    #expect(try ScratchProject(["pedigree.yaml": missing]).mistakes() == ["file-unreadable 2:27"])
    #expect(try ScratchProject(["README.md": ""]).mistakes() == ["card-empty 1:1"])
    #expect(try ScratchProject(["notes.txt": "x"]).mistakes() == ["nothing"])
    #expect(try ScratchProject(["notes.txt": "x"]).mistakes("nowhere") == ["no such file"])
  }

  @Test func `warns where a card names the release as its own base`() throws {
    let project = try ScratchProject(["README.md": "---\nbase_model: acme/helper-7b\n---\n"]).read(
      name: "acme/Helper-7B")
    #expect(project.diagnostics.map(\.place) == ["lineage-self 2:13"])
    #expect(project.lineage.edges.isEmpty)
  }

  @Test func `keeps one edge where manifest, card and prose name the same source`() throws {
    let project = try ScratchProject([
      "pedigree.yaml": manifest + "sources: [{ model: acme/base-7b, relation: adapter }]\n",
      "README.md": "---\nbase_model: acme/Base-7B\n---\nFine-tuned from acme/base-7b.\n",
    ]).read()
    #expect(project.lineage.shown == ["acme/helper-7b < adapter acme/base-7b"])
    #expect(project.lineage.edges.first?.location.path == "pedigree.yaml")
  }

  @Test func `reads the text of a source's licence wherever the declaration says it is`() throws {
    let project = try ScratchProject([
      "pedigree.yaml": manifest + """
        sources: { model: acme/base-7b, relation: finetune, license-file: ./texts/base.txt }
        """,
      "texts/base.txt": "the text",
    ]).read()
    #expect(project.documents.map(\.file.path) == ["texts/base.txt"])
    let claim = try #require(project.lineage.nodes.last?.licenses.first)
    #expect(claim.file == "texts/base.txt")
    #expect(!project.documentsAreComplete, "one file is no list of all")
  }

  @Test(arguments: [
    ("LICENSE", DocumentRole.license), ("licence.md", .license), ("COPYING", .license), ("LICENSE-BASE", .otherLicense),
    ("LICENSE.base", .otherLicense), ("MODEL_LICENSE.txt", .otherLicense), ("docs/LICENSE", .otherLicense),
    ("COPYING.LESSER", .otherLicense), ("THIRD-PARTY-LICENSES", .otherLicense), ("USE_POLICY.md", .policy),
    ("use-policy.txt", .policy), ("TERMS.html", .policy), ("NOTICE.txt", .notice),
  ])
  func `a document is what its name says`(name: String, role: DocumentRole) throws {
    let project = try ScratchProject(["pedigree.yaml": manifest + "documents: [\(name)]\n", name: "x"]).read()
    #expect(project.documents.map(\.role) == [role])
  }
}
