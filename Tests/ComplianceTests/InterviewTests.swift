import Compliance
import Obligations
import TestSupport
import Testing

/// A question that is answered fact by fact.
@Suite struct InterviewTests {
  /// A licence that forbids rivals of its maker to use what it licenses.
  private static func license(_ maker: String) -> String {
    """
    id: \(maker.lowercased())-1
    title: The \(maker) License
    maker: \(maker)
    binds: artefact
    obligations:
      - kind: compete
        modality: must-not
        clause: '1'
        summary: do not compete with \(maker)
        when: { reached-by: [derivative], licensee: { competes-with: \(maker) } }
        require: { never: yes }

    """
  }

  private static func interview() throws -> Interview {
    let library = Scenario.library(["models/quay-1.yaml": license("Quay"), "models/mole-1.yaml": license("Mole")])
    let project = try Scenario.project(
      """
      model: { name: acme/thing }
      release: { how: [weights], commercial: yes }
      sources:
        - { model: lab/a, relation: merge, license: quay-1 }
        - { model: lab/b, relation: merge, license: mole-1 }
      complete: yes
      """, library: library)
    return Interview(Assessment(project, library: library), today: nil)
  }

  /// Answers about the makers, in the order of the questions; nil for one that nobody knows.
  private static let answers: [(given: [String?], answer: Answer)] = [
    (["no"], .unknown), (["no", "no"], .yes), (["no", nil], .unknown), (["yes"], .no), (["no", "yes"], .no),
    ([nil, "yes"], .no),
    ([nil, "no"], .unknown), ([nil, nil], .unknown),
  ]

  @Test(arguments: answers) func `denying one maker denies no other`(given: [String?], answer: Answer) throws {
    var interview = try Self.interview()
    for value in given {
      let question = try #require(interview.question)
      if let value {
        interview.answer(question, with: try #require(question.outcomes.first { $0.value == value }))
      } else {
        interview.skip(question)
      }
    }
    #expect(interview.advice.answer == answer)
    #expect(interview.options.isEmpty == (answer == .unknown))
  }
}
