import Diagnostics
import MarkupText
import TestSupport
import Testing

@testable import LicenseTexts

/// Texts that try to make the clause reader trap or take its time.
@Suite struct HostileOutlineTests {
  private static let sample = """
    # Sample

    1. Terms. As follows:
       (a) one; (b) two
       (i) three
    2. **Limits.** You will not:
    * sell
        * or rent
    2.1 Attachment A: more
    第三条 终止
    > quoted
    END OF TERMS
    """

  private static func outline(_ bytes: [UInt8]) -> Outline {
    ClauseReader.read(ReadableText.read(SourceFile(path: "a.md", bytes: bytes)))
  }

  @Test func `damaged copies give outlines whose ranges hold each other`() {
    for copy in DamagedCopies(of: Self.sample, count: 400, alphabet: "#*(.)1ai: \n\"") {
      let outline = Self.outline(copy)
      for clause in outline.clauses {
        guard let parent = clause.parent else { continue }
        #expect(outline.clauses[parent].range.upperBound >= clause.range.upperBound)
      }
      for (index, passage) in outline.passages.enumerated() {
        #expect(outline.clauses.indices.contains(passage.clause))
        #expect(passage.leadIn ?? -1 < index)
      }
    }
  }

  @Test func `a text without blocks has no clauses`() {
    #expect(Self.outline([]).clauses.isEmpty)
    #expect(Self.outline(Array(" \n\n ".utf8)).clauses.isEmpty)
  }

  @Test(arguments: [
    "1. You may:\n", "# A\n\n", "* a:\n", "(a) You will not:\n\n", "Title Here\n\n", "a. Foo. Bar ", "x: Y\n\n", "（一）",
  ])
  func `time grows with the length`(_ part: String) {
    let growth = Growth(from: 1_500) { count in
      _ = Self.outline(Array(String(repeating: part, count: count).utf8))
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func `lists that nest without end stay within bounds`() {
    let text = (0..<400).map { String(repeating: " ", count: 2 * $0) + "1. You may:\n" }.joined()
    let outline = Self.outline(Array(text.utf8))
    #expect(outline.clauses.indices.allSatisfy { outline.ancestry(of: $0).count <= 17 })
  }
}
