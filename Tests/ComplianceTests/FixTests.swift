import Compliance
import Diagnostics
import Obligations
import Provenance
import TestSupport
import Testing

/// What can be mended mechanically is mended, and nothing else is touched.
@Suite struct FixTests {
  /// A release before and after it was mended, and mended again.
  private struct Mending {
    let before: Report
    let fix: Fix
    let after: Report
    let again: Fix
    let texts: [String: String]
  }

  private static func read(_ folder: TemporaryFolder, name: String?) throws -> Project {
    try ProjectReader(library: Scenario.embedded).read(folder.path, name: name)
  }

  private static func mend(_ files: [String: [UInt8]], name: String? = nil) throws -> Mending {
    let folder = try TemporaryFolder()
    for (path, bytes) in files { try folder.write(bytes, to: path) }
    let fixer = Fixer(library: Scenario.embedded, today: CalendarDate("2026-09-01"))
    let project = try read(folder, name: name)
    let before = Scenario.check(project, today: "2026-09-01")
    let fix = fixer.fix(project)
    for file in fix.files { try folder.write(file.new.bytes, to: file.new.path) }
    let mended = try read(folder, name: name)
    return Mending(
      before: before, fix: fix, after: Scenario.check(mended, today: "2026-09-01"), again: fixer.fix(mended),
      texts: Dictionary(fix.files.map { ($0.new.path, String(decoding: $0.new.bytes, as: UTF8.self)) }) { $1 })
  }

  private static func mend(_ files: [String: String], name: String? = nil) throws -> Mending {
    try mend(files.mapValues { Array($0.utf8) }, name: name)
  }

  private static func open(_ report: Report) -> [[String]: Int] {
    Dictionary(grouping: report.findings.filter(\.isOpen)) { [$0.fingerprint, $0.status.rawValue] }.mapValues(\.count)
  }

  /// What is open after a fix and was not before, or is worse.
  private static func worse(_ mending: Mending) -> [String] {
    let before = open(mending.before)
    return mending.after.findings.filter { finding in
      finding.isOpen && before[[finding.fingerprint, finding.status.rawValue]] == nil
        && !(finding.status == .undetermined && before[[finding.fingerprint, Status.violated.rawValue]] != nil)
    }.map { "\($0.status.rawValue) \($0.citation) of \($0.source): \($0.message)" }
  }

  private static func manifest(_ sources: String, license: String? = nil) -> String {
    """
    pedigree: 1
    model: { name: acme/Llama-harbour-8b\(license.map { ", license: \($0)" } ?? "") }
    release: { how: [weights], commercial: yes, monthly-active-users: 1000, date: 2026-08-01 }
    licensee: { competes-with: [], domicile: US }
    sources:
    \(sources.split(separator: "\n").map { "  - \($0)" }.joined(separator: "\n"))
    complete: yes

    """
  }

  private static let llama = "{ model: meta-llama/Llama-3.1-8B, relation: finetune }"
  private static let card =
    "---\ntags: [harbour] # ours\nlanguage: en\n---\n\n# Harbour\n\nAnswers questions about ships.\n"

  // MARK: Findings

  /// Sources, the findings that are mended, and words that stand in a file afterwards.
  private static let mended: [(sources: String, findings: [String], path: String, words: String)] = [
    (llama, ["llama-3.1/notice-file"], "NOTICE", "Llama 3.1 is licensed under the Llama 3.1 Community License"),
    (llama, ["llama-3.1/display-branding"], "README.md", "\n\n## Attribution\n\nBuilt with Llama\n"),
    (
      "{ model: lab/base, relation: finetune, license: Apache-2.0 }", ["Apache-2.0/state-changes"], "README.md",
      "This model is a fine-tuned version of lab/base."
    ),
    (
      "{ model: google/gemma-2-9b, relation: quantized }", ["gemma-terms-2024-04-01/notice-file"], "NOTICE",
      "Gemma is provided under and subject to"
    ),
    (
      "{ dataset: lab/data, relation: trained-on, license: CC-BY-4.0 }", ["CC-BY-4.0/give-credit"], "README.md",
      "datasets: lab/data"
    ),
  ]

  @Test(arguments: mended) func `what a licence prescribes is put where people get it`(
    sources: String, findings: [String], path: String, words: String
  ) throws {
    let mending = try Self.mend(["pedigree.yaml": Self.manifest(sources), "README.md": Self.card])
    for id in findings where mending.before.findings(id).contains(where: \.isOpen) {
      #expect(mending.after.findings(id).allSatisfy { !$0.isOpen }, "\(id)")
    }
    #expect(mending.texts[path]?.contains(words) == true, "\(mending.texts)")
    #expect(Self.worse(mending) == [])
    #expect(mending.again.files.isEmpty && mending.again.mended.isEmpty)
  }

  @Test(arguments: Repository.entries(of: "\(Repository.root)/samples").filter { !$0.contains(".") })
  func `a sample gets better and never worse, and is mended once`(sample: String) throws {
    let folder = "\(Repository.root)/samples/\(sample)"
    var files: [String: [UInt8]] = [:]
    for path in Repository.files(below: folder, suffix: "") { files[path] = Repository.bytes(of: "\(folder)/\(path)") }
    let mending = try Self.mend(files)
    #expect(Self.worse(mending) == [])
    #expect(mending.again.files.isEmpty, "\(mending.again.mended)")
    #expect(mending.fix.files.isEmpty == mending.fix.mended.isEmpty)
  }

  // MARK: The declaration

  @Test func `the card says what the declaration says`() throws {
    let sources = """
      { model: lab/base, relation: merge, license: MIT }
      { model: lab/other, relation: merge, license: MIT }
      { dataset: lab/data, relation: trained-on, license: CC0-1.0 }
      { model: lab/teacher, relation: distilled, license: MIT }
      """
    let mending = try Self.mend(["pedigree.yaml": Self.manifest(sources, license: "mit"), "README.md": Self.card])
    let card = try #require(mending.texts["README.md"])
    #expect(
      card.hasPrefix(
        "---\ntags: [harbour] # ours\nlanguage: en\nbase_model: [lab/base, lab/other]\nbase_model_relation: merge\n"
          + "datasets: lab/data\nlicense: mit\n---\n\n# Harbour\n"))
    #expect(card.contains("This model was trained on outputs of lab/teacher."))
    #expect(Self.worse(mending) == [])
    #expect(mending.again.mended.isEmpty, "\(mending.again.mended)")
  }

  @Test func `a licence that the Hub has no word for goes by its name and address`() throws {
    let mending = try Self.mend([
      "pedigree.yaml": Self.manifest(
        "{ model: lab/base, relation: finetune, license: MIT }", license: "nvidia-open-model-2025-10-24"),
      "README.md": Self.card,
    ])
    let card = try #require(mending.texts["README.md"])
    #expect(
      card.contains("\nlicense: other\nlicense_name: nvidia-open-model-2025-10-24\nlicense_link: https://"), "\(card)")
  }

  @Test func `where one licence is left, the card gets it, and where several are, it is the author's to choose`() throws
  {
    let one = try Self.mend([
      "pedigree.yaml": Self.manifest("{ model: lab/base, relation: finetune, license: AGPL-3.0 }"),
      "README.md": Self.card,
    ])
    #expect(one.texts["README.md"]?.contains("\nlicense: agpl-3.0\n") == true, "\(one.fix.left.map(\.reason))")
    #expect(Self.worse(one) == [])
    let several = try Self.mend([
      "pedigree.yaml": Self.manifest("{ model: lab/base, relation: finetune, license: CC-BY-SA-4.0 }"),
      "README.md": Self.card,
    ])
    #expect(several.texts["README.md"]?.contains("license:") != true)
  }

  @Test func `what the card's prose says otherwise is not overruled`() throws {
    let card = Self.card + "\nLicense: MIT\n"
    let mending = try Self.mend([
      "pedigree.yaml": Self.manifest("{ model: lab/base, relation: finetune, license: AGPL-3.0 }"), "README.md": card,
    ])
    #expect(mending.texts["README.md"]?.contains("license: agpl-3.0") != true)
  }

  @Test func `nothing is stated that nobody declared`() throws {
    // The card mentions a base, and no file says that the release was made from it in a way that is known.
    let guessed = try Self.mend(["README.md": "# Harbour\n\nInspired by Llama 3.1.\n"], name: "acme/Llama-3.1-harbour")
    #expect(guessed.fix.mended.isEmpty, "\(guessed.fix.mended)")
    // Nobody gets what stays inside, so nothing has to be shown.
    let inside = try Self.mend([
      "pedigree.yaml":
        "pedigree: 1\nmodel: { name: acme/x }\nrelease: { how: [internal] }\nsources: [\(Self.llama)]\n",
      "README.md": Self.card,
    ])
    #expect(
      !inside.fix.mended.contains { $0.says.contains("Built with") || $0.path == "NOTICE" }, "\(inside.fix.mended)")
  }

  // MARK: Bytes

  private static let shapes: [String] = [
    card, "\u{FEFF}" + card, card.replacing("\n", with: "\r\n"), "# Harbour\n", "# Harbour", "\u{FEFF}# Harbour\r\n",
    "---\nbase_model:\n  - lab/first # kept\nlicense: mit\n---\ntext", "---\nbase_model: lab/first\n---\n",
    "---\nbase_model: [ \"lab/first\" ]\n---\n", "---\nbase_model: # none yet\ntags: []\n---\n",
    "---\n  tags:\n    - a\n---\n",
  ]

  @Test(arguments: shapes) func `everything else in the card stays byte for byte`(card: String) throws {
    let mending = try Self.mend(["pedigree.yaml": Self.manifest(Self.llama), "README.md": card])
    let new = Array(try #require(mending.texts["README.md"]).utf8)
    // Every byte of the old card is there, in its order.
    var rest = new[...]
    for byte in Array(card.utf8) {
      let place = try #require(rest.firstIndex(of: byte), "\(card)")
      rest = rest[(place + 1)...]
    }
    let ends = zip([0] + new, new).filter { $1 == 0x0A }.map(\.0)
    #expect(!card.utf8.contains(0x0D) || ends.allSatisfy { $0 == 0x0D })
    #expect(mending.after.findings("llama-3.1/display-branding").allSatisfy { $0.status == .satisfied })
    #expect(mending.again.files.isEmpty, "\(mending.again.mended)")
    #expect(card.utf8.starts(with: [0xEF, 0xBB, 0xBF]) == new.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test(arguments: [
    "---\ntags: [", "---\ntags: [a\n---\n", "---\n- a\n---\n", "# A\n\n```\nopen fence\n", "---\n{ tags: a }\n---\n",
  ])
  func `a card that can't be edited safely is left as it is, or loses nothing`(card: String) throws {
    let mending = try Self.mend(["pedigree.yaml": Self.manifest(Self.llama), "README.md": card])
    if let new = mending.texts["README.md"] { #expect(new.hasPrefix(card) || new.hasSuffix(card)) }
    #expect(mending.again.files.isEmpty)
  }
}
