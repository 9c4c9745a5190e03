import Compliance
import TestSupport
import Testing

/// Limits that a project puts on its release beside its licence.
@Suite struct OwnLimitTests {
  private static func status(_ card: String) throws -> Status? {
    try Scenario.check(nil, files: ["README.md": card]).status("Apache-2.0/modified-license")
  }

  private static func card(_ prose: String, license: String = "apache-2.0", front: String = "") -> String {
    "---\nlicense: \(license)\n\(front)---\n# Heron\n\n\(prose)\n"
  }

  @Test(arguments: [
    "Non-commercial use only.", "## License\n\nThe weights may not be used for commercial purposes.",
    "Heron sings.\n\n## Intended use\n\nThis model may only be used for academic research.",
  ])
  func `a limit that the card states and the licence does not have is a question`(prose: String) throws {
    #expect(try Self.status(Self.card(prose)) == .undetermined)
  }

  @Test func `so is one that the gate states in words of its own`() throws {
    let front = "extra_gated_prompt: You agree not to use the model for commercial purposes.\n"
    #expect(try Self.status(Self.card("Heron sings.", front: front)) == .undetermined)
  }

  @Test(arguments: [
    "Heron sings in commercial and academic halls.",
    "You may use the weights for research and for commercial purposes.",
    "## Training data\n\nThe recordings may not be used for commercial purposes.",
  ])
  func `what is no limit of the release is none`(prose: String) throws {
    #expect(try Self.status(Self.card(prose)) == nil)
  }
}
