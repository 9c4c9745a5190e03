import Diagnostics
import Provenance

/// Reports answers in a manifest that nothing asks for: a mistyped one would otherwise decide nothing
/// without a word.
struct UnusedAnswers {
  let project: Project
  let findings: [Finding]
  /// The questions of law by id.
  let questions: [String: String]

  func diagnostics() -> [Diagnostic] { unknownInterpretations() + unusedAttestations() }

  private func unknownInterpretations() -> [Diagnostic] {
    let answers = project.manifest?.interpretations ?? [:]
    return answers.filter { questions[$0.key] == nil }.sorted { $0.key < $1.key }.map { id, answer in
      Diagnostic(
        .interpretationUnknown, "nothing hangs on `\(id)`", at: answer.location,
        help: id.nearest(in: questions.keys).map { "did you mean `\($0)`?" }
          ?? "questions: \(questions.keys.sorted().joined(separator: ", "))")
    }
  }

  private func unusedAttestations() -> [Diagnostic] {
    let ids = Set(findings.flatMap { [$0.id, $0.clauseID] })
    return (project.manifest?.attestations ?? []).filter { !ids.contains($0.obligation.value) }.map { attestation in
      Diagnostic(
        .attestationUnused, "no source brings the obligation `\(attestation.obligation.value)`",
        at: attestation.obligation.location,
        help: attestation.obligation.value.nearest(in: ids).map { "did you mean `\($0)`?" } ?? "remove the attestation")
    }
  }
}
