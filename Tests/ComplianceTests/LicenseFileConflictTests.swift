import Compliance
import Diagnostics
import LicenseTexts
import MarkupText
import TestSupport
import Testing

/// The texts of licence files against the licence that the release declares.
@Suite struct LicenseFileConflictTests {
  /// The text that the signature of `own-2` recognises.
  private static let second = OwnLicense.text.split(separator: " ").reversed().joined(separator: " ")

  private static let library = {
    func yaml(_ id: String) -> String {
      """
      id: \(id)
      title: The \(id) License
      binds: artefact
      obligations:
        - { kind: pay, modality: must, clause: '1', summary: pay, when: { commercial: yes }, require: { attested: yes } }
      """
    }
    func signature(_ id: String, _ text: String) -> LicenseSignature {
      LicenseSignature(id: id, of: ReadableText.read(SourceFile(path: "\(id).txt", text: text)))
    }
    return Scenario.library([
      "models/own-1.yaml": yaml("own-1"), "models/own-2.yaml": yaml("own-2"),
      "signatures/own.yaml": SignatureFile([signature("own-1", OwnLicense.text), signature("own-2", second)]).yaml,
    ])
  }()

  private static func check(_ license: String, files: [String: String], front: String = "") throws -> Report {
    var files = files
    files["README.md"] = "---\nlicense: \(license)\n\(front)---\n# Thing\n"
    return try Scenario.check(nil, files: files, library: library)
  }

  @Test func `a LICENSE with another licence's text is a conflict, at its first line`() throws {
    let report = try Self.check("own-2", files: ["LICENSE.txt": OwnLicense.text])
    let finding = try #require(report.findings("declaration-conflict").first)
    #expect(finding.status == .violated)
    #expect(finding.location?.path == "LICENSE.txt")
    #expect(finding.evidence.compactMap(\.location?.path) == ["README.md", "LICENSE.txt"])
  }

  @Test(arguments: [
    ["LICENSE": OwnLicense.text], ["LICENSE": OwnLicense.text + "\n\n" + second],
    ["LICENSE": second, "COPYING": OwnLicense.text], ["LICENSE-BASE": second], ["licenses/LICENSE": second],
    ["NOTICE": second], ["LICENSE": second, "MODEL_LICENSE": OwnLicense.text],
    ["LICENSE": "This model is under The own-1 License."],
  ])
  func `licences of parts and sources beside the declared one are none`(files: [String: String]) throws {
    #expect(try Self.check("own-1", files: files).findings("declaration-conflict").isEmpty)
  }

  @Test func `an altered text of another licence is one still, unless too much of it is gone`() throws {
    let altered = OwnLicense.text.replacing("\n\n3.", with: " and so on\n\n3.")
    #expect(try Self.check("own-2", files: ["LICENSE": altered]).status("declaration-conflict") == .violated)
    let cut = Self.second.split(separator: " ").dropLast(100).joined(separator: " ")
    #expect(try Self.check("own-1", files: ["LICENSE": cut]).status("declaration-conflict") == .undetermined)
  }

  @Test func `several licences of which none is declared are a question`() throws {
    let both = OwnLicense.text + "\n\n" + Self.second
    #expect(try Self.check("mit", files: ["LICENSE": both]).status("declaration-conflict") == .undetermined)
  }

  @Test func `a name that stands for no licence is settled by the text it comes with`() throws {
    let front = "license_name: thing-licence\nlicense_link: LICENSE\n"
    let report = try Self.check("other", files: ["LICENSE": OwnLicense.text], front: front)
    #expect(report.findings("declaration-conflict").isEmpty)
    #expect(report.findings("unknown-license").isEmpty)
    // A family's name says too little, and yet more than that any text will do.
    let family = try Self.check("openrail", files: ["LICENSE": OwnLicense.text])
    #expect(family.status("unknown-license") == .undetermined)
  }

  @Test func `a release that declares no licence is under the one whose text it shows`() throws {
    let report = try Scenario.check(
      nil, files: ["README.md": "# Thing\n", "LICENSE": OwnLicense.text], library: Self.library)
    #expect(report.findings("unknown-license").isEmpty)
  }

  @Test func `a gate that shows another licence is a conflict, at its place in the card`() throws {
    let lines = OwnLicense.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    let gate = "extra_gated_prompt: |-\n\(lines.joined(separator: "\n"))\n"
    let finding = try #require(try Self.check("own-2", files: [:], front: gate).findings("declaration-conflict").first)
    #expect(finding.status == .violated)
    #expect(finding.location?.start.line == 4)
    #expect(try Self.check("own-1", files: [:], front: gate).findings("declaration-conflict").isEmpty)
  }
}
