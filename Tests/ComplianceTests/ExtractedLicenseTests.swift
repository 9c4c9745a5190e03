import Compliance
import Obligations
import TestSupport
import Testing

/// Licence texts that nobody has written down for pedigree: what a machine reads in them.
@Suite struct ExtractedLicenseTests {
  static let text = """
    Harbour Model License

    1. Grant. You may use and modify the Model.

    2. Conditions. If you distribute the Model or any derivative of it:
       (a) you must give every recipient a copy of this License;
       (b) you must display "Built with Harbour" prominently on a related website;
       (c) you must include "Harbour" at the beginning of the name of any derivative model.

    3. Restrictions. You shall not use the Model or its outputs for any commercial purpose.
       You shall not use the outputs of the Model to train or improve any other model.

    4. You must comply with all applicable laws.
    """

  private static func check(_ name: String = "acme/Harbour-7B", more: String = "", card: String = "") throws -> Report {
    let manifest = """
      model: { name: \(name), license: mit }
      sources: { model: harbour/base, relation: finetune, license-file: licenses/HARBOUR.txt }
      \(more)
      """
    let front = "---\nlicense: mit\n---\n# Thing\n\(card)\n"
    return try Scenario.check(manifest, files: ["licenses/HARBOUR.txt": text, "README.md": front])
  }

  private static let id = "LicenseRef-licenses-HARBOUR.txt"

  @Test func `a source's text binds the release: each duty with its clause, line and confidence`() throws {
    let report = try Self.check()
    let read = report.findings.filter { $0.license == Self.id && $0.kind != .outboundLicense }
    let told = read.map { finding in
      "\(finding.location?.start.line ?? 0): \(finding.modality.rawValue) \(finding.kind.rawValue), \(finding.clause)"
    }
    #expect(
      Set(told) == [
        "6: must include-license, 2(a)", "7: must display-branding, 2(b)", "8: must name-prefix, 2(c)",
        "10: must-not commercial-use, 3", "11: must-not train-on-outputs, 3", "13: must comply-with-law, 4",
      ])
    for finding in read {
      #expect(finding.confidence != nil)
      #expect(finding.message.contains("% sure"))
      #expect(finding.source == "harbour/base")
    }
    #expect(report.status("unknown-license") == .undetermined, "a reading may miss something")
  }

  @Test func `prescribed words are looked for, and what no file decides is a question`() throws {
    let shown = try Self.check(card: "Built with Harbour.")
    #expect(shown.status("\(Self.id)/include-license") == .satisfied)
    #expect(shown.status("\(Self.id)/name-prefix") == .satisfied)
    #expect(shown.status("\(Self.id)/display-branding") == .satisfied)
    #expect(shown.status("\(Self.id)/commercial-use") == .undetermined)
    #expect(shown.status("\(Self.id)/comply-with-law") == .undetermined)
    let hidden = try Self.check("acme/Port-7B", more: "documents: [README.md]")
    #expect(hidden.status("\(Self.id)/name-prefix") == .violated)
    #expect(hidden.status("\(Self.id)/display-branding") == .violated)
  }

  @Test func `a prohibition that a machine read is never broken by its word alone`() throws {
    let report = try Self.check(more: "release: { how: [weights], commercial: true }")
    #expect(report.status("\(Self.id)/commercial-use") == .undetermined)
    #expect(report.status("\(Self.id)/outbound-license") == .undetermined, "MIT drops what was read as a limit")
    let free = try Self.check(more: "release: { how: [weights], commercial: false }")
    #expect(free.status("\(Self.id)/commercial-use") == .notTriggered)
  }

  @Test func `an attestation settles what was read`() throws {
    let attest = """
      attest: { obligation: \(Self.id)/train-on-outputs#3, statement: no outputs were used, by: jane@acme.example }
      """
    #expect(try Self.check(more: attest).status("\(Self.id)/train-on-outputs") == .satisfied)
  }

  @Test func `the release's own unknown text speaks to others: it is told, and binds nobody here`() throws {
    let card = "---\nlicense: other\nlicense_name: harbour\nlicense_link: LICENSE\n---\n# Thing\n"
    let report = try Scenario.check(nil, files: ["README.md": card, "LICENSE": Self.text])
    let finding = try #require(report.findings("unknown-license").first)
    #expect(finding.status == .undetermined)
    let lines = finding.evidence.filter { $0.location?.path == "LICENSE" }
    #expect(lines.contains { $0.says.hasPrefix("must-not commercial-use, 3") && $0.location?.start.line == 10 })
    #expect(report.findings.allSatisfy { !$0.license.hasPrefix("LicenseRef-") })
  }

  @Test func `an unknown text over which a known licence is declared is a question`() throws {
    let card = "---\nlicense: mit\n---\n# Thing\n"
    let report = try Scenario.check(nil, files: ["README.md": card, "LICENSE": Self.text])
    #expect(report.status("unknown-license") == .undetermined)
    #expect(report.findings("unknown-license").first?.location?.path == "LICENSE")
    let pointer = try Scenario.check(nil, files: ["README.md": card, "LICENSE": "MIT, see opensource.org."])
    #expect(pointer.findings("unknown-license").isEmpty)
  }

  @Test func `the release's own text is searched for what a source wants kept`() throws {
    let manifest = """
      model: { name: acme/thing }
      sources: { model: lab/data, relation: finetune, license: cc-by-nc-4.0 }
      """
    let card = "---\nlicense: other\nlicense_name: harbour\nlicense_link: LICENSE\n---\n# Thing\n"
    let report = try Scenario.check(manifest, files: ["README.md": card, "LICENSE": Self.text])
    let finding = try #require(report.findings("CC-BY-NC-4.0/outbound-license").first)
    #expect(finding.status == .undetermined)
    #expect(finding.evidence.map(\.says).contains("a machine read `non-commercial` in it, 3"))
  }

  @Test func `a broken lexicon is said, and reads nothing`() throws {
    let library = Scenario.library([
      "lexicon/own.yaml": "rules:\n  - { kind: pay, modality: must, all: [nobody-knows-this], confidence: 80 }\n"
    ])
    let report = try Scenario.check(
      "model: { name: acme/thing, license: mit }",
      files: ["LICENSE": Self.text], library: library)
    #expect(report.diagnostics.map(\.id).contains("lexicon-broken"))
  }
}
