import Testing

@testable import LicenseTexts

/// Clauses that say the opposite of what their words alone would say.
@Suite struct TurnedClauseTests {
  private static func read(_ text: String) throws -> [String] {
    try WordingReading.parse(text).obligations.map { "\($0.modality.rawValue) \($0.kind.rawValue)" }
  }

  /// Ways to forbid, with a verb, its noun and its participle.
  static let bans = [
    "You may not @verb.", "You are not permitted to @verb.", "Licensee agrees not to @verb.", "No one may @verb.",
    "Under no circumstances may you @verb.", "Neither you nor your affiliates may @verb.",
    "You have no right to @verb.", "No right to @verb is granted.", "Permission to @verb is not granted.",
    "This licence does not include the right to @verb.", "This licence excludes the right to @verb.",
    "Nothing in this Agreement gives you the right to @verb.", "You may run the Model, but not @verb.",
    "You may run the Model, except that you may not @verb.",
    "We grant you a licence to run the Model, without the right to @verb.",
    "You are granted the right to run the Model but not to @verb.",
    "@noun of the Model is prohibited.", "@noun of the Model is not permitted.",
    "@noun of the Model is excluded from this licence.", "No @noun of the Model is allowed.",
    "The Model may not be @done.", "The Model must never be @done.", "In no event may the Model be @done.",
  ]
  static let acts = [
    (kind: "distribute", verb: "distribute the Model", noun: "Distribution", done: "distributed"),
    (kind: "modify", verb: "modify the Model", noun: "Modification", done: "modified"),
    (kind: "sublicense", verb: "sublicense the Model", noun: "Sublicensing", done: "sublicensed"),
    (
      kind: "commercial-use", verb: "use the Model for commercial purposes", noun: "Commercial use",
      done: "used for commercial purposes"
    ),
  ]

  @Test(arguments: bans) func `a ban is a ban, however it is worded`(ban: String) throws {
    for act in Self.acts {
      let text = ban.replacing("@verb", with: act.verb).replacing("@noun", with: act.noun)
        .replacing("@done", with: act.done)
      let records = try Self.read(text)
      #expect(records.contains("must-not \(act.kind)"), "\(text) \(records)")
      #expect(!records.contains("may \(act.kind)"), "\(text) \(records)")
    }
  }

  @Test(arguments: [
    "You need not @.", "You are not required to @.", "You have no obligation to @.", "You do not have to @.",
    "You may, but need not, @.", "Licensee is under no obligation to @.", "You may choose to @.",
  ])
  func `what need not be done is no duty`(freedom: String) throws {
    for duty in [
      "give credit to the authors", "include a copy of this licence", "retain the copyright notices", "pay any fee",
      "make the source code available", "indemnify Acme", "obtain a separate commercial licence from Acme",
      "display “Built with Heron” on your website", "disclose that content is AI-generated",
    ] {
      let text = freedom.replacing("@", with: duty)
      let records = try Self.read(text)
      #expect(!records.contains { $0.hasPrefix("must ") }, "\(text) \(records)")
    }
  }

  @Test(arguments: [
    ("Nothing else grants you permission to modify the Work.", "may modify"),
    ("You must obtain permission to distribute the Work.", "may distribute"),
    ("You may use the Model for any purpose, excluding commercial purposes.", "may commercial-use"),
    ("No party will be liable for indirect damages.", "must indemnify"),
    ("You may distribute copies without paying a royalty.", "must pay"),
    ("The name of the author may not be used to endorse products.", "must-not restricted-use"),
    ("This licence does not restrict reverse engineering.", "must-not reverse-engineer"),
    ("Nothing herein will prevent either party from developing competing products.", "must-not compete"),
    ("You are not prohibited from distributing the Model.", "must-not distribute"),
    ("Commercial use is not prohibited.", "must-not commercial-use"),
    ("Use is not limited to research.", "must-not beyond-research"),
    ("You do not own the outputs.", "may own-outputs"),
    ("You may only use the Model for research.", "may use"),
    ("您无需支付任何费用。", "must pay"),
  ])
  func `turned over, it is no longer what it was`(text: String, record: String) throws {
    let records = try Self.read(text)
    #expect(!records.contains(record), "\(records)")
  }
}
