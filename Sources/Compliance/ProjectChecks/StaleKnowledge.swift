import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Reports knowledge that is much older than the release: terms may have changed in between.
struct StaleKnowledge {
  let project: Project
  let knowledge: Knowledge

  /// Most days between the knowledge and the release.
  private static let mostDays = 90

  func findings() -> [Finding] {
    guard let release = project.manifest?.release.date, let date = knowledge.date, release.value - date > Self.mostDays
    else { return [] }
    let help = "take a newer pedigree, or add what has changed with --licenses"
    return [
      Finding(
        kind: .staleKnowledge, source: project.release.text, status: .undetermined,
        message: "the knowledge is of \(date), \(release.value - date) days before the release",
        summary: "terms were compared with what their publishers offer at most \(Self.mostDays) days before",
        location: release.location, evidence: [Evidence("release.date: \(release.value)", at: release.location)],
        missing: [Question(.newerTerms, "which terms have changed since \(date)?", answer: help)], help: help)
    ]
  }
}
