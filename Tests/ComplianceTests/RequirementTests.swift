import Compliance
import Testing

/// Every kind of `require`, met, broken, and left open.
@Suite struct RequirementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let require: String
    let status: Status
    var name: String? = "acme/thing-7b"
    var license = "mit"
    var more = ""
    var files: [String: String] = [:]

    var testDescription: String {
      "\(require) \(status.rawValue) \(name ?? "-") \(license) \(files.keys.sorted()) \(more)"
    }
  }

  private static let card = "---\nlicense: mit\n---\n# Thing\n"
  private static let altered = OwnLicense.text + (0..<60).map { " condition\($0)" }.joined()

  static let cases = [
    Case(require: "{ name-starts-with: [Thing, Ding] }", status: .satisfied, name: "acme/Ding-7b"),
    Case(require: "{ name-starts-with: [Thing] }", status: .violated, name: "Thing/other-Thing"),
    Case(require: "{ name-starts-with: [Thing] }", status: .undetermined, name: "acme/thing-7b"),
    Case(require: "{ name-starts-with: [Thing] }", status: .undetermined, name: nil),
    Case(require: "{ name-contains: [Thing] }", status: .satisfied, name: "acme/other-Thing"),
    Case(require: "{ name-contains: [Thing] }", status: .violated, name: "Thing/other"),
    Case(require: "{ name-contains: [Thing] }", status: .undetermined, name: "acme/other-thing"),

    Case(
      require: "{ document-says: [\"Made with Thing\"] }", status: .satisfied,
      files: ["README.md": "\(card)\nThis is **made\n  with** [“Thing”](https://example.org).\n"]),
    Case(
      require: "{ document-says: [\"Built on Thing\", \"Made with Thing\"] }", status: .satisfied,
      files: ["README.md": card, "docs/about.html": "<p>Made <b>with</b> Thing</p>"]),
    Case(
      require: "{ document-says: [\"Made with Thing\"] }", status: .violated, more: "documents: [README.md]",
      files: ["README.md": card]),
    Case(require: "{ document-says: [\"Made with Thing\"] }", status: .undetermined, files: ["README.md": card]),
    Case(
      require: "{ document-says: [\"Made with Thing\"] }", status: .undetermined,
      files: ["README.md": "\(card)\n<!-- Made with Thing -->\nMade with Thingamajig\n"]),

    Case(require: "{ notice-file: any }", status: .satisfied, files: ["NOTICE.txt": "anything"]),
    Case(
      require: "{ notice-file: any }", status: .violated, more: "documents: [README.md]", files: ["README.md": card]),
    Case(require: "{ notice-file: any }", status: .undetermined, files: ["README.md": card]),
    Case(
      require: "{ notice-file: \"Thing is © Lab\" }", status: .satisfied,
      files: ["NOTICE": "This is:\nTHING is (c)\nlab"]),
    Case(require: "{ notice-file: \"Thing is © Lab\" }", status: .violated, files: ["NOTICE": "nothing of the kind"]),
    Case(require: "{ notice-file: \"Thing is © Lab\" }", status: .undetermined, files: ["README.md": "Thing is © Lab"]),

    Case(require: "{ license-copy: yes }", status: .satisfied, files: ["LICENSE": OwnLicense.text]),
    Case(require: "{ license-copy: yes }", status: .undetermined, files: ["LICENSE": altered]),
    Case(
      require: "{ license-copy: yes }", status: .violated, more: "documents: [LICENSE]",
      files: ["LICENSE": "some other licence"]),
    Case(require: "{ license-copy: yes }", status: .undetermined),

    Case(require: "{ outbound-license: [same] }", status: .satisfied, license: "own-1"),
    Case(require: "{ outbound-license: [own-2, MIT] }", status: .satisfied, license: "mit"),
    Case(require: "{ outbound-license: [same] }", status: .violated, license: "apache-2.0"),
    Case(require: "{ outbound-license: [same] }", status: .undetermined, license: "openrail"),
    Case(require: "{ outbound-license: [same] }", status: .undetermined, license: "nobody-knows-it"),

    Case(
      require: "{ card-declares: base_model }", status: .satisfied,
      files: ["README.md": "---\nbase_model: lab/base\n---\n# Thing\n"]),
    Case(require: "{ card-declares: base_model }", status: .undetermined, files: ["README.md": card]),
    Case(require: "{ card-declares: base_model }", status: .undetermined),
    Case(require: "{ card-declares: license }", status: .satisfied, files: ["README.md": card]),
    Case(
      require: "{ card-declares: license }", status: .violated, files: ["README.md": "---\ntags: [a]\n---\n# Thing\n"]),

    Case(require: "{ never: yes }", status: .violated),
    Case(require: "{ attested: yes }", status: .undetermined),
    Case(
      require: "{ attested: yes }", status: .satisfied,
      more: "attest: [{ obligation: own-1/pay, statement: done, by: jane@acme.example }]"),
    Case(
      require: "{ attested: yes }", status: .undetermined,
      more: "attest: [{ obligation: own-2/pay, statement: done, by: jane@acme.example }]"),
  ]

  @Test(arguments: cases) func `what files show is satisfied, what they rule out is violated`(_ test: Case) throws {
    let name = test.name.map { "name: \($0), " } ?? ""
    let documents = test.files.keys.filter { $0.contains("/") }.map { "documents: [\($0)]" }.joined()
    let manifest = """
      model: { \(name)license: \(test.license) }
      sources: { model: lab/base, relation: finetune, license: own-1 }
      \(test.more)
      \(documents)
      """
    let report = try Scenario.check(
      manifest, files: test.files, library: OwnLicense(require: test.require).library)
    let finding = try #require(report.findings("own-1/pay").first)
    #expect(finding.status == test.status)
    #expect(finding.missing.isEmpty == (test.status != .undetermined))
    #expect((finding.help != nil) == [.violated, .undetermined].contains(test.status))
    if test.status == .satisfied { #expect(finding.evidence.contains { $0.location != nil }, "nothing proves it") }
  }

  @Test func `a copy that was altered in one word is told with the clause`() throws {
    let manifest = """
      model: { name: acme/other, license: mit }
      sources: { model: lab/base, relation: finetune, license: own-1 }
      documents: [LICENSE]
      """
    var words = OwnLicense.text.split(separator: " ", omittingEmptySubsequences: false)
    words.insert("not", at: 250)
    let report = try Scenario.check(
      manifest, files: ["LICENSE": words.joined(separator: " ")],
      library: OwnLicense(require: "{ license-copy: yes }").library)
    let finding = try #require(report.findings("own-1/pay").first)
    #expect(finding.status == .undetermined)
    #expect(finding.evidence.map(\.says).contains("3 is changed (0 words gone, 1 new)"))
  }

  @Test func `an attestation does not outweigh what the files show`() throws {
    let manifest = """
      model: { name: acme/other, license: mit }
      sources: { model: lab/base, relation: finetune, license: own-1 }
      attest: { obligation: own-1/pay, statement: the name is fine, by: jane@acme.example }
      """
    let library = OwnLicense(require: "{ name-starts-with: [Thing] }").library
    #expect(try Scenario.check(manifest, library: library).status("own-1/pay") == .violated)
  }
}
