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
    "## License\n\nApache 2.0, for research purposes only.", "## Licence\n\nFree for non-commercial use.",
    "## Terms\n\nCommercial use requires a separate licence from us.",
    "| Field | Value |\n|---|---|\n| Use | Non-commercial only |", "- Commercial use: no",
    "## License\n\nFor research purposes.", "| Field | Value |\n|---|---|\n| Commercial use | Not permitted |",
    "## Usage\n\n- Commercial use: ❌", "Commercial use requires written permission.",
  ])
  func `a limit that the card states and the licence does not have is a question`(prose: String) throws {
    #expect(try Self.status(Self.card(prose)) == .undetermined)
  }

  @Test(arguments: [
    "You agree not to use the model for commercial purposes.", "The model may be used for academic research only.",
    "By accessing this repository you agree to use the weights for non-commercial research only.",
  ])
  func `so is one that the gate states in words of its own`(gate: String) throws {
    let front = "extra_gated_prompt: \(gate)\n"
    #expect(try Self.status(Self.card("Heron sings.", front: front)) == .undetermined)
  }

  @Test(arguments: [
    "Heron sings in commercial and academic halls.",
    "You may use the weights for research and for commercial purposes.",
    "You may sell what you make with it, and no separate licence is needed for that.",
    "## Training data\n\nThe recordings may not be used for commercial purposes.",
    "The dataset it was trained on is for non-commercial use only.",
    "| Commercial use | Permitted |\n|---|---|\n| Use | Any |",
    "- Commercial use: yes", "- Commercial use: yes, gladly",
    "The base model forbids commercial use, this one does not.",
    "The original weights are for research purposes only, unlike these.",
  ])
  func `what is no limit of the release is none`(prose: String) throws {
    #expect(try Self.status(Self.card(prose)) == nil)
  }
}
