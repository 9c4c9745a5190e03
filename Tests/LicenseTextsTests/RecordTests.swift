import Testing

@testable import LicenseTexts

/// What is one record and what are several, which words it quotes, and which clause it cites.
@Suite struct RecordTests {
  /// `[clause] modality kind: quote`, with line breaks as blanks.
  private static func records(_ text: String, as path: String = "sample.txt") throws -> [String] {
    let parsed = try WordingReading.parse(text, as: path)
    return parsed.obligations.map {
      "[\($0.clause)] \($0.modality.rawValue) \($0.kind.rawValue): \(parsed.text.words(in: $0.range))"
        .split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }

  @Test func `a list of forbidden uses is one record, from its lead-in to its last item`() throws {
    let records = try Self.records(
      """
      4. Limits. You may not use the Model:
         (a) to stalk people;
         (b) to threaten people; or
         (c) in weapons.
      """)
    #expect(
      records == [
        "[4] must-not restricted-use: You may not use the Model: (a) to stalk people; (b) to threaten people; "
          + "or (c) in weapons."
      ])
  }

  @Test func `an item of another kind is a record of its own beside the list`() throws {
    let records = try Self.records(
      """
      4. Limits. You may not:
         (a) use the Model to stalk people;
         (b) reverse engineer the Model; or
         (c) use the Model in weapons.
      """)
    #expect(records.filter { $0.contains("restricted-use") }.count == 1)
    #expect(records.contains { $0.hasPrefix("[4(b)] must-not reverse-engineer: reverse engineer the Model") })
    #expect(records.count == 2)
  }

  @Test func `a list all of whose items are of other kinds is no list of forbidden uses`() throws {
    let records = try Self.records(
      """
      4. Limits. You may not:
         (a) reverse engineer the Model;
         (b) scrape the Service; or
         (c) bypass the safety filters.
      """)
    #expect(
      records.map { $0.prefix { $0 != ":" } } == [
        "[4(a)] must-not reverse-engineer", "[4(b)] must-not extract-data", "[4(c)] must-not circumvent",
      ])
  }

  @Test func `items of a list of duties are records of their own, each with its clause`() throws {
    let records = try Self.records(
      """
      2. Copies. If you distribute the Material, you must:
         a. give each recipient a copy of this Licence;
         b. keep all copyright notices; and
         c. mark modified files with a notice.
      """)
    #expect(
      records == [
        "[2.a] must include-license: give each recipient a copy of this Licence",
        "[2.b] must retain-notices: keep all copyright notices; and",
        "[2.c] must state-changes: mark modified files with a notice.",
      ])
  }

  @Test func `one sentence states what is allowed and what is demanded for it`() throws {
    let records = try Self.records(
      "You may distribute the Material, provided that you include a copy of this License.")
    #expect(
      records == [
        "[] may distribute: You may distribute the Material",
        "[] must include-license: provided that you include a copy of this License.",
      ])
  }

  @Test func `the same demand in two clauses is two records`() throws {
    let records = try Self.records(
      """
      1. Weights. You must give all recipients of the weights a copy of this License.

      2. Products. You must give all users of a product a copy of this License.
      """)
    #expect(records.map { $0.prefix { $0 != ":" } } == ["[1] must include-license", "[2] must include-license"])
  }

  @Test func `a condition of the lead-in decides when an item bites`() throws {
    let parsed = try WordingReading.parse(
      """
      2. If you use the outputs to train a model, you must:
         a. include “Acme” at the beginning of its name;
         b. paint it.
      """)
    #expect(
      parsed.obligations.map(WordingReading.line) == ["must name-prefix (train-on-outputs)"])
  }

  @Test func `text, Markdown and HTML of the same words give the same records`() throws {
    let plain = "1. You may use the Model.\n\n2. You may not sell the Model.\n"
    let html = "<ol><li>You may use the Model.</li><li>You may not sell the Model.</li></ol>"
    let expected = ["[1] may use: You may use the Model.", "[2] must-not sublicense: You may not sell the Model."]
    #expect(try Self.records(plain) == expected)
    let markdown = try Self.records(plain.replacing("may", with: "**may**"), as: "a.md")
    #expect(markdown == expected)
    let page = try Self.records(html, as: "a.html")
    #expect(page == expected)
  }

  @Test func `definitions make no records, except the one of derivatives`() throws {
    let records = try Self.records(
      """
      “Use” means to run the Model, which you may do.

      “Derivative Works” means all works that are based on the Material.
      """)
    #expect(
      records == [
        "[] none define-derivative: \"Derivative Works\" means all works that are based on the Material."
      ])
  }

  @Test(arguments: [
    ("“Derivatives” means all works based on the Model.", false),
    ("“Derivatives” means all works based on the Model and all models trained on its outputs.", true),
    ("“Output” means what the Model says. It may be used to create models.", false),
  ])
  func `a definition that takes in distilled models widens when a duty bites`(definition: String, isWide: Bool) throws {
    let parsed = try WordingReading.parse("\(definition)\n\nYou must mark your Derivatives as modified versions.\n")
    let triggers = try #require(parsed.obligations.first { $0.kind == .stateChanges }).triggers
    #expect(triggers.contains(.distributeDerivative))
    #expect(triggers.contains(.trainOnOutputs) == isWide)
  }

  @Test(arguments: [
    ("“Distribution” means handing over a copy.", false),
    ("“Distribution” means handing over a copy, or hosting as a service.", true),
  ])
  func `a definition that takes in hosting widens when a duty bites`(definition: String, isWide: Bool) throws {
    let parsed = try WordingReading.parse("\(definition)\n\nYou must retain all copyright notices in copies.\n")
    let triggers = try #require(parsed.obligations.first { $0.kind == .retainNotices }).triggers
    #expect(triggers.contains(.distribute))
    #expect(triggers.contains(.host) == isWide)
  }
}
