import Compliance
import LicenseKnowledge
import LicenseTexts
import TestSupport
import Testing

/// Texts that try to make the reader of obligations take its time, or trap.
@Suite(.serialized) struct HostileObligationTests {
  private static let reader = Result { try ObligationReader(Knowledge().lexicon()) }

  @Test(arguments: [
    "You may not sell the Model. ", "You may not sell the Model unless we agree\n\n", "you ", "may not ", "(a) ",
    "(a) x (b) y\n\n", "* harm people;\n", "you agree not to use the output to ", "which you may use if asked and ",
    "You may not:\n\n(a) sell; (b) rent.\n\n", "“Output” means (", "不得使用；",
  ])
  func `time grows with the length`(_ part: String) throws {
    let reader = try Self.reader.get()
    let growth = Growth(from: 60) { count in
      _ = reader.read(("You may not:\n\n" + String(repeating: part, count: count)).readable)
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func `a list of hundreds of items is one prohibition with all of them`() throws {
    let items = (1...800).map { "\($0). harm person \($0);\n" }.joined()
    let text = "You may not use the Model to:\n\n\(items)".readable
    let parsed = try Self.reader.get().read(text)
    #expect(parsed.obligations.allSatisfy { $0.range.upperBound <= text.text.bytes.count })
    #expect(parsed.outline.clauses.count { $0.citation == "800" } == 1)
  }

  @Test func `damaged copies give quotes within the text`() throws {
    let reader = try Self.reader.get()
    let sample = "You may not: (a) sell; (b) \"rent\" it, unless we agree. If asked, you must (i) stop\n\n2. Pay $5."
    for copy in DamagedCopies(of: sample, count: 300, alphabet: "().;\" \n1ab") {
      let text = String(decoding: copy, as: UTF8.self).readable
      for obligation in reader.read(text).obligations {
        #expect(!obligation.range.isEmpty)
        #expect(obligation.range.upperBound <= text.text.bytes.count)
      }
    }
  }
}
