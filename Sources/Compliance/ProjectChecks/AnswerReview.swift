import Diagnostics
import Obligations
import Provenance

/// Tells what the answers of a manifest cover, and reports those that nothing asks for: a mistyped one would otherwise
/// decide nothing without a word.
struct AnswerReview {
  let project: Project
  let findings: [Finding]
  /// The questions of law by id.
  let questions: [String: String]
  let today: CalendarDate?

  func diagnostics() -> [Diagnostic] {
    unknownInterpretations() + (project.manifest?.attestations ?? []).map { diagnostic($0) }
  }

  private func unknownInterpretations() -> [Diagnostic] {
    let answers = project.manifest?.interpretations ?? [:]
    return answers.filter { questions[$0.key] == nil }.sorted { $0.key < $1.key }.map { id, answer in
      Diagnostic(
        .interpretationUnknown, "no obligation depends on `\(id)`", at: answer.location,
        help: id.nearest(in: questions.keys).map { "did you mean `\($0)`?" }
          ?? "questions: \(questions.keys.sorted().joined(separator: ", "))")
    }
  }

  /// What an attestation covers, or why it covers nothing.
  private func diagnostic(_ attestation: Attestation) -> Diagnostic {
    let target = attestation.target
    let name = target.finding.value
    let location = target.finding.location
    let covered = findings.filter { target.covers($0) }
    guard let first = covered.first else {
      let ids = Set(findings.flatMap { [$0.id, $0.clauseID] })
      return Diagnostic(
        .attestationUnused, "no source brings the obligation `\(name)`", at: location,
        help: name.nearest(in: ids).map { "did you mean `\($0)`?" } ?? "remove the attestation")
    }
    if target.isExpired(on: today), let expires = target.expires {
      return Diagnostic(
        .attestationUnused, "the attestation of `\(name)` expired on \(expires)", at: location,
        help: "have it attested anew")
    }
    let sources = covered.map(\.source).unique()
    if target.source == nil, sources.count > 1 {
      return Diagnostic(
        .attestationUnused,
        "the attestation of `\(name)` does not say which of \(sources.count) sources it is for", at: location,
        help: "write one for each, with `source: \(sources[0])`")
    }
    let given = covered.filter { $0.evidence.contains { $0.location == location } }
    guard !given.isEmpty else {
      // Without its clause an attestation is about the first one.
      let text = Finding.hash(of: covered.filter { $0.clause == first.clause })
      guard !target.isGiven(for: text) else {
        return Diagnostic(
          .attestationUnused, "the attestation of `\(name)` is not needed", at: location,
          help: "remove the attestation")
      }
      return Diagnostic(
        .attestationUnused, "the text that `\(name)` was attested for has changed", at: location,
        help: "read it again, and write `text: \(text)` if the attestation still holds")
    }
    let text = Finding.hash(of: given)
    let missing =
      (target.expires == nil ? ["`expires`"] : [])
      + (target.text == nil ? ["`text: \(text)`, so that it lapses when the text changes"] : [])
    return Diagnostic(
      target.expires == nil ? .answerEndless : .answerCovers,
      "the attestation covers `\(name)`, \(given.map(\.clause).unique().joined(separator: ", ")), of `\(given[0].source)`"
        + (target.expires.map { " until \($0)" } ?? " without end"),
      at: location, help: missing.isEmpty ? nil : "add \(missing.joined(separator: " and "))")
  }
}
