import Diagnostics
import Obligations
import Provenance

/// Reports a project that says nothing of what its release was made from: nothing checked is no pass.
struct NoProvenance {
  private let project: Project
  private let lineage: Lineage

  init(_ assessment: Assessment) {
    project = assessment.project
    lineage = assessment.lineage
  }

  func findings() -> [Finding] {
    let isTold = lineage.edges.contains {
      $0.child == Lineage.release && $0.certainty >= .catalogued && !$0.relation.isAuxiliary
    }
    guard !isTold, project.manifest?.complete?.value != true else { return [] }
    let location =
      project.card.map { SourceLocation($0.file, SourceRange(0, 0)) } ?? project.manifest?.name?.location
      ?? project.nameLocation
    let help = "list what it was made from under `sources:` in pedigree.yaml; `complete: true` says that this is all"
    return [
      Finding(
        kind: .noProvenance, source: project.release.text, status: .undetermined,
        message: "nothing to check: no source is declared",
        summary: "the project says what its release was made from", location: location,
        evidence: location.map { [Evidence("no source is named here", at: $0)] } ?? [],
        missing: [Question(.sources, "what was the release made from?", answer: help)], help: help)
    ]
  }
}
