import Compliance
import Diagnostics
import LicenseTexts
import MarkupText
import TestSupport
import Testing

/// Licence texts in a project that are not worded as they were published; the text is this repository's own LICENSE.
@Suite struct AlteredLicenseTests {
  private static let original = Repository.bytes(of: "\(Repository.root)/LICENSE").map {
    String(decoding: $0, as: UTF8.self)
  }

  private static let card = "---\nlicense: apache-2.0\nbase_model: lab/base\n---\n# Thing\n"
  private static let manifest = """
    model: { name: acme/thing, license: apache-2.0 }
    sources: { model: lab/base, relation: finetune, license: apache-2.0 }
    """

  /// Checks a project whose LICENSE is the original with every `old` replaced.
  private static func check(
    replacing old: String = "", with new: String = "", manifest: String = manifest, as name: String = "LICENSE"
  ) throws -> Report {
    let text = try #require(original)
    if !old.isEmpty { try #require(text.contains(old)) }
    return try Scenario.check(manifest, files: [name: old.isEmpty ? text : text.replacing(old, with: new)])
  }

  private static let id = "Apache-2.0/modified-license"

  /// The text from one clause's number to another's.
  private static func clauses(_ first: Int, upTo end: Int) throws -> String {
    let text = try #require(original)
    let start = try #require(text.range(of: "   \(first). ")).lowerBound
    return String(text[start..<(try #require(text.range(of: "   \(end). "))).lowerBound])
  }

  @Test func `a true copy is no finding, with its notices filled in and without the appendix`() throws {
    let text = try #require(Self.original)
    let end = try #require(text.range(of: "APPENDIX"))
    let copies = [text, text.replacing("[yyyy]", with: "2025"), String(text[..<end.lowerBound])]
    for copy in copies {
      let report = try Scenario.check(Self.manifest, files: ["LICENSE": copy])
      #expect(report.findings(Self.id).isEmpty)
      #expect(report.status("Apache-2.0/include-license") == .satisfied)
    }
  }

  @Test func `a copy that lost a clause under its title is violated, at the place`() throws {
    let report = try Self.check(replacing: try Self.clauses(4, upTo: 5))
    let finding = try #require(report.findings(Self.id).first)
    #expect(finding.status == .violated)
    #expect(finding.clause.hasPrefix("4"))
    #expect(finding.location?.path == "LICENSE")
    #expect((finding.location?.start.line ?? 0) > 80)
    #expect(report.status("Apache-2.0/include-license") == .undetermined)
  }

  @Test func `words that were changed in a clause with duties are violated, and read anew`() throws {
    let report = try Self.check(
      replacing: "You must give any other recipients", with: "You must not sell, and need not give any recipients")
    let finding = try #require(report.findings(Self.id).first)
    #expect(finding.status == .violated)
    #expect(finding.clause == "4(a)")
    let line = try #require(finding.location).start.line
    #expect(report.findings.contains { $0.license == "LicenseRef-LICENSE" && $0.location?.start.line == line })
  }

  private static let addition = "You may not use the Work or any Derivative Works for any commercial purpose."

  @Test func `words that were added ask which text governs, and what they say joins the ledger`() throws {
    let report = try Self.check(
      replacing: "   9. Accepting", with: "   \(Self.addition)\n\n   9. Accepting")
    #expect(report.status(Self.id) == .undetermined)
    let read = try #require(report.findings("LicenseRef-LICENSE/commercial-use").first)
    #expect(read.status == .undetermined)
    #expect(read.modality == .mustNot)
    #expect(read.source == "lab/base")
    #expect(read.location?.text == Self.addition)
    #expect(read.confidence != nil)
  }

  @Test func `an altered licence of the release's own is not taken to keep what the plain one keeps`() throws {
    let plain = try Self.check()
    #expect(plain.status("Apache-2.0/outbound-license") == .satisfied)
    let altered = try Self.check(replacing: try Self.clauses(4, upTo: 5))
    #expect(altered.status("Apache-2.0/outbound-license") == .undetermined)
  }

  @Test func `an altered text under a title and a name of its own breaks nothing`() throws {
    let text = try #require(Self.original).replacing(try Self.clauses(3, upTo: 4), with: "")
    let titled = text.replacing("Apache License\n", with: "Acme Licence\n")
    let report = try Scenario.check(
      nil,
      files: [
        "README.md": "---\nlicense: other\nlicense_name: acme-licence\nlicense_link: LICENSE\n---\n# Thing\n",
        "LICENSE": titled,
      ])
    #expect(report.status(Self.id) == .undetermined)
  }

  @Test func `a collection of third parties' licences is nobody's altered copy`() throws {
    let manifest = "model: { name: acme/thing, license: mit }"
    let lost = try Self.clauses(4, upTo: 5)
    let report = try Self.check(replacing: lost, manifest: manifest, as: "THIRD_PARTY_LICENSES.txt")
    #expect(report.findings(Self.id).isEmpty)
  }

  @Test func `a source whose licence file is an altered text is weighed by what stands there`() throws {
    let manifest = """
      model: { name: acme/thing, license: mit }
      sources: { model: lab/base, relation: finetune, license-file: LICENSE-BASE }
      """
    let report = try Self.check(
      replacing: "   9. Accepting", with: "   \(Self.addition)\n\n   9. Accepting", manifest: manifest,
      as: "LICENSE-BASE")
    #expect(report.findings("Apache-2.0/include-license").isEmpty, "it is not the plain licence")
    #expect(report.status("LicenseRef-LICENSE-BASE/include-license") == .satisfied)
    #expect(report.status("LicenseRef-LICENSE-BASE/commercial-use") == .undetermined)
    #expect(report.status("unknown-license") == .undetermined)
  }

  @Test func `terms of a service are no copies that anybody owes, so that nothing is broken by another page of them`()
    throws
  {
    let library = Scenario.library([
      "services/terms.yaml": """
      id: terms
      title: Some Terms
      binds: acceptor
      obligations:
        - { kind: pay, modality: must, clause: '4', summary: pay, when: { commercial: yes }, require: { attested: yes } }
      """,
      "signatures/terms.yaml": SignatureFile([
        LicenseSignature(
          id: "terms", of: ReadableText.read(SourceFile(path: "terms.txt", text: try #require(Self.original))))
      ]).yaml,
      "signatures/Apache.yaml": SignatureFile([]).yaml,
    ])
    let text = try #require(Self.original).replacing(try Self.clauses(4, upTo: 5), with: "")
    let manifest = "model: { name: acme/thing, license: terms }"
    let report = try Scenario.check(manifest, files: ["LICENSE": text], library: library)
    #expect(report.status("terms/modified-license") == .undetermined)
  }
}
